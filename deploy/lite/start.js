// While Python starts: how far it is, and in plain words what is wrong. Old syntax on purpose: an old browser is to read it.
(function () {
  var words = window.whosaysWords;
  var began = Date.now();
  var SLOW = 120000; // milliseconds after which something is wrong
  var SETTLED = 8; // looks, half a second apart: an idle that came before the kernel does not last so long

  function make(tag, text, attributes) {
    var node = document.createElement(tag);
    if (text) node.textContent = text;
    for (var name in attributes) node.setAttribute(name, attributes[name]);
    return node;
  }

  /** What is wrong before anything starts, as keys of the words. */
  function troubles() {
    var found = [];
    var able = typeof WebAssembly === "object" && WebAssembly.Exception && typeof structuredClone === "function";
    if (!able) found.push("old");
    if (navigator.deviceMemory && navigator.deviceMemory < 2) found.push("memory");
    try {
      window.localStorage.getItem("whosays");
      if (!window.indexedDB) throw new Error("no database");
    } catch (error) {
      found.push("storage");
    }
    if (!window.isSecureContext) found.push("insecure");
    else if (!navigator.serviceWorker) found.push("workers");
    return found;
  }

  var card = make("section", "", { class: "ws-start", "aria-label": words.title, lang: window.whosaysLanguage });
  var line = make("p", words.opening, { role: "status" });
  var clock = make("p", "", { class: "ws-clock", "aria-hidden": "true" });
  var notes = make("div", "", { role: "alert" });
  var actions = make("p", "", { class: "ws-actions" });
  var close = make("button", words.close, { type: "button" });
  var help = make("button", words.help, { type: "button", class: "ws-help", hidden: "", lang: window.whosaysLanguage });
  actions.appendChild(make("a", words.fresh, { href: "../fresh.html" + window.whosaysAsked }));
  actions.appendChild(close);
  [line, clock, notes, words.awaiting ? make("p", words.awaiting, { class: "ws-meta" }) : actions, actions].forEach(function (node) {
    card.appendChild(node);
  });

  function show(open) {
    card.hidden = !open;
    help.hidden = open;
  }
  close.onclick = function () {
    show(false);
    help.focus();
  };
  help.onclick = function () {
    show(true);
    close.focus();
  };
  card.onkeydown = function (event) {
    if (event.key === "Escape") close.onclick();
    event.stopPropagation();
  };

  function note(key) {
    notes.appendChild(make("p", words[key]));
    show(true);
  }

  var started = false;
  var idle = 0;
  var late = false;
  function look() {
    var sign = document.querySelector(".jp-Notebook-ExecutionIndicator");
    var status = sign && sign.getAttribute("data-status");
    if (sign && line.textContent === words.opening) line.textContent = words.python;
    if (status === "unknown" || status === "busy") started = true;
    idle = status === "idle" ? idle + 1 : 0;
    if (idle && (started || idle > SETTLED)) {
      line.textContent = words.ready;
      clock.remove();
      card.setAttribute("data-ready", Date.now() - began);
      if (window.whosaysKeep)
        window.whosaysKeep().then(function (kept) {
          if (!kept) return;
          card.setAttribute("data-kept", "");
          line.textContent += " " + words.kept;
        });
      if (!notes.firstChild && !card.contains(document.activeElement)) setTimeout(show, 4000, false);
      return;
    }
    clock.textContent = Math.round((Date.now() - began) / 1000) + " " + words.seconds;
    if (sign && !late && Date.now() - began > SLOW) {
      late = true;
      note("slow");
    }
    setTimeout(look, 500);
  }

  /** From a stick nothing starts, and nothing that could be done here helps. */
  function stay() {
    line.textContent = words.disk;
    card.removeChild(clock);
    actions.textContent = "";
    actions.appendChild(make("a", words.front, { href: "../../" + window.whosaysFront }));
  }

  function begin() {
    document.body.appendChild(card);
    if (location.protocol === "file:") return stay();
    document.body.appendChild(help);
    var found = troubles();
    found.forEach(note);
    if (!found.length && window.whosaysControlled)
      window.whosaysControlled.then(function (controlled) {
        if (!controlled) note("workers");
      });
    look();
  }
  if (document.body) begin();
  else document.addEventListener("DOMContentLoaded", begin);
})();
