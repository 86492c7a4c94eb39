/**
 * The lab's own service worker: files for Python, which is JupyterLite's part, and a second visit without network.
 *
 * Every file of the lab is listed with its hash. What is asked for is kept on its way, the rest when the page asks for
 * it, and nothing that is not what the build made: neither the log-in page of a network nor half of a newer build.
 */

{
  // names of its own, beside those of JupyterLite's part
  const FILES = {files}; // below this folder, each with the beginning of its SHA-256
  const CACHE = `whosays-lab ${new URL("./", self.location).pathname}`;
  const HERE = new URL("./", self.location).href;
  const AT_ONCE = 6; // files fetched side by side

  /** The file that an address names; nothing if it names none of the lab. */
  function named(address) {
    const { origin, pathname } = new URL(address);
    if (!(origin + pathname).startsWith(HERE)) return undefined;
    const rest = decodeURIComponent((origin + pathname).slice(HERE.length));
    const file = pathname.endsWith("/") ? `${rest}index.html` : rest;
    return Object.hasOwn(FILES, file) ? file : undefined;
  }

  /** Under which address a file is kept: a newer one with the same name is another. */
  const place = (file) => `${HERE}${encodeURI(file)}?${FILES[file]}`;

  /** Keep what was fetched for a file, if it is that file. */
  async function keep(cache, file, got) {
    const bytes = await got.arrayBuffer();
    const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hash = Array.from(found, (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (!got.ok || !hash.startsWith(FILES[file])) throw new Error(`${file} is not what the build made`);
    const headers = new Headers(got.headers);
    for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name); // the bytes are unpacked by now
    await cache.put(place(file), new Response(bytes, { headers }));
  }

  /**
   * Fetch and keep a file. What the browser has from before may be of an older build, and a server that counts in
   * seconds may call it current; the hash tells.
   */
  async function take(cache, file) {
    const asked = (how) => fetch(HERE + encodeURI(file), { cache: how });
    await keep(cache, file, await asked("no-cache")).catch(async () => keep(cache, file, await asked("reload")));
  }

  /** Take every file that is not kept yet. */
  async function fill() {
    const cache = await caches.open(CACHE);
    const had = new Set((await cache.keys()).map(({ url }) => url));
    const left = Object.keys(FILES).filter((file) => !had.has(place(file)));
    const fetchSome = async () => {
      for (let file = left.pop(); file; file = left.pop()) await take(cache, file);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
  }

  /** Drop what an older build had. */
  async function drop() {
    const cache = await caches.open(CACHE);
    const ours = new Set(Object.keys(FILES).map(place));
    await Promise.all((await cache.keys()).filter(({ url }) => !ours.has(url)).map((asked) => cache.delete(asked)));
  }

  /** The answer to a request for a file of the lab. */
  async function answer(event, file) {
    const cache = await caches.open(CACHE).catch(() => undefined);
    const kept = await cache?.match(place(file));
    if (kept) return kept;
    const got = await fetch(event.request);
    if (cache && got.ok) event.waitUntil(keep(cache, file, got.clone()).catch(() => {})); // no room: then without
    return got;
  }

  /** Whether the page that asks is the only one of the lab that is open; one that is left goes within a moment. */
  async function alone(looks = 4) {
    const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (open.filter(({ url }) => url.startsWith(HERE)).length < 2) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
    return looks > 1 && alone(looks - 1);
  }

  const SAID = {
    claim: () => self.clients.claim().then(() => true),
    keep: () => fill().then(() => true),
    replace: async () => (await alone()) && self.skipWaiting().then(() => true),
  };

  self.addEventListener("message", (event) => {
    const [port] = event.ports;
    event.waitUntil(SAID[event.data]().catch(() => false).then((done) => port.postMessage(done)));
  });

  // JupyterLite's part is to see nothing but requests for what the browser keeps: it would take over at once.
  self.addEventListener("install", (event) => {
    event.stopImmediatePropagation();
    event.waitUntil(self.registration.active ? fill() : self.skipWaiting()); // a newer build waits until it is whole
  });

  self.addEventListener("activate", (event) => {
    event.stopImmediatePropagation();
    event.waitUntil(drop().finally(() => self.clients.claim()));
  });

  self.addEventListener("fetch", (event) => {
    const { method, url, headers } = event.request;
    const file = named(url);
    if (method !== "GET" || !url.startsWith(HERE) || headers.has("Range")) return;
    event.stopImmediatePropagation();
    const missing = () => new Response("", { status: 404 }); // what is not listed is not there, with network or without
    event.respondWith(file ? answer(event, file) : fetch(event.request).catch(missing));
  });
}

importScripts("{part}");
