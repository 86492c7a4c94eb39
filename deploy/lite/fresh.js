// A fresh start: what JupyterLite stored of notebooks and layout is deleted, the answers stay or are saved to files.
const words = window.whosaysWords;
const NAME = `JupyterLite Storage - ${new URL(".", location.href).pathname}`;
const ON_ITS_WAY = "whosays on its way "; // what Python has not kept yet, or cannot keep; see explorer.js
const element = (id) => document.getElementById(id);
const say = (key) => (element("said").textContent = words[key]);

document.documentElement.lang = window.whosaysLanguage;
document.title = `${words.fresh_title} – whosays`;
for (const node of document.querySelectorAll("[data-word]")) node.textContent = words[node.dataset.word];
element("back").href += window.whosaysAsked;

/** Wait for a request of the database. */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Open what JupyterLite stored; nothing if it stored nothing here. */
async function opened() {
  const known = await indexedDB.databases();
  return known.some(({ name }) => name === NAME) ? done(indexedDB.open(NAME)) : undefined;
}

/** Whether a stored path is in a folder of answers. */
const isAnswer = (path) => /(^|\/)answers(\/|$)/.test(path);

/** Do something with each store of the database that is there, under its key. */
async function each(act) {
  const base = await opened();
  for (const store of ["files", "checkpoints", "statedb"]) {
    if (!base?.objectStoreNames.contains(store)) continue;
    const place = base.transaction(store, "readwrite").objectStore(store);
    for (const key of await done(place.getAllKeys())) await act(store, key, place);
  }
  base?.close();
}

/** Every file of answers, with its bytes. */
async function answers() {
  const found = [];
  await each(async (store, key, place) => {
    if (store !== "files" || !isAnswer(key) || !key.endsWith(".json")) return;
    const { content } = await done(place.get(key)); // in base64: Python wrote bytes
    found.push([key.split("/").pop(), Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))]);
  });
  return found;
}

/** Where the page itself holds answers, which Python cannot keep without https. */
const held = () => Object.keys(localStorage).filter((key) => key.startsWith(ON_ITS_WAY));

/** Say how many answers there are. */
async function count() {
  const { length } = await answers();
  const all = length + held().length;
  element("count").textContent = all ? `${words.fresh_count} ${all}` : words.fresh_none;
  element("save").disabled = !length;
  element("delete").disabled = !all;
}

/** Do what a button says; where storage is blocked, say that. */
function on(id, act) {
  element(id).addEventListener("click", () => act().catch(() => say("fresh_blocked")));
}

on("save", async () => {
  for (const [name, bytes] of await answers()) {
    const link = Object.assign(document.createElement("a"), { download: name });
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/json" }));
    link.click();
    URL.revokeObjectURL(link.href);
  }
  say("fresh_saved");
});

on("reset", async () => {
  await each((store, key, place) => (store === "files" && isAnswer(key) ? undefined : done(place.delete(key))));
  say("fresh_done");
});

on("delete", async () => {
  element("really").hidden = false;
  element("really").focus();
});

on("really", async () => {
  await each((store, key, place) => (store === "files" && isAnswer(key) ? done(place.delete(key)) : undefined));
  for (const key of held()) localStorage.removeItem(key);
  say("fresh_deleted");
  await count();
  element("really").hidden = true;
  element("reset").focus();
});

/** Say why nothing can be done here. */
function stop(key) {
  say(key);
  for (const id of ["save", "delete", "reset"]) element(id).disabled = true;
}

if (location.protocol === "file:") {
  stop("disk"); // no lab ran here
  Object.assign(element("back"), { href: `../${window.whosaysFront}`, textContent: words.front });
} else count().catch(() => stop("fresh_blocked"));
