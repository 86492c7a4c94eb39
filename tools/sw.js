/** Keeps a copy of the site, so that it opens without network; each build has a version, and old copies go. */

const VERSION = "whosays-site-{version}";
const FILES = {files}; // beside this file
const HERE = new URL("./", self.location).href;
const KEPT = new Set(FILES.map((file) => HERE + file));

self.addEventListener("install", (event) => {
  const asked = FILES.map((file) => new Request(HERE + file, { cache: "reload" })); // not what the browser kept before
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(asked)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const drop = (names) => names.filter((name) => name.startsWith("whosays-site-") && name !== VERSION).map((name) => caches.delete(name));
  event.waitUntil(caches.keys().then((names) => Promise.all(drop(names))).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const asked = new URL(event.request.url);
  const address = asked.origin + asked.pathname + (asked.href.split(/[?#]/)[0] === HERE ? "index.html" : "");
  if (event.request.method !== "GET" || !KEPT.has(address)) return; // the lab looks after itself
  event.respondWith(caches.open(VERSION).then((cache) => cache.match(address)).then((kept) => kept ?? fetch(event.request)));
});
