/**
 * The explorer of a case: renders a sheet (see sheet.py) and holds what the reader does with it.
 *
 * Every word and every count comes from the sheet. Texts are set as text, never as markup.
 * The same module serves the notebook (the default export, for anywidget) and the page (`mount`).
 */

const SVG = "http://www.w3.org/2000/svg";

// Drawings on a 24 grid: path data, then "fill" or "dash" where it is not a plain stroke.
const RING = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z";
const EYE = "M2 12s4-6.5 10-6.5S22 12 22 12s-4 6.5-10 6.5S2 12 2 12z";
const PUPIL = "M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z";
const WAVE = "M2 14.5c3-8 7-7 10-2.5s7 5.5 10-2.5";
const SPEECH = [["M3 5h18v11h-9l-5 4.5V16H3z"]];
const SOURCES = {
  columns: [["M3 9.5 12 4l9 5.5zM6 10v7.5M10 10v7.5M14 10v7.5M18 10v7.5M3 20.5h18"]],
  speaker: [["M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM2.5 20c0-4 2-6 5.5-6s5.5 2 5.5 6M16 5.5a4 4 0 0 1 0 5M19 3.5a8 8 0 0 1 0 9"]],
  chevrons: [["m5 5 7 7-7 7M12.5 5l7 7-7 7"]],
  diamond: [["M12 3.5 20.5 12 12 20.5 3.5 12z"]],
  eye: [[EYE], [PUPIL, "fill"]],
  nobody: [[RING, "dash"], ["M14 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0z", "fill"]],
  page: [["M5 3h14v18H5zM8.5 8h7M8.5 12h7M8.5 16h4"]],
};
const BASES = {
  saw: SOURCES.eye,
  told: SPEECH,
  "was told": SPEECH,
  official: [["M9.5 4h5l-1 6.5 3.5 5H7l3.5-5zM4 20h16"]],
  compared: [["M3 4h11v11H3z"], ["M10 9.5h11v11H10z", "dash"]],
  inferred: [["M14 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM8 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM20 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0z", "fill"]],
  "vouches for itself": [["M18.5 7.5A8 8 0 1 0 20 12.5M19 3v5h-5"]],
  "none given": [["M3.5 3.5h17v17h-17z", "dash"], ["M9.5 9.8a2.6 2.6 0 1 1 3.8 2.2c-.9.5-1.3 1-1.3 1.9M12 17v.1"]],
};
const ANSWERS = {
  denies: [["M2 12h17M19 4v16"]],
  assesses: [["M1.5 12H8M15 5.5l6.5 6.5-6.5 6.5L8.5 12z"]],
  saw: [["M1 12h6M22 12a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z"], ["M17.5 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z", "fill"]],
  cautions: [[WAVE]],
  supports: [["M2 12h14M11 7l5 5-5 5M20.5 4v16"]],
  remarks: [["M2 12h8M14 7h7M14 12h7M14 17h4"]],
};
const MARKS = {
  named: [["M19.5 12a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z", "fill"]],
  outlet: [["M5 5h14v14H5z"]],
  nobody: [["M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0z", "dash"]],
  answer: [["M19 4.5v15L5 12z"]],
  caution: [[WAVE]],
};
const MATCHES = {
  meets: [["M4 4h16v16H4z", "fill"]],
  partly: [["M4 4h16v16H4z"], ["M20 4v16H4z", "fill"]],
  "does not": [["M4 4h16v16H4z"]],
};
const HEXAGON = "M12 2.5 20.2 7.2v9.6L12 21.5 3.8 16.8V7.2z";
const STANDINGS = {
  holds: [[HEXAGON, "fill"]],
  contested: [[HEXAGON], ["M12 2.5v19L3.8 16.8V7.2z", "fill"]],
  answered: [[HEXAGON], ["M15.5 15.5v-2a2.5 2.5 0 0 0-2.5-2.5H9M11.5 8.5 9 11l2.5 2.5"]],
  unchallenged: [[HEXAGON, "dash"]],
  "cannot be judged": [[HEXAGON, "dash"], ["M8 12h8"]],
};
const SIGNS = {
  lock: [["M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3"]],
  voice: [["M3 9.5v5h3.5l5 4v-13l-5 4zM15 9a4.5 4.5 0 0 1 0 6M18 6.5a8.5 8.5 0 0 1 0 11"]],
  table: [["M3.5 4.5h17v15h-17zM3.5 9.5h17M9.5 9.5v10"]],
  back: [["m15 5-7 7 7 7"]],
  forth: [["m9 5 7 7-7 7"]],
  minus: [["M5 12h14"]],
  linchpin: [["M6 4h12l-3 16H9z", "fill"]],
  becomes: [["M3 12h17M14 6l6 6-6 6"]],
  conflict: [["M12 3.5 22 20.5H2zM12 10v5M12 17.6v.1"]],
  plus: [["M5 12h14M12 5v14"]],
};

// What marks a figure on its track, by how the number is limited and how it is known.
const FIGURES = {
  exact: [["M18 12a6 6 0 1 1-12 0 6 6 0 0 1 12 0z", "fill"]],
  "at least": [["M12 12a5 5 0 1 1-10 0 5 5 0 0 1 10 0z", "fill"], ["M12 12h9M17 8l4.5 4-4.5 4"]],
  "at most": [["M22 12a5 5 0 1 1-10 0 5 5 0 0 1 10 0z", "fill"], ["M12 12H3M7 8l-4.5 4L7 16"]],
  about: [["M19 12a7 7 0 1 1-14 0 7 7 0 0 1 14 0z"], ["M8.5 13c1.2-2.6 2.5-2.6 3.5-1s2.3 1.6 3.5-1"]],
  saw: [["M5.5 5.5h13v13h-13z", "fill"]],
  named: [["M9 4.5 16.5 12 9 19.5 1.5 12z", "fill"], ["M16 12h6", "dash"]],
};
const VIEWS = ["article", "claim", "whatif", "beyond", "numbers", "space", "matrix"];
const POINTING = new Set(["back", "forth", "becomes", "voice", "chevrons", "denies", "assesses", "supports", "answer"]); // they turn round
// What the case says in its own words, and what the article prints.
const OWN = ".ws-title, .ws-note div > p:last-child, .ws-first > .ws-prompt, .ws-row-gist:not(.ws-beneath), .ws-question, .ws-tale, .ws-text-gist, .ws-words";
const PRINTED = ".ws-row-text, .ws-cue, .ws-copied q";
const SIDE_BY_SIDE = 5; // items in one table of the matrix; more do not fit a sheet of paper

/** Build an element; children may be nested lists, empty ones are left out. */
function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((c) => c !== undefined && c !== null && c !== false && c !== ""));
  return node;
}

/** Build a paragraph of a kind; one of the case's own words runs as its letters do. */
function p(kind, ...children) {
  return h("p", { class: kind || null, dir: /saying|gist|proposition|words/.test(kind) && "auto" }, ...children);
}

/** Words of the case within a line of the page. */
function tale(text) {
  return h("span", { class: "ws-tale", dir: "auto" }, text);
}

/** Build a list; the role is said because lists without bullets lose it in Safari. */
function ul(kind, items, label) {
  return h("ul", { class: kind || null, role: "list", "aria-label": label }, items);
}

/** Build an element of a drawing. */
function s(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Draw a glyph of a family; an unknown name draws nothing. Its word always stands beside it, so it is hidden. */
function svg(family, name, kind = "ws-glyph") {
  const shapes = Object.hasOwn(family, name) ? family[name] : [];
  const paths = shapes.map(([d, how]) => s("path", { d, ...(how ? { class: `ws-${how}` } : {}) }));
  return s("svg", { viewBox: "0 0 24 24", class: POINTING.has(name) ? `${kind} ws-turns` : kind, "aria-hidden": "true", focusable: "false" }, ...paths);
}

/** Draw a line of the path, lying or standing; the width of the box is not known here, so lengths are percentages. */
function line(how, standing) {
  const ends = standing ? { x1: "50%", y1: 0, x2: "50%", y2: "100%" } : { x1: 0, y1: "50%", x2: "100%", y2: "50%" };
  const tip = standing ? { x: "50%", y: "100%" } : { x: "100%", y: "50%" };
  const head = s("path", { d: standing ? "M-6 0 0 10 6 0z" : "M0-6 10 0 0 6z", class: "ws-fill" });
  return s(
    "svg",
    { class: `ws-line ${standing ? "ws-standing" : "ws-lying"}`, "data-line": how, "aria-hidden": "true" },
    s("line", { ...ends, class: "ws-stroke" }),
    s("line", { ...ends, class: "ws-core" }),
    s("svg", { ...tip, overflow: "visible" }, head),
  );
}

/** Fill the places of a template. */
function fill(template, values) {
  return Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, () => String(value)), template ?? "");
}

/** Set styles of an element; a policy against style attributes lets scripts do this. */
function styled(node, styles) {
  for (const [name, value] of Object.entries(styles)) node.style.setProperty(name, value);
  return node;
}

/** Join names as a sentence does: "a, b and c". */
function listed(names, and) {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")}${and}${names.at(-1)}` : names[0] ?? "";
}

/** Show an address as a link if it is a web address, else as text. */
function link(address, text) {
  if (!/^https?:\/\//i.test(address ?? "")) return h("span", null, text);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** Return a table as CSV; a cell that a spreadsheet would run as a formula gets an apostrophe. */
function csv({ columns, rows }) {
  const cell = (value) => {
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Build a table with header cells for its columns and for its rows. */
function grid({ columns, rows }, caption) {
  const head = h("thead", null, h("tr", null, columns.map((name) => h("th", { scope: "col" }, name))));
  const cells = ([first, ...rest]) => h("tr", null, h("th", { scope: "row" }, first), rest.map((text) => h("td", null, text)));
  return h("table", null, caption, head, h("tbody", null, rows.map(cells)));
}

/** Let the reader save a text as a file; a spreadsheet needs the mark of its encoding. */
function download(text, name, type = "text/csv;charset=utf-8") {
  const address = URL.createObjectURL(new Blob(type.startsWith("text/csv") ? ["\ufeff", text] : [text], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Move the focus among items with two keys, Home and End; return whether the key was ours. */
function walk(event, items, [back, forth], ends = true) {
  const at = items.indexOf(event.target);
  const to = { [back]: at - 1, [forth]: at + 1, ...(ends ? { Home: 0, End: items.length - 1 } : {}) }[event.key];
  if (at < 0 || to === undefined) return false;
  items[Math.max(0, Math.min(items.length - 1, to))].focus();
  return true;
}

/** One explorer in one place; the state shared with Python is `state`, all else stays with the reader. */
class Explorer {
  constructor(root, sheet, options) {
    const changed = (state) => (options.onChange?.(state), this.later());
    Object.assign(this, { root, sheet, options: { ...options, onChange: changed }, labels: sheet.labels });
    this.id = `ws${Math.random().toString(36).slice(2)}`; // a counter would repeat: anywidget loads the module per model
    const { claim = "", layer = "article", guided = true, view = "", withdrawn = [], joined = [], graded = {}, ratings = {} } = options;
    this.state = { claim, layer, guided, view, withdrawn, joined, graded, ratings };
    this.last = this.state.claim;
    this.guess = undefined; // a number, or null for "I cannot tell"
    this.draft = 0; // no anchor: the reader starts from nothing
    this.table = false;
    this.mark = ""; // the mark whose list of statements is open
    this.picks = new Map(); // claim and layer to the standing the reader picked, empty for "show me"
    this.notes = new Map(); // claim to choice (empty for none yet, null for "I cannot tell"), text and whether a line is saved
    this.topics = new Set([sheet.layers.article.topics[0]?.name]); // open groups of the list of claims
    this.item = 0; // the item of the matrix that a narrow screen shows
    this.copy = { text: "", sent: "", found: new Map(), open: false };
    this.restore(options.rows ?? [], Object.keys(ratings).length > 0 ? ratings : undefined);
    this.given = new Set(this.answered().map((row) => JSON.stringify(row))); // what Python set is nobody's answer
    this.build();
    this.draw();
  }

  /** Level of a heading, counted from the case question. */
  heading(below, props, ...children) {
    return h(`h${(this.options.page ? 1 : 2) + below}`, props, ...children);
  }

  /** What the sheet says in the layer that is open. */
  get layer() {
    return this.sheet.layers[this.state.layer] ?? this.sheet.layers.article;
  }

  /** A claim of the layer, or undefined. */
  claim(id) {
    return Object.hasOwn(this.layer.claims, id) ? this.layer.claims[id] : undefined;
  }

  /** The claim that is open, or undefined in the opening view. */
  get entry() {
    return this.claim(this.state.claim);
  }

  /** Whether roots and paths wait for the guess. */
  get held() {
    return this.state.guided && Boolean(this.sheet.first_question) && this.guess === undefined;
  }

  /** Whether the open view waits for the guess; a lesson that opens with the outside has asked its own question. */
  get waits() {
    const open = ["article", "claim", "numbers", ...(this.options.view === "beyond" ? ["beyond"] : [])];
    return this.held && !open.includes(this.view);
  }

  /** Whether the word beyond the article may be shown: the reader picked one, asked to see it, or is not guided. */
  get decided() {
    return !this.state.guided || this.picks.has(`${this.sheet.beyond?.claim} beyond`);
  }

  /** Whether the outside waits for a written line. */
  get locked() {
    return this.state.guided && ![...this.notes.values()].some((note) => note.saved);
  }

  /** The views that this case has something for. */
  get views() {
    return VIEWS.filter((name) => ["article", "claim"].includes(name) || this.content(name));
  }

  /** The view that is open. */
  get view() {
    if (this.state.view && this.views.includes(this.state.view)) return this.state.view;
    return this.entry ? "claim" : "article";
  }

  /** What the sheet holds for a view. */
  content(name) {
    if (name === "article") return this.layer;
    if (name === "claim") return this.entry;
    return name === "beyond" ? this.sheet.beyond : this.layer[name];
  }

  /** Whether the page is written from right to left. */
  get mirrored() {
    return this.sheet.direction === "rtl";
  }

  /** The two keys that lead back and forth along a line of text. */
  get along() {
    return this.mirrored ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  }

  /** The one sentence of the view. */
  get sentence() {
    if (this.held && this.view === "claim") return this.entry.sentence_before_guess;
    if (this.waits) return this.labels.view_held;
    if (this.view === "beyond" && !this.decided) return this.sheet.beyond.sentence_before;
    if (this.view === "matrix") return this.weighedSentence();
    return this.view === "whatif" ? this.withoutSentence() : this.content(this.view).sentence;
  }

  /** Whether a claim is known only from outside the article. */
  outside(id) {
    return !Object.hasOwn(this.sheet.layers.article.claims, id);
  }

  /** Build what never changes, and the empty parts. */
  build() {
    const { article, language, direction } = this.sheet;
    const part = (name, tag, props) => (this[`${name}Part`] = h(tag, { class: `ws-${name}`, ...props }));
    const title = this.heading(0, { class: "ws-title", id: `${this.id}-title`, tabindex: "-1", "data-key": "title" }, article.title);
    this.status = h("p", { class: "ws-status", role: "status", "aria-live": "polite", "aria-atomic": "true" });
    const brand = p("ws-brand", h("strong", null, this.labels.brand), " ", this.labels.tagline);
    const names = h("div", { class: "ws-names" }, brand, title, p("ws-facts", article.facts, " ", article.address && link(article.address, this.labels.article_link)));
    this.frame = h(
      "div", { class: "ws-frame", role: this.options.role ?? "region", "aria-labelledby": `${this.id}-title`, onkeydown: (e) => this.key(e) },
      this.contentNote(),
      h("div", { class: "ws-head" }, names, h("div", { class: "ws-side" }, this.options.front && h("a", { class: "ws-text", href: this.options.front }, this.labels.pick_other), this.languages(), this.themes(), part("layers", "div"))),
      part("tabs", "div", { role: "tablist", "aria-label": this.labels.views_name, "data-keys": "tabs" }),
      part("pager", "div", { role: "group", "aria-label": this.labels.views_name }),
      part("lead", "div"),
      part("view", "div", { role: "tabpanel", id: `${this.id}-view`, tabindex: "-1", "data-keys": "view" }),
      part("ask", "div", { "data-keys": "view" }),
      part("kept", "div"),
      part("known", "p"),
      this.options.again ? "" : this.method(this.sheet.method),
      this.status,
    );
    this.box = h("div", { class: "whosays", lang: language, dir: direction }, this.frame);
    this.root.replaceChildren(this.box);
  }

  /** Draw parts again, all if none is named, and keep the focus on the control it was on. */
  draw(...names) {
    const focused = this.root.getRootNode().activeElement;
    const inside = focused && this.frame.contains(focused);
    for (const name of names.length ? names : ["layers", "tabs", "pager", "lead", "view", "ask", "kept", "known"]) {
      this[`${name}Part`].replaceChildren(...[this[`${name}Nodes`]()].flat(Infinity).filter(Boolean));
    }
    if (this.viewPart.querySelector(".ws-scale")) this.scaled();
    if (this.view === "whatif" && !this.held) this.inquire();
    this.tell();
    this.viewPart.setAttribute("aria-labelledby", `${this.id}-tab-${this.view}`);
    this.viewPart.setAttribute("aria-describedby", `${this.id}-sentence`);
    if (inside && !this.frame.contains(focused)) this.focus(focused.dataset.key);
    this.later();
  }

  /** Tell which words are the article's or the case's own, where those are in another language than the page. */
  tell() {
    const { language, article } = this.sheet;
    for (const [selector, spoken] of [[OWN, article.told_in], [PRINTED, article.language]]) {
      if (spoken !== language) for (const node of this.box.querySelectorAll(selector)) Object.assign(node, { lang: spoken, dir: "auto" });
    }
  }

  /** Focus the control with a key; the view itself if that control is gone. */
  focus(key) {
    const node = key && this.frame.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (node || this.viewPart.querySelector("[data-key=heading]") || this.viewPart).focus();
  }

  /** Say a sentence in the live region, once things are at rest. */
  say(text) {
    clearTimeout(this.timer);
    this.status.textContent = "";
    this.timer = setTimeout(() => (this.status.textContent = text), 300);
  }

  /** Change the shared state because the reader asked for it. */
  change(patch) {
    Object.assign(this.state, patch);
    this.draw();
    this.say(this.sentence);
    this.options.onChange?.({ ...this.state });
  }

  /** Open a claim, or the opening view if the id is empty. */
  open(id, focus = "heading") {
    if (id) this.last = id;
    this.mark = "";
    this.change({ claim: id, view: "" });
    if (focus) this.focus(focus);
  }

  /** Go back to the list, to the button of the claim that was open. */
  back() {
    this.topics.add(this.layer.topics.find(({ claims }) => claims.includes(this.last))?.name);
    this.open("", `claim-${this.last}`);
  }

  /** Show what Python asks for; nothing is said, the reader did nothing. */
  set(patch) {
    const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
    const given = Object.entries(patch).filter(([key, value]) => value !== undefined && !same(this.state[key], value));
    if (!given.length) return;
    Object.assign(this.state, Object.fromEntries(given));
    for (const row of this.answered()) this.given.add(JSON.stringify(row));
    if (this.entry) this.last = this.state.claim;
    this.draw();
  }

  /** A plain button. */
  button(key, kind, onclick, ...children) {
    return h("button", { type: "button", class: kind, "data-key": key, onclick }, ...children);
  }

  // The frame: note, theme, layers, tabs, sentence.

  /** The note before the case; it is part of the page, not a dialog. */
  contentNote() {
    if (!this.sheet.article.content_note || this.options.again) return undefined;
    const id = `${this.id}-note`;
    const go = () => {
      note.remove();
      this.focus("title");
    };
    const text = h("div", null, h("p", { class: "ws-strong", id }, this.labels.before_title), p("", this.sheet.article.content_note));
    const note = h("div", { class: "ws-note", role: "region", "aria-labelledby": id }, text, this.button("go", "ws-main", go, this.labels.before_go));
    return note;
  }

  /** The same page in other languages, where it is written beside this one. */
  languages() {
    const { languages = [] } = this.options;
    const item = ({ tag, name, address }) => h("li", null, h("a", { class: "ws-text", href: address, lang: tag, hreflang: tag, dir: "auto" }, name));
    return languages.length > 0 && h("nav", { "aria-label": this.labels.languages_name }, ul("ws-languages", languages.map(item)));
  }

  /** The theme of the page; a notebook has its own. */
  themes() {
    if (!this.options.page) return undefined;
    const choose = (event) => {
      if (event.target.value === "auto") this.box.removeAttribute("data-theme");
      else this.box.setAttribute("data-theme", event.target.value);
    };
    const options = ["auto", "light", "dark"].map((value) => h("option", { value }, this.labels[`theme_${value}`]));
    return h("label", { class: "ws-theme" }, this.labels.theme_title, " ", h("select", { onchange: choose, "data-key": "theme" }, options));
  }

  /** The two layers, and what opens the second one. */
  layersNodes() {
    const radio = (name) => {
      const locked = name === "beyond" && this.locked && this.state.layer !== name;
      const chosen = this.state.layer === name;
      return h(
        "button",
        {
          type: "button", role: "radio", "data-key": `layer-${name}`, tabindex: chosen ? 0 : -1,
          "aria-checked": String(chosen), "aria-disabled": locked && "true",
          "aria-describedby": locked && `${this.id}-locked`, onclick: () => this.look(name),
        },
        locked && svg(SIGNS, "lock"), this.labels[`layer_${name}`],
      ); // prettier-ignore
    };
    const radios = ["article", "beyond"].map(radio);
    const locked = this.locked && this.state.layer === "article";
    return [
      h("div", { class: "ws-switch", role: "radiogroup", "aria-label": this.labels.layer_name, "data-keys": "layers" }, radios),
      locked && h("p", { class: "ws-small", id: `${this.id}-locked` }, this.labels.layer_locked),
    ];
  }

  /** Look as far as a layer, if it is open. */
  look(layer) {
    if (layer === this.state.layer) return;
    if (layer === "beyond" && this.locked) {
      this.say(this.labels.layer_locked);
      return;
    }
    const known = Object.hasOwn(this.sheet.layers[layer].claims, this.state.claim);
    const view = this.state.view === "beyond" && layer === "article" ? "" : this.state.view;
    this.change({ layer, view, claim: known ? this.state.claim : "", withdrawn: [], joined: [], graded: {} });
  }

  /** The views as tabs; an arrow only moves the focus, Enter or Space opens. */
  tabsNodes() {
    return this.views.map((name) => {
      const chosen = name === this.view;
      const locked = name === "beyond" && this.locked;
      return h(
        "button",
        {
          type: "button", role: "tab", id: `${this.id}-tab-${name}`, "data-key": `tab-${name}`, tabindex: chosen ? 0 : -1,
          "aria-selected": String(chosen), "aria-controls": `${this.id}-view`, onclick: () => this.turn(name, `tab-${name}`),
          "aria-disabled": locked && "true",
        },
        locked && svg(SIGNS, "lock"), this.labels[`view_${name}`],
      ); // prettier-ignore
    });
  }

  /** Turn to a view; the claim is the last one, else the one that is asked about, else the first. */
  turn(name, focus) {
    if (name === this.view) return;
    if (name === "beyond" && this.locked) {
      this.draw("pager");
      this.say(this.labels.layer_locked);
      return;
    }
    const [first] = this.order();
    const claim = [this.last, this.sheet.first_question?.claim, first].find((id) => id && this.claim(id));
    if (name === "article" || name === "claim") {
      this.open(name === "claim" ? claim ?? "" : "", focus);
      return;
    }
    this.mark = "";
    this.change({ view: name, ...(name === "beyond" ? { layer: "beyond" } : {}) });
    if (focus) this.focus(focus);
  }

  /** The views on a narrow screen: two arrows around the name. */
  pagerNodes() {
    const { views } = this;
    const at = views.indexOf(this.view);
    const arrow = (step, sign, name) => {
      const to = views[at + step];
      const node = this.button(`pager-${sign}`, "ws-arrow", () => to && this.turn(to, `pager-${sign}`), svg(SIGNS, sign));
      node.setAttribute("aria-label", this.labels[name]);
      if (!to || (to === "beyond" && this.locked)) node.setAttribute("aria-disabled", "true");
      return node;
    };
    const select = h("select", { "aria-label": this.labels.views_name, "data-key": "pager", onchange: (e) => this.turn(e.target.value, "pager") });
    select.append(...views.map((name) => h("option", { value: name, selected: name === this.view }, this.labels[`view_${name}`])));
    const position = fill(this.labels.view_position, { number: at + 1, count: views.length });
    return [arrow(-1, "back", "view_previous"), h("div", { class: "ws-page" }, select, h("span", null, position)), arrow(1, "forth", "view_next")];
  }

  /** The one sentence, and the way to its table. */
  leadNodes() {
    const label = this.table ? this.labels.table_hide : this.labels.table_show;
    return [
      svg(SIGNS, "voice"),
      h("p", { class: "ws-sentence", id: `${this.id}-sentence` }, this.sentence),
      this.button("table", "ws-button", () => this.showTable(!this.table), svg(SIGNS, "table"), label),
    ];
  }

  /** Swap the view for its table, or back. */
  showTable(shown) {
    this.table = shown;
    this.draw("lead", "view");
    const count = this.tableData().rows.length;
    this.say(shown ? fill(this.labels.table_shown, { count }) : this.sentence);
  }

  /** What is known as of when, and whether these words await a native reader. */
  knownNodes() {
    const { article, awaiting } = this.sheet;
    return [h("span", null, article.known[this.state.layer]), awaiting && h("span", { class: "ws-awaiting" }, awaiting)];
  }

  /** How all this works and what it cannot tell; closed, it is not printed. */
  method({ title, sections }) {
    const row = ([term, text]) => h("div", null, h("dt", null, term), h("dd", null, text));
    const section = ({ title: name, paragraphs, rows }) => [
      this.heading(1, { class: "ws-strong" }, name), paragraphs.map((text) => p("", text)),
      rows.length > 0 && h("dl", null, rows.map(row)),
    ]; // prettier-ignore
    return h("details", { class: "ws-method" }, h("summary", { "data-key": "method" }, h("span", null, title), svg(SIGNS, "forth")), sections.map(section));
  }

  /** The view that is open. */
  viewNodes() {
    if (this.view === "claim") return this.claimView(this.entry);
    if (this.view === "article") return this.openingView();
    if (this.waits) return this.wait();
    if (this.view === "beyond" && !this.decided) return this.evidence(this.content("beyond"));
    const notes = { whatif: this.labels.answers_none, beyond: this.labels.answers_none, space: this.table && this.labels.space_caveat };
    const words = notes[this.view] && p("ws-meta ws-also", notes[this.view]);
    return [this.table ? this.tableView() : this[`${this.view}View`](this.content(this.view)), words];
  }

  /** The rows behind the view. */
  tableData() {
    if (this.view === "matrix") return this.ratedTable(this.content("matrix"));
    const changed = this.view === "whatif" && this.supposed;
    return changed ? this.changesTable() : this.content(this.view).table;
  }

  /** The way to the question that comes before what is held back. */
  wait() {
    const ask = this.button("to-guess", "ws-button ws-control", () => this.open("", "guess"), this.labels.path_to_guess);
    return h("div", { class: "ws-held" }, h("div", { class: "ws-cover" }), p("", this.labels.view_held), ask);
  }

  /** The table behind the view. */
  tableView() {
    const { columns, rows } = this.tableData();
    const id = `${this.id}-caption`;
    const save = () => download(csv({ columns, rows }), `${this.sheet.case}-${this.view === "claim" ? this.entry.id : this.view}.csv`);
    return h(
      "div", { class: "ws-tabled", "data-keys": "table", "data-view": this.view },
      h("div", { class: "ws-scroll", role: "region", "aria-labelledby": id, tabindex: "0", "data-key": "scroll" }, grid({ columns, rows }, h("caption", { id }, this.sentence))),
      this.button("csv", "ws-button", save, this.labels.table_csv),
    );
  }

  // The opening view: question, article, voices and claims.

  /** The article passage by passage, with the first question and the claims at its side. */
  openingView() {
    const article = this.table ? this.tableView() : this.passages();
    return h(
      "div", { class: this.table ? "ws-opening ws-wide" : "ws-opening" },
      this.firstQuestion(), h("div", { class: "ws-article" }, article), h("div", { class: "ws-aside" }, this.voices(), this.claims(), this.openAll()),
    );
  }

  /** The title of a section with a note at its end. */
  section(title, note) {
    return h("div", { class: "ws-section" }, this.heading(1, null, title), note && h("div", { class: "ws-meta" }, note));
  }

  /** The first question, until it is answered; then the guess beside what the path says. */
  firstQuestion() {
    const asked = this.sheet.first_question;
    if (!asked) return undefined;
    const title = this.heading(1, { class: "ws-meta ws-strong" }, this.labels.first_question);
    const prompt = p("ws-prompt", asked.prompt);
    if (this.guess !== undefined) {
      const saved = h("p", { tabindex: "-1", "data-key": "guessed" }, this.guessed(asked.claim));
      return h("div", { class: "ws-card ws-first" }, title, prompt, saved);
    }
    const value = h("input", {
      type: "number", min: 0, max: 99, value: this.draft, inputmode: "numeric", "aria-label": this.labels.guess_value, "data-key": "guess",
      oninput: () => (this.draft = Math.max(0, Math.min(99, Math.trunc(Number(value.value)) || 0))),
      onkeydown: (event) => event.key === "Enter" && value.value !== "" && this.commit(this.draft),
    }); // prettier-ignore
    const step = (by, sign, name) => {
      const node = this.button(`guess-${sign}`, "ws-button ws-step", () => this.count(value, by), svg(SIGNS, sign));
      node.setAttribute("aria-label", name);
      return node;
    };
    const steps = [step(-1, "minus", this.labels.guess_less), value, step(1, "plus", this.labels.guess_more)];
    const commit = this.button("commit", "ws-main", () => this.commit(this.draft), this.labels.guess_commit);
    const unsure = this.button("unsure", "ws-text", () => this.commit(null), this.labels.guess_unsure);
    return h(
      "div", { class: "ws-card ws-first" }, title, prompt,
      h("div", { class: "ws-steps ws-control" }, steps), h("div", { class: "ws-steps ws-control" }, commit, unsure),
      p("ws-meta ws-control", this.labels.guess_promise), p("ws-print", this.labels.guess_print),
    );
  }

  /** Count the guess up or down. */
  count(input, by) {
    this.draft = Math.max(0, Math.min(99, this.draft + by));
    input.value = this.draft;
    this.say(`${this.labels.guess_value} ${this.draft}`);
  }

  /** Keep the guess; saying that one cannot tell opens the same things as a number. */
  commit(guess) {
    const { guess_unsure_saved: unsure, guess_saved: saved } = this.labels;
    this.guess = guess;
    this.draw();
    this.focus("guessed");
    this.say(`${guess === null ? unsure : fill(saved, { guess })} ${this.claim(this.sheet.first_question.claim)?.roots_shown ?? ""}`);
  }

  /** The guess beside the number of roots; never right or wrong. */
  guessed(id) {
    const { guess_yours_unsure: unsure, guess_yours: yours } = this.labels;
    return `${this.guess === null ? unsure : fill(yours, { guess: this.guess })} ${this.claim(id)?.roots_shown ?? ""}`;
  }

  /** The article in rows, its key, and the reader's own copy. */
  passages() {
    const key = Object.keys(MARKS).map((mark) => h("li", null, svg(MARKS, mark, "ws-sign"), this.labels[`mark_${mark}`]));
    return [
      this.section(this.labels.passages_title, this.labels.passages_note),
      ul("ws-key", key, this.labels.marks_title),
      h("ul", { class: "ws-rows", role: "list", "data-keys": "marks" }, this.sheet.rows.map((row, n) => this.row(row, n))),
      this.ownCopy(),
    ];
  }

  /** One row: place and length, gist, the marks of its statements, and their list if it is open. */
  row(row, n) {
    const marks = row.marks.map((mark, m) => this.markButton(mark, n, n + m === 0));
    const place = p("ws-place", h("strong", null, row.label), " ", h("span", null, row.words));
    const opened = row.marks.some((mark) => mark.statement === this.mark);
    return h(
      "li", { class: "ws-row", "data-role": row.role, "data-row": n },
      place, h("div", { class: "ws-gist" }, this.gist(row), this.copied(row)), h("div", { class: "ws-marks" }, marks),
      opened && this.statements(row, n),
    );
  }

  /** What a row says: its own words, where they are ours to give, and ours. */
  gist({ text, gist }) {
    if (!text) return p("ws-row-gist", gist);
    return [h("blockquote", { class: "ws-row-text", dir: "auto" }, text), p("ws-row-gist ws-beneath", h("strong", null, this.labels.row_gist), " ", tale(gist))];
  }

  /** The mark of a statement; those of the claim opened last carry a ring. */
  markButton({ statement, mark, name }, n, first) {
    const opened = this.mark === statement;
    const chosen = this.sheet.statements[statement]?.claims.includes(this.last);
    return h(
      "button",
      {
        type: "button", class: chosen ? "ws-mark ws-chosen" : "ws-mark", "aria-label": name, "data-key": `mark-${statement}`,
        tabindex: (this.stop ? this.stop === statement : first) ? 0 : -1, "aria-expanded": String(opened),
        "aria-controls": opened && `${this.id}-row-${n}`, onfocus: (e) => this.rove(e.target, statement),
        onclick: () => this.toggle(statement, n),
      },
      svg(MARKS, mark, "ws-sign"),
    ); // prettier-ignore
  }

  /** Make a mark the one stop of the article. */
  rove(node, statement) {
    this.stop = statement;
    for (const mark of this.viewPart.querySelectorAll(".ws-mark")) mark.tabIndex = mark === node ? 0 : -1;
  }

  /** Open or close the list behind a mark; only the rows concerned are drawn again. */
  toggle(statement, n) {
    const before = this.sheet.rows.findIndex((row) => row.marks.some((mark) => mark.statement === this.mark));
    this.mark = this.mark === statement ? "" : statement;
    for (const at of new Set([before, n])) {
      if (at >= 0) this.viewPart.querySelector(`[data-row="${at}"]`).replaceWith(this.row(this.sheet.rows[at], at));
    }
    this.focus(`mark-${statement}`);
  }

  /** The statements of a row, each with the way to its claim. */
  statements(row, n) {
    const item = (mark) => {
      const { line: text, note, claims = [] } = this.sheet.statements[mark.statement] ?? {};
      const to = (id) => this.claim(id) && this.button(`to-${mark.statement}-${id}`, "ws-text", () => this.open(id), this.claim(id).question);
      const current = mark.statement === this.mark && "true";
      return h("li", { "aria-current": current }, svg(MARKS, mark.mark, "ws-sign"), h("div", null, p("", text), p("ws-meta", note), claims.map(to)));
    };
    const close = this.button("close", "ws-button", () => this.toggle(this.mark, n), this.labels.statements_close);
    return h("div", { class: "ws-statements", id: `${this.id}-row-${n}` }, ul("", row.marks.map(item)), close);
  }

  /** The voices of the article, and the roots once the reader has guessed. */
  voices() {
    const asked = this.sheet.first_question && this.claim(this.sheet.first_question.claim);
    const big = (count, name) => h("div", null, p("ws-big", count), p("ws-meta", name));
    const cover = () => h("div", null, h("div", { class: "ws-cover" }), p("ws-meta", this.labels.roots_hidden));
    const roots = asked && (this.held ? cover() : big(asked.roots.length, [asked.roots_counted, " ", this.labels.roots_behind]));
    return h("div", { class: "ws-voices" }, big(this.sheet.article.voices, this.labels.voices), roots);
  }

  /** The claims as questions, grouped by topic. */
  claims() {
    const group = ({ name, tally, claims }, n) => {
      const toggled = (event) => !this.printing && this.topics[event.target.open ? "add" : "delete"](name);
      const stop = claims.includes(this.last) ? this.last : claims[0];
      const items = claims.map((id) => h("li", null, this.claimButton(this.claim(id), id === stop)));
      const summary = h("summary", { "data-key": `topic-${n}` }, h("span", null, name), h("span", { class: "ws-meta" }, tally), svg(SIGNS, "forth"));
      return h("details", { open: this.topics.has(name), ontoggle: toggled }, summary, ul("", items));
    };
    const groups = h("div", { class: "ws-claims", "data-keys": "claims" }, this.layer.topics.map(group));
    return [this.section(this.labels.claims_title, this.labels.claims_note), groups];
  }

  /** A claim of the list: its question and how often it is said. */
  claimButton(entry, stop) {
    const bars = entry.mentions.map(() => h("i"));
    const outside = this.outside(entry.id);
    const spoken = h("span", { class: "ws-hidden" }, `, ${entry.said_aloud}${outside ? `, ${this.labels.layer_beyond}` : ""}`);
    const tally = h("span", { class: "ws-tally", "aria-hidden": "true" }, h("span", { class: "ws-bars" }, bars), entry.said);
    const node = this.button(`claim-${entry.id}`, outside ? "ws-claim ws-outside" : "ws-claim", () => this.open(entry.id), h("span", null, tale(entry.question), spoken), tally);
    node.tabIndex = stop ? 0 : -1;
    if (entry.id === this.last) node.setAttribute("aria-current", "true");
    return node;
  }

  /** Open every group of claims for paper, and close them again. */
  unfold(all) {
    this.printing = all; // what paper opens is not the reader's choice
    const groups = this.viewPart.querySelectorAll(".ws-claims details");
    for (const [n, group] of groups.entries()) group.open = all || this.topics.has(this.layer.topics[n]?.name);
    for (const more of this.viewPart.querySelectorAll(".ws-more")) more.open = all;
  }

  /** The claims in the order of the list. */
  order() {
    return this.layer.topics.flatMap(({ claims }) => claims);
  }

  /** The way out of guidance, for teachers and analysts. */
  openAll() {
    if (!this.state.guided) return undefined;
    const button = this.button("all", "ws-button", () => this.change({ guided: false }), this.labels.open_all);
    return h("div", { class: "ws-all ws-control" }, button, p("ws-small", this.labels.open_all_note));
  }

  // The reader's own copy: it is sent to be searched and shown in place, nothing is kept.

  /** The reader's own copy of the article, where someone can search it. */
  ownCopy() {
    if (!this.options.find) return undefined;
    const area = h("textarea", { rows: 5, id: `${this.id}-copy`, "data-key": "copy", oninput: () => (this.copy.text = area.value) });
    area.value = this.copy.text;
    const read = async (event) => {
      area.value = (await event.target.files[0]?.text()) ?? "";
      this.copy.text = area.value; // the area has evened out the line ends
    };
    const file = h("input", { type: "file", accept: ".txt,text/plain", onchange: read, "data-key": "copy-file" });
    return h(
      "details", { class: "ws-own ws-control", open: this.copy.open, ontoggle: (e) => (this.copy.open = e.target.open) },
      h("summary", { "data-key": "own" }, h("span", null, this.labels.copy_title), svg(SIGNS, "forth")),
      p("ws-meta", this.labels.copy_note),
      h("label", { for: `${this.id}-copy` }, this.labels.copy_paste), area,
      h("label", { class: "ws-file" }, this.labels.copy_file, " ", file),
      h("div", { class: "ws-steps" }, this.button("find", "ws-main", () => this.find(), this.labels.copy_find), this.button("clear", "ws-button", () => this.clearCopy(), this.labels.copy_clear)),
    );
  }

  /** Have the copy searched. */
  find() {
    if (!this.copy.text.trim()) {
      this.say(this.labels.copy_empty);
      return;
    }
    this.copy.sent = this.copy.text;
    this.options.find(this.copy.sent, (found) => this.showFound(found));
  }

  /** Show where the passages are in the copy that was sent; another view of the model may have asked. */
  showFound(list) {
    if (!this.copy.sent) return;
    this.copy.found = new Map(list.map((place) => [place.passage, place]));
    if (this.view === "article") this.draw("view");
    const count = list.filter(({ how }) => how !== "not found").length;
    this.say(fill(this.labels.copy_done, { count, number: list.length }));
  }

  /** Put the copy away. */
  clearCopy() {
    this.copy = { text: "", sent: "", found: new Map(), open: true };
    this.draw("view");
  }

  /** The words of the copy for a row, and how they were found. Offsets count characters as Python does. */
  copied(row) {
    const found = row.passages.map((id) => this.copy.found.get(id)).filter(Boolean);
    const item = ({ how, start, end }) => {
      const words = how === "not found" ? "" : Array.from(this.copy.sent).slice(start, end).join("");
      return h("p", { class: "ws-copied", "data-how": how }, h("span", { class: "ws-small" }, this.labels[`copy_${how.replace(" ", "_")}`]), words && h("q", null, words));
    };
    return found.map(item);
  }

  // The view of one claim: mentions, path, answers, question.

  /** Everything about one claim. */
  claimView(entry) {
    const number = [entry.number, this.outside(entry.id) && this.labels.layer_beyond].filter(Boolean).join(". ");
    const head = h(
      "div", { class: this.outside(entry.id) ? "ws-claimhead ws-outside" : "ws-claimhead" },
      p("ws-meta ws-strong", number),
      this.heading(1, { class: "ws-question", tabindex: "-1", "data-key": "heading" }, entry.question),
      p("ws-proposition", this.labels.the_claim, " ", tale(entry.proposition)),
    );
    const body = this.table ? this.tableView() : [this.mentions(entry), this.path(entry), this.answers(entry), this.bench(entry), this.standing(entry)];
    return h("div", { class: "ws-one" }, this.ways(entry), head, body);
  }

  /** The ways from a claim to the list and to its neighbours. */
  ways({ id }) {
    const order = this.order();
    const at = order.indexOf(id);
    const way = (to, key, ...children) => at >= 0 && to && this.button(key, "ws-text", () => this.open(to, key), ...children);
    return h(
      "div", { class: "ws-ways ws-control" },
      this.button("back", "ws-text", () => this.back(), svg(SIGNS, "back"), this.labels.back),
      h("span", null),
      way(order[at - 1], "previous", this.labels.previous_claim),
      way(order[at + 1], "next", this.labels.next_claim, svg(SIGNS, "forth")),
    );
  }

  /** Where the claim is said: in the article, then by others. */
  mentions(entry) {
    const item = (mention) => h(
      "li", null,
      p("ws-where", h("strong", null, mention.label), " ", h("span", null, mention.word)),
      mention.cue && p("ws-cue", mention.cue),
      p("ws-saying", mention.form, " ", tale(mention.gist)),
      p("ws-small", mention.by_name),
      mention.document && p("ws-small", link(mention.address, mention.link)),
      mention.document && p("ws-small", mention.known),
    ); // prettier-ignore
    const own = entry.mentions.filter(({ layer }) => layer === "article");
    const others = entry.mentions.filter(({ layer }) => layer !== "article");
    return [
      own.length > 0 && [this.section(this.labels.mentions_title, entry.mentions_note), ul("ws-mentions", own.map(item))],
      others.length > 0 && [
        this.section(this.labels.mentions_outside_title, entry.mentions_outside_note),
        ul("ws-mentions ws-outside", others.map(item)),
      ],
    ];
  }

  /** How the claim reached the page, or the way to the question that comes first. */
  path(entry) {
    if (this.held) {
      const ask = this.button("to-guess", "ws-button ws-control", () => this.open("", "guess"), this.labels.path_to_guess);
      const wait = h("div", { class: "ws-held" }, h("div", { class: "ws-cover" }), p("", this.labels.path_hidden), ask);
      return [this.section(this.labels.path_title), wait, p("ws-print", this.labels.guess_print)];
    }
    const { stations, note, also } = entry.path;
    const list = h("ol", { class: "ws-path", role: "list" }, stations.map((station) => this.station(station)));
    return [
      this.section(this.labels.path_title, this.labels.path_note),
      h("div", { class: "ws-panel" }, h("div", { class: "ws-chain" }, list, this.counter(entry))),
      [note, ...also].map((text) => p("ws-meta ws-also", text)),
      entry.audit.length > 0 && h("div", { class: "ws-audit" }, this.heading(2, { class: "ws-strong" }, this.labels.audit_title), ul("", entry.audit.map(({ text }) => h("li", null, text)))),
    ];
  }

  /** A station of the path, with the line that leads to it. */
  station({ station, glyph, title, text, how, line: style }) {
    const drawn = style && [line(style, false), line(style, true)];
    return h(
      "li", { class: "ws-station", "data-station": station },
      drawn, h("span", { class: "ws-box" }, svg(station === "evidence" ? BASES : SOURCES, glyph)),
      h(
        "div", { class: "ws-name" },
        station === "root" && h("span", { class: "ws-root" }, this.labels.root, " "),
        h("strong", null, title, " "), text && h("span", { class: "ws-small" }, text, " "),
      ),
      style && h("div", { class: "ws-how" }, svg(BASES, style), h("span", null, how)),
    );
  }

  /** How many mentions stand over how many roots. */
  counter(entry) {
    const asked = this.sheet.first_question?.claim === entry.id && this.guess !== undefined;
    const row = (items, kind, name) => [
      h("div", { class: kind, "aria-hidden": "true" }, items.map(() => h("i"))),
      p("", h("span", { class: "ws-big" }, items.length), " ", name),
    ];
    return h(
      "div", { class: "ws-counter" },
      h("div", null, row(entry.mentions, "ws-bars", entry.mentions_counted)), h("div", null, row(entry.roots, "ws-rings", entry.roots_counted)),
      asked && p("ws-meta", this.guessed(entry.id)),
    );
  }

  /** What was said against the claim, then what is known from outside, what speaks for it, and what only adds to it. */
  answers(entry) {
    const part = (inside, ...roles) => entry.answers.filter(({ layer, role }) => (layer === "article") === inside && roles.includes(role));
    const rows = (list) => list.length > 0 && h("ul", { class: "ws-answers", role: "list" }, list.map((answer) => this.answerRow(answer, entry.answers.indexOf(answer))));
    const cards = (list) => list.length > 0 && h("ul", { class: "ws-cards", role: "list" }, list.map((answer) => this.card(answer, entry.answers.indexOf(answer))));
    const both = (title, role) => {
      const [inside, outside] = [part(true, role), part(false, role)];
      return inside.length + outside.length > 0 && [this.section(title, this.matchKey()), rows(inside), cards(outside)];
    };
    const [inside, outside] = [part(true, "answer", "caution"), part(false, "answer", "caution")];
    const none = inside.length + outside.length === 0 && h("p", { class: "ws-none" }, this.labels.answers_none);
    return [
      (inside.length > 0 || none) && [this.section(this.labels.answers_title, inside.length > 0 && this.matchKey()), rows(inside), none],
      outside.length > 0 && [this.section(this.labels.outside_title, this.matchKey()), cards(outside)],
      both(this.labels.supports_title, "support"),
      both(this.labels.remarks_title, "remark"),
      this.addresses(entry),
    ];
  }

  /** Where the claim stands: the reader picks a word first, then the word of the rule and its reason. */
  standing(entry) {
    const place = `${entry.id} ${this.state.layer}`;
    const open = !this.state.guided || this.picks.has(place);
    const pick = (word) => {
      this.picks.set(place, word);
      this.draw("lead", "view");
      this.focus("stands");
      this.say(entry.standing.reason);
    };
    const item = ({ word, word_text: text, rule }) => {
      const chosen = open && word === entry.standing.word;
      const name = [svg(STANDINGS, word), h("strong", null, text), chosen && h("span", { class: "ws-small" }, this.labels.standing_this)];
      const head = open ? h("p", { class: "ws-word" }, name) : this.button(`pick-${word}`, "ws-button ws-word", () => pick(word), name);
      return h("li", { "aria-current": chosen && "true" }, head, h("p", { class: "ws-small" }, rule));
    };
    const { rule, words } = this.sheet.standings;
    const picked = this.picks.get(place);
    return h(
      "div", { class: open ? "ws-standing-part" : "ws-standing-part ws-open-question" },
      this.section(this.labels.standing_title, !open && this.labels.standing_ask),
      open && h("p", { class: "ws-stands", tabindex: "-1", "data-key": "stands" }, entry.standing.reason),
      picked && h("p", { class: "ws-meta" }, this.labels.standing_picked, " ", h("strong", null, words.find(({ word }) => word === picked)?.word_text)),
      h("ul", { class: "ws-standings", role: "list" }, words.map(item)),
      !open && h("p", { class: "ws-control" }, this.button("pick-none", "ws-text", () => pick(""), this.labels.standing_show)),
      h("details", { class: "ws-rule ws-control" }, h("summary", { "data-key": "rule" }, h("span", null, this.labels.standing_how), svg(SIGNS, "forth")), h("p", null, rule)),
    );
  }

  /** What the answers leave open, and what evidence would change one's mind. */
  bench(entry) {
    const { sentence, missing } = entry.bench;
    if (!missing.length) return undefined;
    return h(
      "div", { class: "ws-bench" },
      this.section(this.labels.bench_missing, this.labels.bench_missing_note), p("ws-meta", sentence),
      ul("ws-dashes", missing.map((text) => h("li", null, text))),
    );
  }

  // What if: sources are taken away, and the words of the claims follow from the sheet.

  /** The outcome of a claim with what is withdrawn; undefined where only the notebook knows. */
  outcome({ by, outcomes, all, few }, withdrawn = this.withdrawnNow()) {
    const gone = by.map((_, n) => n).filter((n) => withdrawn.has(by[n]));
    if (all) return outcomes[all[gone.reduce((mask, n) => mask + 2 ** n, 0)]];
    return gone.length > 2 ? undefined : outcomes[few[gone.join(",")] ?? 0];
  }

  /** Places of the withdrawn sources in the list of the layer. */
  withdrawnNow() {
    const { roots } = this.layer.whatif;
    return new Set(roots.map((_, n) => n).filter((n) => this.state.withdrawn.includes(roots[n].id)));
  }

  /** The claims that are touched, each with what was and what is. */
  touched() {
    const answer = this.answer();
    if (answer) return Object.entries(answer.outcomes).map(([id, after]) => ({ id, before: this.layer.whatif.claims[id].outcomes[0], after }));
    if (this.reread) return [];
    const withdrawn = this.withdrawnNow();
    const found = Object.entries(this.layer.whatif.claims).map(([id, claim]) => ({ id, before: claim.outcomes[0], after: this.outcome(claim, withdrawn) }));
    return found.filter(({ after }) => after?.change !== "");
  }

  /** The one sentence of what changes; every half of it comes from the sheet. */
  withoutSentence() {
    const { roots, sentence, sentences, counted } = this.layer.whatif;
    if (!this.supposed) return this.putBack ? counted : sentence;
    const answer = this.answer();
    if (answer) return answer.sentence;
    const names = roots.filter(({ id }) => this.state.withdrawn.includes(id));
    const touched = this.touched();
    const count = (kind) => touched.filter(({ after }) => after?.kind === kind).length;
    const went = roots.filter((root) => root.went);
    const gone = went.length > 0 && went.every(({ id }) => this.state.withdrawn.includes(id)) ? 1 : 0;
    const key = [...["silent", "unanswered", "other", "weaker"].map(count), gone].join(",");
    const half = !this.reread && touched.every(({ after }) => after) && Object.hasOwn(sentences, key) && sentences[key];
    if (!half) return this.options.ask ? this.labels.whatif_asked : this.labels.whatif_kernel;
    return fill(this.labels.whatif_without, { names: this.named(names.map(({ id }) => id)), half });
  }

  /** Names of sources as a sentence has them, in the order of the sheet. */
  named(ids) {
    const names = this.layer.whatif.roots.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
    return listed(names, this.labels.whatif_and);
  }

  // What if, otherwise: two sources as one, or one read to know otherwise. One change is in the sheet, more are asked.

  /** Whether the reader joined or graded anything. */
  get reread() {
    return this.state.joined.length > 0 || Object.keys(this.state.graded).length > 0;
  }

  /** Whether anything is not as the case has it. */
  get supposed() {
    return this.reread || this.state.withdrawn.length > 0;
  }

  /** What the reader changed, as it is asked of the notebook. */
  get reading() {
    const { layer, withdrawn, joined, graded } = this.state;
    return { layer, withdrawn, joined, graded };
  }

  /** What a reading changes and its sentence, from the sheet or as the notebook answered; else undefined. */
  answer() {
    return this.single() ?? (this.answered?.key === JSON.stringify(this.reading) ? this.answered : undefined);
  }

  /** The same from the sheet, which holds every single pair and every single grade unless the roots are many. */
  single() {
    const { withdrawn, joined, graded } = this.state;
    const { roots, readings, scale } = this.layer.whatif;
    const place = (wanted) => roots.findIndex(({ id }) => id === wanted);
    const grades = Object.entries(graded);
    const held = (kind, key) => (Object.hasOwn(readings[kind], key) ? readings[kind][key] : [0, {}]);
    const told = ([half, claims], label, values) => ({
      sentence: fill(label, { ...values, half: readings.halves[half] }),
      outcomes: Object.fromEntries(Object.entries(claims).map(([id, at]) => [id, readings.outcomes[at]])),
    });
    if (!readings.whole || withdrawn.length || joined.length + grades.length !== 1) return undefined;
    if (grades.length) {
      const [[id, grade]] = grades;
      return told(held("graded", `${place(id)},${grade}`), this.labels.whatif_graded, { names: this.named([id]), grade: this.grade(grade) });
    }
    const key = joined[0].map(place).sort((a, b) => a - b).join(",");
    return new Set(joined[0]).size === 2 && joined[0].length === 2 ? told(held("joined", key), this.labels.whatif_joined, { names: this.named(joined[0]) }) : undefined;
  }

  /** How a source knows, in words. */
  grade(wanted) {
    return this.layer.whatif.scale.find(({ grade }) => grade === wanted)?.text ?? "";
  }

  /** Ask the notebook, once, for what the sheet does not hold. */
  inquire() {
    const key = JSON.stringify(this.reading);
    if (!this.options.ask || this.asked === key || this.withoutSentence() !== this.labels.whatif_asked) return;
    this.asked = key;
    this.options.ask(this.reading);
  }

  /** Show what the notebook answered, unless the reader has gone on. */
  showReading({ layer, withdrawn, joined, graded, sentence, outcomes }) {
    const key = JSON.stringify({ layer, withdrawn, joined, graded });
    this.asked = undefined;
    if (key !== JSON.stringify(this.reading)) return;
    this.answered = { key, sentence, outcomes };
    if (this.view !== "whatif" || this.held) return;
    if (this.table) this.draw("lead", "view");
    else this.refresh();
    this.say(this.sentence);
  }

  /** Join two sources, if they are two. */
  join(first, second) {
    if (first === second) {
      this.say(this.labels.whatif_join_same);
      return;
    }
    const parts = [first, second];
    const met = this.state.joined.filter((group) => group.some((id) => parts.includes(id)));
    this.putBack = false;
    this.state.joined = [...this.state.joined.filter((group) => !met.includes(group)), [...new Set([...met.flat(), ...parts])]];
    this.swap();
  }

  /** Read a source to know otherwise; no grade is the rule's own. */
  regrade(id, grade) {
    const { [id]: _own, ...others } = this.state.graded;
    this.putBack = !grade;
    this.state.graded = grade ? { ...others, [id]: grade } : others;
    this.swap();
  }

  /** The two ways to read sources otherwise, and what the reader changed by them. */
  rereadNodes({ roots, scale, rules }) {
    const pick = (key, label, at, onchange) => {
      const select = h("select", { "data-key": key, onchange }, roots.map(({ id, name }, n) => h("option", { value: id, selected: n === at }, name)));
      return [h("label", { class: "ws-pick" }, h("span", null, label), select), select];
    };
    const [firstLabel, first] = pick("join-first", this.labels.whatif_join_first, 0);
    const [secondLabel, second] = pick("join-second", this.labels.whatif_join_second, 1);
    const [sourceLabel, source] = pick("grade-source", this.labels.whatif_grade_source, 0, () => this.scaled());
    const radio = (grade, ...text) => {
      const box = h("input", { type: "radio", name: `${this.id}-grade`, value: grade, "data-key": `grade-${grade}`, onchange: () => this.regrade(source.value, grade) });
      return h("label", null, box, h("span", null, ...text));
    };
    this.rules = new Map(roots.map(({ id }, n) => [id, rules[n]]));
    return [
      h(
        "div", { class: "ws-reread ws-control", role: "group", "aria-labelledby": `${this.id}-join` },
        this.heading(2, { id: `${this.id}-join` }, this.labels.whatif_join_title),
        firstLabel, secondLabel, this.button("join", "ws-button", () => this.join(first.value, second.value), this.labels.whatif_join),
      ),
      h(
        "div", { class: "ws-reread ws-control", role: "group", "aria-labelledby": `${this.id}-grade` },
        this.heading(2, { id: `${this.id}-grade` }, this.labels.whatif_grade_title),
        sourceLabel,
        h(
          "fieldset", { class: "ws-scale" }, h("legend", null, this.labels.whatif_scale),
          radio(0, h("span", { class: "ws-ruled-so" })), scale.map(({ grade, text }) => radio(grade, h("strong", null, String(grade)), " ", text)),
        ),
        p("ws-small", this.labels.whatif_grade_note),
      ),
    ]; // prettier-ignore
  }

  /** Show on the scale where the chosen source is. */
  scaled() {
    const { value } = this.viewPart.querySelector("[data-key=grade-source]");
    this.viewPart.querySelector(".ws-ruled-so").textContent = this.rules.get(value);
    for (const box of this.viewPart.querySelectorAll(".ws-scale input")) box.checked = Number(box.value) === (this.state.graded[value] ?? 0);
  }

  /** What the reader joined and graded, each with the way back. */
  mine() {
    const undo = (key, label, run, text) => {
      const again = () => (run(), this.focus(key));
      const node = this.button(`undo-${key}`, "ws-text ws-control", again, label);
      node.setAttribute("aria-label", `${label}: ${text}`);
      return h("li", null, h("span", null, text), " ", node);
    };
    const apart = (group) => {
      this.putBack = true;
      this.state.joined = this.state.joined.filter((other) => other !== group);
      this.swap();
    };
    const joined = this.state.joined.map((group) => undo("join-first", this.labels.whatif_apart, () => apart(group), fill(this.labels.whatif_one, { names: this.named(group) })));
    const graded = Object.entries(this.state.graded).map(([id, grade]) => undo("grade-source", this.labels.whatif_by_rule, () => this.regrade(id, 0), fill(this.labels.whatif_read_as, { names: this.named([id]), grade: this.grade(grade) })));
    return this.reread ? [ul("ws-dashes", [...joined, ...graded], this.labels.whatif_mine), p("ws-meta ws-control", this.sentence)] : [];
  }

  /** Take a source away, or put it back. */
  take(id, away) {
    this.putBack = !away;
    this.state.withdrawn = away ? [...this.state.withdrawn, id] : this.state.withdrawn.filter((other) => other !== id);
    this.swap();
  }

  /** Show what changed; the boxes stay as they are, so the focus does. */
  swap() {
    this.refresh();
    this.inquire();
    this.say(this.sentence);
    this.options.onChange?.({ ...this.state });
  }

  /** Bring the view in line with what the reader changed. */
  refresh() {
    const { withdrawn } = this.state;
    for (const box of this.viewPart.querySelectorAll(".ws-takes input")) {
      box.checked = !withdrawn.includes(box.value);
      box.closest("li").classList.toggle("ws-away", !box.checked);
    }
    this.viewPart.querySelector(".ws-inuse").textContent = this.inUse();
    this.scaled();
    this.viewPart.querySelector(".ws-mine").replaceChildren(...this.mine());
    this.viewPart.querySelector(".ws-changes").replaceChildren(...this.changes());
    this.leadPart.querySelector(".ws-sentence").textContent = this.sentence;
  }

  /** How many sources are in use. */
  inUse() {
    const { roots } = this.layer.whatif;
    return fill(this.labels.whatif_in_use, { left: roots.length - this.withdrawnNow().size, count: roots.length });
  }

  /** Sources at the left, what changes at the right. */
  whatifView(content) {
    const { roots } = content;
    const away = new Set(this.state.withdrawn);
    const item = ({ id, name, glyph, rests, linchpin }) => {
      const box = h("input", { type: "checkbox", value: id, "data-key": `take-${id}`, checked: !away.has(id), onchange: () => this.take(id, !box.checked) });
      const sign = linchpin && h("span", { class: "ws-linchpin" }, svg(SIGNS, "linchpin"), h("span", null, linchpin));
      return h("li", { class: away.has(id) ? "ws-away" : null }, h("label", null, box, svg(SOURCES, glyph), h("span", null, h("strong", null, name), " ", h("span", { class: "ws-small" }, rests)), sign));
    };
    const back = () => {
      this.putBack = true;
      Object.assign(this.state, { withdrawn: [], joined: [], graded: {} });
      this.swap();
    };
    return h(
      "div", { class: "ws-whatif" },
      h(
        "div", null,
        h("div", { class: "ws-section" }, this.heading(1, { tabindex: "-1", "data-key": "heading" }, this.labels.whatif_title), h("div", { class: "ws-meta ws-inuse" }, this.inUse())),
        h("ul", { class: "ws-takes", role: "list", "data-keys": "sources" }, roots.map(item)),
        this.rereadNodes(content), h("div", { class: "ws-mine" }, this.mine()),
        this.button("back-all", "ws-button ws-control", back, this.labels.whatif_back),
      ),
      h("div", { class: "ws-changes" }, this.changes()),
    );
  }

  /** The claims that change, before and after, and what it would take. */
  changes() {
    const { claims_in_all: all, linchpins } = this.layer.whatif;
    const touched = this.touched();
    const open = this.reread && !this.answer();
    const row = ({ id, before, after }) => h(
      "li", { "data-change": after?.change ?? "" },
      h("div", null, h("strong", null, this.claim(id).question), p("ws-small", after ? this.labels[`whatif_${after.change}`] : this.labels.whatif_unknown)),
      this.word(before), svg(SIGNS, "becomes"), after ? this.word(after) : h("div", null, "?"),
    ); // prettier-ignore
    const rest = all - touched.length;
    const leans = Object.entries(linchpins).filter(([id]) => this.claim(id) && ["contested", "answered", "holds"].includes(this.claim(id).standing.word));
    return [
      this.section(this.labels.whatif_changes, open ? "" : fill(this.labels.whatif_touched, { count: touched.length, all })),
      h("ul", { class: "ws-befores", role: "list" }, touched.map(row)),
      p("ws-meta ws-rest", open ? this.sentence : fill(touched.length ? this.labels.whatif_rest : this.labels.whatif_none, { count: rest })),
      p("ws-meta", svg(SIGNS, "linchpin"), " ", h("strong", null, this.labels.whatif_linchpin), " ", this.labels.whatif_linchpin_note),
      p("", this.labels.whatif_notice),
      leans.length > 0 && h(
        "details", { class: "ws-rule ws-leans" },
        h("summary", { "data-key": "leans" }, h("span", null, this.labels.whatif_leans), svg(SIGNS, "forth")),
        ul("", leans.map(([id, text]) => h("li", null, h("strong", null, this.claim(id).question), " ", text))),
      ),
    ].flat().filter(Boolean); // prettier-ignore
  }

  /** A standing with its glyph and what stands behind it. */
  word({ word, word_text: text, note }) {
    return h("div", { class: "ws-wordcell" }, svg(STANDINGS, word), h("div", null, h("strong", null, text), " ", h("span", { class: "ws-small" }, note)));
  }

  /** The changes as rows of a table. */
  changesTable() {
    const row = ({ id, before, after }) => [this.claim(id).question, before.word_text, before.note, after?.word_text ?? this.labels.whatif_unknown, after?.note ?? ""];
    return { columns: this.layer.whatif.columns, rows: this.touched().map(row) };
  }

  // Beyond the article: the word before and after, what was not carried, and roots that turn out to be one.

  /** The outside reports alone, then the five words to pick from: evidence comes before the word. */
  evidence({ claim, question }) {
    const entry = this.sheet.layers.beyond.claims[claim];
    return h(
      "div", { class: "ws-beyond" },
      this.heading(1, { class: "ws-question", tabindex: "-1", "data-key": "heading" }, question),
      this.cardsOf(entry), this.standing(entry),
    );
  }

  /** The outside reports that speak to a claim. */
  cardsOf(entry) {
    const cards = entry.answers.filter(({ layer }) => layer === "beyond");
    const chosen = new Set(this.sheet.beyond.cards);
    const first = cards.filter(({ statements }) => !chosen.size || statements.some((id) => chosen.has(id)));
    const rest = cards.filter((answer) => !first.includes(answer));
    const list = (some) => h("ul", { class: "ws-cards", role: "list" }, some.map((answer) => this.card(answer, entry.answers.indexOf(answer))));
    const more = rest.length > 0 && h(
      "details", { class: "ws-rule ws-more" },
      h("summary", { "data-key": "more" }, h("span", null, fill(this.labels.beyond_more, { count: rest.length })), svg(SIGNS, "forth")), list(rest),
    ); // prettier-ignore
    return [this.section(this.labels.beyond_cards, this.matchKey()), list(first), more];
  }

  /** The asked claim before and after, the outside reports, and what else changes. */
  beyondView({ claim, question, before, after, moved, joined }) {
    const entry = this.sheet.layers.beyond.claims[claim];
    const side = (title, told, last) => h("div", { class: last ? "ws-side-box ws-last" : "ws-side-box" }, p("ws-strong", title), this.word(told), p("", told.text));
    const row = ({ id, before: was, after: is }) => h(
      "li", { "data-change": "word" },
      h("div", null, this.button(`moved-${id}`, "ws-text", () => this.open(id), this.sheet.layers.beyond.claims[id].question)),
      this.word(was), svg(SIGNS, "becomes"), this.word(is),
    ); // prettier-ignore
    return h(
      "div", { class: "ws-beyond" },
      this.heading(1, { class: "ws-question", tabindex: "-1", "data-key": "heading" }, question),
      h("div", { class: "ws-sides" }, side(this.labels.beyond_before, before), svg(SIGNS, "becomes"), side(this.labels.beyond_after, after, true)),
      joined.length > 0 && [this.section(this.labels.beyond_joined), joined.map((text) => p("ws-also", text))],
      moved.length > 0 && [this.section(this.labels.beyond_moved), h("ul", { class: "ws-befores", role: "list" }, moved.map(row))],
      this.cardsOf(entry),
    );
  }

  // Numbers and clocks.

  /** Every figure on one axis, by what it counts, then what happened, was said and was printed. */
  numbersView({ axis, groups, warning, checks, left_out: left, clocks }) {
    const at = (value) => `${(100 * value) / axis.max}%`;
    const ticks = (named) => axis.ticks.map((tick, n) => styled(h("i", { class: "ws-tick" }, named && h("span", null, axis.ticks_text[n])), { left: at(tick) }));
    const row = ({ who, how, value, shape, text, note, layer }) => {
      const late = value > 0.5 * axis.max;
      const mark = styled(
        h("span", { class: late ? "ws-figure ws-late" : "ws-figure", "data-shape": shape }, svg(FIGURES, shape, "ws-figsign"), h("span", { class: "ws-figtext" }, h("strong", null, text), note && [" ", h("span", { class: "ws-small" }, note)])),
        { "--at": at(value), ...(late ? { right: `calc(100% - ${at(value)})` } : { left: at(value) }) },
      );
      return h("li", { class: layer === "beyond" ? "ws-figrow ws-edge" : "ws-figrow" }, h("div", null, p("", who), p("ws-small", how)), h("div", { class: "ws-track" }, ticks(false), mark));
    };
    const group = ({ title, whom, band, rows }) => {
      const shade = band && styled(h("div", { class: "ws-band", "aria-hidden": "true" }), { left: at(band[0]), width: at(band[1] - band[0]) });
      return h(
        "div", { class: "ws-figgroup" },
        h("div", { class: "ws-figtitle" }, this.heading(2, null, title), h("span", null, whom)),
        h("div", { class: "ws-figrows" }, shade && h("div", { class: "ws-bands" }, shade), h("ul", { role: "list" }, rows.map(row))),
      );
    };
    const shown = [...new Set(groups.flatMap(({ rows }) => rows.map(({ shape }) => shape)))];
    const key = [h("li", null, h("i", { class: "ws-bandkey" }), this.labels.numbers_band), ...shown.map((shape) => h("li", null, svg(FIGURES, shape, "ws-sign"), this.labels[`numbers_${shape.replace(" ", "_")}`]))];
    return h(
      "div", { class: "ws-numbers" },
      groups.length > 0 && [
        h("div", { class: "ws-section" }, this.heading(1, { tabindex: "-1", "data-key": "heading" }, this.labels.numbers_title), h("div", { class: "ws-meta" }, this.labels.numbers_note)),
        h("div", { role: "group", "aria-label": this.labels.numbers_title }, groups.map(group)),
        h("div", { class: "ws-figrow ws-axis", "aria-hidden": "true" }, h("div"), h("div", { class: "ws-track" }, ticks(true))),
        (warning || left) && h("div", { class: "ws-warning" }, svg(SIGNS, "conflict"), h("div", null, warning && p("", warning), left && p("", left))),
        ul("ws-key", key, this.labels.numbers_title),
        checks.length > 0 && [this.section(this.labels.numbers_checks), ul("ws-dashes", checks.map(({ text }) => h("li", null, text)))],
      ],
      clocks?.columns.length > 0 && this.clocks(clocks),
    );
  }

  /** Days across, and three rows: it happened, it was said, it was printed. */
  clocks({ sentence, note, left_out: left, columns, rows, conflicts }) {
    const days = columns.map(({ skipped }) => (skipped ? "minmax(0, .45fr)" : "minmax(0, 1fr)")).join(" ");
    const tracks = { "grid-template-columns": this.mirrored ? `${days} 126px` : `126px ${days}` };
    const first = this.mirrored ? 1 : 2; // days run left to right in every language; the names stand where a line begins
    const box = ({ from, to, title, text, conflict, undated, layer }) => {
      const kinds = ["ws-box-when", conflict && "ws-conflict", undated && "ws-undated", layer === "beyond" && "ws-edge"].filter(Boolean).join(" ");
      const dated = from === to ? columns[from].label : `${columns[from].label} – ${columns[to].label}`;
      return styled(
        h("li", { class: kinds }, h("span", { class: "ws-when" }, dated, " "), h("strong", null, conflict && svg(SIGNS, "conflict"), title), " ", h("span", { class: "ws-small" }, text, conflict && `. ${this.labels.clocks_conflict}`)),
        { "grid-column": `${from + first} / ${to + first + 1}` },
      );
    };
    const line = ({ title, note: under, boxes }) => {
      const cells = columns.map(({ skipped }, n) => styled(h("span", { class: skipped ? "ws-cell ws-skipped" : "ws-cell", "aria-hidden": "true" }), { "grid-column": n + first }));
      return h("div", { class: "ws-clock" }, styled(h("div", { class: "ws-clockgrid" }, cells), tracks), styled(h("div", { class: "ws-clockrow" }, h("div", { class: "ws-clockname" }, this.heading(2, null, title), p("ws-small", under)), h("ul", { role: "list" }, boxes.map(box))), tracks));
    };
    const kinds = Object.entries({ article: "clocks_in_article", undated: "clocks_undated", beyond: "clocks_beyond", conflict: "clocks_conflict" });
    const key = kinds.map(([kind, label]) => h("li", null, h("i", { class: `ws-boxkey ws-key-${kind}` }), this.labels[label]));
    return [
      this.section(this.labels.clocks_title, note), p("ws-meta", sentence),
      h(
        "div", { class: "ws-clocks" },
        styled(h("div", { class: "ws-days", "aria-hidden": "true" }, columns.map(({ label }, n) => styled(h("span", null, label), { "grid-column": n + first }))), tracks), rows.map(line),
      ),
      ul("ws-key", key, this.labels.clocks_title),
      [...conflicts, left].filter(Boolean).map((text) => p("ws-also", text)),
    ];
  }

  /** The article as a ribbon, what its words are used for, four measures, and the wording. */
  spaceView({ marks_title: title, marks_note: note, used, measures, wording, ...drawn }) {
    const most = Math.max(...used.map(({ words }) => words));
    const use = ({ role, title: name, words, text }) => h(
      "li", null,
      h("i", { class: "ws-role ws-swatch", "data-role": role, "aria-hidden": "true" }), h("span", null, name),
      h("span", { class: "ws-bar", "aria-hidden": "true" }, styled(h("i", { class: "ws-role", "data-role": role }), { width: `${(100 * words) / most}%` })),
      h("span", { class: "ws-meta" }, text),
    ); // prettier-ignore
    const measure = ({ name, value, note: under }) => h("li", null, p("ws-meta ws-strong", name), p("ws-value", value), p("ws-meta", under));
    return h(
      "div", { class: "ws-space" },
      h("div", { class: "ws-section" }, this.heading(1, { tabindex: "-1", "data-key": "heading" }, title || this.labels.space_ribbon), h("div", { class: "ws-meta" }, note)),
      this.ribbon(drawn),
      this.section(this.labels.space_used), ul("ws-used", used.map(use), this.labels.space_used),
      this.section(this.labels.space_measures, this.labels.space_measures_note), ul("ws-measures", measures.map(measure), this.labels.space_measures),
      p("ws-caveat", this.labels.space_caveat),
      this.wording(wording),
    );
  }

  /** The ribbon in one line and, for a narrow screen, in several; a part that has the focus is read out below. */
  ribbon({ whole, lines, segments, pointers }) {
    const at = (word, line) => `${(100 * (word - line.first_word)) / line.words}%`;
    const read = p("ws-meta ws-part ws-control", this.labels.space_ribbon_note);
    const choose = ({ currentTarget: own }) => {
      for (const other of own.closest(".ws-ribbon").querySelectorAll("button")) other.tabIndex = other === own ? 0 : -1;
      read.textContent = own.getAttribute("aria-label");
    };
    const piece = (key, first) => ({ segment, words }, n) => {
      const { role, text } = segments[segment];
      const props = { type: "button", class: "ws-role", "data-key": `${key}-${n}`, "data-role": role, "aria-label": text, tabindex: first && n === 0 ? 0 : -1 };
      return styled(h("li", null, h("button", { ...props, onfocus: choose })), { "flex-grow": words });
    };
    const wedge = (line) => ({ word, filled }) => {
      const sign = s("svg", { viewBox: "0 0 16 12", class: "ws-wedge" }, s("path", { d: "M1 1h14L8 11z", class: filled ? "ws-fill" : "" }));
      return styled(sign, { "inset-inline-start": at(word + 0.5, line) });
    };
    const drawn = (line, key, first) => h(
      "div", null,
      p("ws-small ws-strong ws-reach", line.label),
      h("div", { class: "ws-wedges", "aria-hidden": "true" }, line.marks.map(wedge(line))),
      ul("ws-parts", line.pieces.map(piece(key, first)), line.label),
      h("div", { class: "ws-partnames", "aria-hidden": "true" }, line.pieces.map(({ label, words }) => styled(h("span", null, label), { "flex-grow": words }))),
    ); // prettier-ignore
    const pointer = ({ kind, word, text }) => {
      const place = at(word, whole);
      const late = word - whole.first_word > 0.76 * whole.words; // its text would not fit behind it
      const line = styled(h("i", { "aria-hidden": "true" }), { [kind === "answer" ? "width" : "inset-inline-start"]: place });
      const told = styled(h("span", null, text), late ? { "margin-inline": `auto calc(100% - ${place} + 8px)` } : { "margin-inline-start": `calc(${place} + 8px)` });
      return h("li", { "data-kind": kind }, line, told);
    };
    const group = (kind, ...parts) => h("div", { class: `ws-ribbon ${kind}`, role: "group", "aria-label": this.labels.space_ribbon, "data-keys": "ribbon" }, parts);
    return [
      group("ws-whole", drawn(whole, "part", true)), group("ws-lines", lines.map((line, n) => drawn(line, `line-${n}`, n === 0))),
      ul("ws-pointers", pointers.map(pointer)), read,
    ]; // prettier-ignore
  }

  /** Verbs, hedges and loaded phrases: a row a side, and each of them behind it. */
  wording({ sentence, rule, table, ...behind }) {
    const id = (name) => `${this.id}-${name}`;
    const box = (name, data, caption) => h("div", { class: "ws-scroll", role: "region", "aria-labelledby": id(name), tabindex: "0", "data-key": `scroll-${name}` }, grid(data, caption));
    const fold = (name) => {
      const title = h("span", { id: id(name) }, this.labels[`wording_${name}`]);
      return behind[name].rows.length > 0 && h("details", null, h("summary", { "data-key": `fold-${name}` }, title, svg(SIGNS, "forth")), box(name, behind[name], ""));
    };
    const sides = box("sides", table, h("caption", { id: id("sides") }, sentence));
    return h("div", { class: "ws-wording" }, this.section(this.labels.wording_title), sides, p("ws-meta ws-also", rule), ["cues", "hedges", "phrases"].map(fold));
  }

  // The matrix: explanations in rows, items of evidence across; points and sentences are looked up in the sheet.

  /** What counts for each explanation by the reader's ratings, with the sum of its points. */
  tally() {
    const { hypotheses, items, scale, grades, points } = this.layer.matrix;
    const { ratings } = this.state;
    const weigh = (id) => items.map((item) => points[grades.indexOf(ratings[item.id])]?.[scale.indexOf(ratings[`${item.id} ${id}`])]);
    return hypotheses.map(({ id, letter, text }) => {
      const found = weigh(id);
      const counted = found.filter((value) => value !== undefined);
      return { id, letter, text, count: counted.length, points: counted.reduce((sum, value) => sum + value, 0), which: found.map((value) => value !== undefined).join() };
    });
  }

  /** The explanations with the fewest points first, those for which nothing counts last. */
  ranked() {
    const tally = this.tally();
    const rated = tally.filter(({ count }) => count).sort((a, b) => a.points - b.points);
    const tied = ({ points }) => rated.filter((other) => other.points === points).length > 1;
    return [...rated.map((one) => ({ ...one, tied: tied(one) })), ...tally.filter(({ count }) => !count)];
  }

  /** The one sentence of the ratings, filled in from the sheet. */
  weighedSentence() {
    const { items, sentence, sentences } = this.layer.matrix;
    const chosen = Object.keys(this.state.ratings);
    if (!items.some(({ id }) => chosen.some((key) => key.split(" ")[0] === id))) return sentence;
    const all = this.ranked();
    const rated = all.filter(({ count }) => count);
    if (!rated.length) return sentences.waiting;
    const names = (list) => listed(list.map(({ letter }) => letter), this.labels.matrix_and);
    if (rated.length < all.length) return fill(sentences.unrated, { names: names(all.slice(rated.length)) });
    const [{ points, count, which }] = rated;
    const top = rated.filter((one) => one.points === points);
    const kind = top.length === 1 ? "one" : top.length < all.length ? "tie" : "level";
    const tail = all.every((one) => one.which === which) ? "even" : "uneven";
    return fill(sentences[kind][tail], { names: names(top), points, count, all: items.length });
  }

  /** How far the ratings of an item tell the explanations apart. */
  apart({ id }) {
    const { hypotheses, scale, spread } = this.layer.matrix;
    const places = hypotheses.map((one) => scale.indexOf(this.state.ratings[`${id} ${one.id}`]));
    return spread[places.filter((place) => place >= 0 && place < scale.length - 1).sort().join("")] ?? "";
  }

  /** Keep a choice, or take it back, and show what follows; the controls stay as they are, so the focus does. */
  rate(key, value) {
    const { [key]: _, ...others } = this.state.ratings;
    this.state.ratings = value ? { ...others, [key]: value } : others;
    for (const [n, node] of this.viewPart.querySelectorAll(".ws-apart").entries()) {
      const apart = this.apart(this.layer.matrix.items[n]);
      node.textContent = apart || this.labels.matrix_spread_none;
      node.toggleAttribute("data-open", !apart);
    }
    this.viewPart.querySelector(".ws-ranked").replaceChildren(...this.scores());
    this.leadPart.querySelector(".ws-sentence").textContent = this.sentence;
    this.say(this.sentence);
    this.options.onChange?.({ ...this.state });
  }

  /** The scores as items of a list. */
  scores() {
    const all = this.layer.matrix.items.length;
    return this.ranked().map(({ letter, text, count, points, tied }) => {
      const open = [h("span", { class: "ws-control" }, this.labels.matrix_score_none), h("span", { class: "ws-print" }, fill(this.labels.matrix_score_print, { all }))];
      const score = count ? fill(this.labels.matrix_score, { points, count, all }) : open;
      return h("li", null, h("strong", { class: "ws-letter" }, letter), p("ws-words", text), p("ws-small", score, tied && `, ${this.labels.matrix_tied}`));
    });
  }

  /** One choice from a scale; nothing is chosen before the reader does, and the pencil finds an empty box. */
  choice(key, scale, texts, open, name) {
    const value = this.state.ratings[key] ?? "";
    const text = (word) => texts[scale.indexOf(word)] ?? "";
    const pencil = h("span", { class: "ws-pencil", "aria-hidden": "true" }, text(value));
    const choose = () => ((pencil.textContent = text(select.value)), this.rate(key, select.value));
    const select = h("select", { "aria-label": name, "data-key": `rate-${key}`, onchange: choose });
    select.append(...["", ...scale].map((word) => h("option", { value: word, selected: word === value }, text(word) || open)));
    return [select, pencil];
  }

  /** Explanations in rows and items across, then what the ratings give, and what the method cannot do. */
  matrixView({ items, rule, critique }) {
    const tables = Math.ceil(items.length / SIDE_BY_SIDE);
    const starts = Array.from({ length: tables + 1 }, (_, n) => Math.round((n * items.length) / tables));
    this.item = Math.min(this.item, items.length - 1);
    return h(
      "div", { class: "ws-weigh" },
      h("div", { class: "ws-section" }, this.heading(1, { tabindex: "-1", "data-key": "heading" }, this.labels.matrix_title), h("div", { class: "ws-meta" }, this.labels.matrix_note)),
      p("ws-also", this.labels.matrix_how),
      this.turner(items),
      p("ws-print", this.labels.matrix_pencil),
      starts.slice(0, -1).map((first, n) => this.matrixTable(first, items.slice(first, starts[n + 1]))),
      this.section(this.labels.matrix_result, this.labels.matrix_result_note),
      h("ol", { class: "ws-ranked", role: "list" }, this.scores()),
      this.section(this.labels.matrix_critique), ul("ws-dashes", critique.map((text) => h("li", null, text))),
      this.section(this.labels.matrix_rule), p("ws-also", rule),
    );
  }

  /** A few items side by side. */
  matrixTable(first, items) {
    const { hypotheses, scale, scale_text: scaleText, grades, grades_text: gradesText, items: all } = this.layer.matrix;
    const number = (n) => first + n + 1;
    const caption = `${this.id}-items-${first}`;
    const cell = (tag, n, props, ...children) => h(tag, { ...props, "data-item": first + n, "data-off": first + n !== this.item }, ...children);
    const head = ({ who, text, basis, basis_text: known, where, notes, layer }, n) => cell(
      "th", n, { scope: "col", class: layer === "beyond" ? "ws-outside" : null },
      p("ws-meta", fill(this.labels.matrix_item, { item: number(n), all: all.length })), p("ws-strong", who), p("ws-saying", text),
      p("ws-basis", svg(BASES, basis), h("span", null, known)), p("ws-small", [where, ...notes].join("; ")),
    ); // prettier-ignore
    const grade = ({ id }, n) => cell("td", n, null, this.choice(id, grades, gradesText, this.labels.matrix_open_grade, fill(this.labels.matrix_cell_grade, { item: number(n) })));
    const rating = ({ id, letter }) => (item, n) => cell("td", n, null, this.choice(`${item.id} ${id}`, scale, scaleText, this.labels.matrix_open, fill(this.labels.matrix_cell, { item: number(n), letter })));
    const row = (name, cells) => h("tr", null, h("th", { scope: "row" }, name), cells);
    return h(
      "div", { class: "ws-scroll ws-matrix", role: "region", "aria-labelledby": caption, "data-off": !items.includes(all[this.item]) },
      h(
        "table", null,
        h("caption", { id: caption }, fill(this.labels.matrix_items, { first: number(0), last: number(items.length - 1), all: all.length })),
        h("thead", null, h("tr", null, h("th", { scope: "col" }, this.labels.matrix_explanation), items.map(head))),
        h("tbody", null, row(this.labels.matrix_grade, items.map(grade)), hypotheses.map((one) => row([h("strong", { class: "ws-letter" }, one.letter), " ", p("ws-words", one.text)], items.map(rating(one))))),
        h("tfoot", null, row(this.labels.matrix_spread, items.map((item, n) => cell("td", n, null, h("span", { class: "ws-apart", "data-open": !this.apart(item) }, this.apart(item) || this.labels.matrix_spread_none))))),
      ),
    );
  }

  /** On a narrow screen, one item at a time. */
  turner(items) {
    const last = items.length - 1;
    const position = h("span", { class: "ws-meta" });
    const arrow = (step, sign, name) => {
      const node = this.button(`item-${sign}`, "ws-arrow", () => (show(this.item + step), this.say(`${position.textContent}: ${items[this.item].who}`)), svg(SIGNS, sign));
      node.setAttribute("aria-label", name);
      return node;
    };
    const [back, forth] = [arrow(-1, "back", this.labels.matrix_previous), arrow(1, "forth", this.labels.matrix_next)];
    const show = (n) => {
      this.item = Math.max(0, Math.min(last, n));
      position.textContent = fill(this.labels.matrix_item, { item: this.item + 1, all: items.length });
      back.setAttribute("aria-disabled", String(this.item === 0));
      forth.setAttribute("aria-disabled", String(this.item === last));
      for (const node of this.viewPart.querySelectorAll("[data-item]")) node.toggleAttribute("data-off", Number(node.dataset.item) !== this.item);
      for (const node of this.viewPart.querySelectorAll(".ws-matrix")) node.toggleAttribute("data-off", !node.querySelector(`[data-item="${this.item}"]`));
    };
    show(this.item);
    return h("div", { class: "ws-turner ws-control" }, back, position, forth);
  }

  /** The table behind the matrix, with what the reader chose. */
  ratedTable({ hypotheses, items, scale, scale_text: scaleText, grades, grades_text: gradesText, points, table: { columns, rows } }) {
    const { ratings } = this.state;
    const chosen = hypotheses.flatMap((one) => items.map((item) => {
      const [grade, rating] = [grades.indexOf(ratings[item.id]), scale.indexOf(ratings[`${item.id} ${one.id}`])];
      return [gradesText[grade] ?? "", scaleText[rating] ?? "", String(points[grade]?.[rating] ?? ""), this.apart(item)];
    }));
    return { columns, rows: rows.map((row, n) => [...row.slice(0, -chosen[n].length), ...chosen[n]]) };
  }

  /** The key of the match cells. */
  matchKey() {
    const keys = Object.keys(MATCHES).map((how) => h("li", null, svg(MATCHES, how, "ws-sign"), this.labels[`match_${how.replace(" ", "_")}`]));
    return ul("ws-key", keys, this.labels.match_title);
  }

  /** Which parts of the claim an answer meets. */
  match(answer) {
    const cell = ({ aspect_text: aspect, meets, text }) => h(
      "li", { "data-meets": meets },
      svg(MATCHES, meets, "ws-sign"), h("span", { class: "ws-aspect", "aria-hidden": "true" }, aspect), h("span", { class: "ws-hidden" }, text),
    ); // prettier-ignore
    return answer.match.length > 0 && ul("ws-match", answer.match.map(cell), this.labels.match_title);
  }

  /** An answer of the article: who, what, and how they know. */
  answerRow(answer, n) {
    return h(
      "li", { class: "ws-answer", "data-part": answer.role },
      svg(ANSWERS, answer.glyph, "ws-glyph ws-kindglyph"),
      h("div", null, p("ws-kind", answer.kind_text), p("ws-strong", answer.by_name), p("ws-meta", answer.label)),
      h("div", null, p("ws-text-gist", answer.gist), this.match(answer), this.benched(answer), this.way(answer, n)),
      h("div", null, this.basis(answer), p("ws-meta", answer.basis_note)),
    );
  }

  /** What an answer meets and what it leaves open. */
  benched({ statements: [first] }) {
    const entry = this.view === "beyond" ? this.claim(this.sheet.beyond.claim) : this.entry;
    const { covers, open } = entry.bench.answers[first] ?? {};
    return open && p("ws-small", covers, " ", open);
  }

  /** The way from an answer to the claim it puts forward, if that has a view of its own. */
  way(answer, n) {
    const key = `way-${n}`;
    if (!answer.claim || answer.claim === this.state.claim || !this.claim(answer.claim)) return undefined;
    return p("ws-way ws-control", this.button(key, "ws-text", () => this.open(answer.claim), answer.claim_question));
  }

  /** How an answer is known. */
  basis(answer) {
    return p("ws-basis", svg(BASES, answer.basis), h("span", null, answer.basis_text));
  }

  /** A report from outside the article. */
  card(answer, n) {
    const source = answer.document && p("ws-link", link(answer.address, answer.link));
    return h(
      "li", { class: "ws-report ws-outside", "data-part": answer.role },
      h("div", { class: "ws-where" }, this.heading(2, null, answer.label), h("span", null, answer.word)),
      p("ws-kind", svg(ANSWERS, answer.glyph), h("span", null, answer.kind_text)),
      this.basis(answer),
      p("ws-words", answer.gist), this.match(answer), this.benched(answer),
      p("ws-meta", h("strong", null, answer.by_name), ". ", answer.basis_note),
      source, answer.known && p("ws-small", answer.known), this.way(answer, n),
    );
  }

  /** The full addresses, for paper only. */
  addresses(entry) {
    const cited = new Map([...entry.mentions, ...entry.answers].filter(({ address }) => address).map((place) => [place.address, place.link]));
    const items = [...cited].map(([address, text]) => h("li", null, text, ": ", address));
    return items.length > 0 && h("div", { class: "ws-print ws-addresses" }, this.section(this.labels.addresses_title), ul("", items));
  }

  /** The question to the reader under a claim. */
  askNodes() {
    const { id = this.view, ask } = this.content(this.view);
    if (!ask || this.waits) return [];
    const note = this.notes.get(id) ?? { choice: "", text: "", saved: false, said: "" };
    note.choice = keptOf(ask, note.choice);
    const keep = (patch) => (this.notes.set(id, Object.assign(note, patch)), this.later());
    const choose = (choice) => (keep({ choice: note.choice === choice ? "" : choice }), this.draw("ask"));
    const asked = ask.options.includes(note.choice) ? ask : (this.sheet.layers.beyond.claims[id]?.ask ?? ask); // chosen there, printed here
    const text = (choice, from = ask) => (choice === null ? this.labels.question_unsure : textOf(from, choice));
    const option = (choice, n) => {
      const node = this.button(`option-${n}`, "ws-button", () => choose(choice), text(choice));
      node.setAttribute("aria-pressed", String(note.choice === choice));
      return node;
    };
    const area = h("textarea", { rows: 2, id: `${this.id}-line`, "data-key": "line", oninput: () => keep({ text: area.value }) });
    area.value = note.text;
    const options = [...ask.options, null].map(option);
    const title = `${this.id}-prompt`;
    return h(
      "div", { class: "ws-card ws-student", role: "group", "aria-labelledby": title },
      this.heading(1, { class: "ws-prompt", id: title }, ask.prompt),
      h("div", { class: "ws-options ws-control", role: "group", "aria-labelledby": title }, options),
      h("label", { class: "ws-control", for: `${this.id}-line` }, this.labels.question_write),
      h("div", { class: "ws-write ws-control" }, area, this.button("save", "ws-main", () => this.save(keep, note), this.labels.question_save)),
      note.said && p("ws-meta ws-control", note.said),
      note.opened && this.content("beyond") && this.view !== "beyond" && h("p", { class: "ws-control" }, this.button("to-beyond", "ws-button", () => this.turn("beyond", "heading"), this.labels.beyond_go)),
      h("div", { class: "ws-print ws-ruled" }, text(note.choice, asked), " ", note.text, [1, 2, 3, 4].map(() => h("i"))),
    );
  }

  /** Keep the line the reader wrote; the first one opens the outside. */
  save(keep, note) {
    const written = note.text.trim() !== "";
    const opens = written && this.locked && this.state.layer === "article";
    const said = written ? this.labels.question_saved : this.labels.question_empty;
    const told = opens ? `${said} ${this.labels.beyond_opened}` : said;
    keep({ saved: note.saved || written, said: told, opened: opens || note.opened });
    this.draw("ask", "layers", "tabs");
    if (!written) this.focus("line");
    this.say(told);
  }

  // What the reader answered, as rows that are kept without anyone doing anything; see whosays.teach.answers.

  /** Every answer given in the explorer, as a row. */
  answered() {
    const guess = this.guess === undefined ? [] : [[this.sheet.first_question.id, "", this.guess === null ? null : String(this.guess), ""]];
    const picks = [...this.picks].map(([place, word]) => [`standing ${place}`, "", word || null, ""]);
    const written = [...this.notes].filter(([, { choice, text, saved }]) => choice !== "" || text || saved);
    const lines = written.map(([id, { choice, text, saved }]) => [`line ${id}`, saved ? "" : "draft", choice, text]);
    const ratings = Object.entries(this.state.ratings).map(([key, value]) => [`rating ${key}`, "", String(value), ""]);
    return [...guess, ...picks, ...lines, ...ratings];
  }

  /** Take up rows that were kept; ratings that Python gave stand before those. */
  restore(rows, given) {
    this.rows = rows;
    this.guess = undefined;
    this.picks.clear();
    this.notes.clear();
    const ratings = {};
    for (const [item, moment, value, reason] of rows) {
      const [kind, id] = [item.split(" ", 1)[0], item.slice(item.indexOf(" ") + 1)];
      if (item === this.sheet.first_question?.id) this.guess = value === null ? null : Number(value);
      if (kind === "standing") this.picks.set(id, value ?? "");
      if (kind === "line") this.notes.set(id, { choice: value, text: reason, saved: moment === "", said: "" });
      if (kind === "rating" && value) ratings[id] = value;
    }
    this.state.ratings = given ?? ratings;
  }

  /** Take up rows that came from elsewhere: from a file, from Python, or from another seat. */
  takeUp(rows) {
    if (JSON.stringify(rows) === JSON.stringify(this.rows)) return;
    clearTimeout(this.waiting);
    const before = JSON.stringify(this.answered());
    this.restore(rows);
    if (JSON.stringify(this.answered()) !== before) this.draw(); // else a button would go from under the finger
  }

  /** Keep the answers once the reader pauses. */
  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.keep(), 250);
  }

  /** Keep the answers now, if one is new. */
  keep() {
    clearTimeout(this.waiting);
    const now = this.answered().filter((row) => !this.given.has(JSON.stringify(row)) || this.rows.some(([item]) => item === row[0]));
    const gone = this.rows.filter(([item, , value]) => value && item.startsWith("rating ") && !now.some(([other]) => other === item));
    const rows = mergedRows(this.rows, [...now, ...gone.map(([item, moment]) => [item, moment, "", ""])]);
    if (JSON.stringify(rows) === JSON.stringify(this.rows)) return;
    const before = new Set(this.rows.map((row) => JSON.stringify(row)));
    this.rows = rows;
    this.options.desk?.put(rows, rows.filter((row) => !before.has(JSON.stringify(row))));
  }

  /** Keep what waits, because the reader turns elsewhere. */
  leave() {
    this.keep();
  }

  /** Where the answers are kept, and how to take them away; `desk` is the folder of Python or the browser's own store. */
  keptNodes() {
    const { desk, again } = this.options;
    if (!desk || again) return [];
    const { labels } = this;
    const notice = desk.notice && h("p", { class: "ws-meta ws-notice ws-control" }, labels[desk.notice] ?? desk.notice);
    const about = desk.blocked ? labels.kept_blocked : labels[desk.page ? "kept_page" : "kept_notebook"];
    const opened = (event) => (this.keptOpen = event.target.open);
    return [
      (desk.blocked || notice) && (notice || p("ws-meta ws-notice ws-control", about)),
      h(
        "details", { class: "ws-kepts ws-control", open: this.keptOpen, ontoggle: opened },
        h("summary", { "data-key": "kept" }, h("span", null, labels.kept_title), svg(SIGNS, "forth")),
        p("ws-meta", about), desk.page && this.seat(desk),
        h("div", { class: "ws-keptways" }, desk.page && [this.button("kept-save", "ws-button", () => this.saveFile(), labels.kept_save), this.openFile()], this.remove()),
      ),
    ];
  }

  /** The seat whose answers the page keeps. */
  seat(desk) {
    const sit = () => {
      this.keep();
      this.takeUp(desk.sit(Math.max(0, Math.min(999, Math.trunc(Number(input.value)) || 0))));
      this.draw("kept");
      this.focus("seat");
    };
    const input = h("input", { type: "number", min: 0, max: 999, value: desk.seat, inputmode: "numeric", "data-key": "seat", onchange: sit });
    return h("p", { class: "ws-seat" }, h("label", null, this.labels.kept_seat, " ", input), h("span", { class: "ws-small" }, this.labels.kept_seat_note));
  }

  /** Save the answers to a file of the reader's own. */
  saveFile() {
    this.keep();
    const { seat } = this.options.desk;
    const name = `${this.sheet.case}-seat-${String(seat).padStart(2, "0")}.json`;
    download(writeAnswers(this.sheet.case, seat, this.rows), name, "application/json");
    this.say(fill(this.labels.kept_file_saved, { name }));
  }

  /** Open a file of answers; what was here before is set aside. */
  openFile() {
    const { desk } = this.options;
    const read = async () => {
      const { rows, wrong } = readAnswers(await input.files[0].text(), this.sheet.case);
      if (rows) this.takeUp(desk.replace(rows));
      desk.notice = wrong ? `kept_file_${wrong}` : "kept_opened";
      this.draw("kept");
      this.focus("kept-open");
      this.say(this.labels[desk.notice]);
    };
    const input = h("input", { type: "file", accept: ".json,application/json", "data-key": "kept-open", onchange: read });
    return h("label", { class: "ws-file" }, this.labels.kept_open, " ", input);
  }

  /** Delete the answers, after a second press. */
  remove() {
    const { desk } = this.options;
    const again = (asked, focus) => ((this.removing = asked), this.draw("kept"), this.focus(focus));
    if (!this.removing) return this.button("kept-delete", "ws-button", () => again(true, "kept-not"), this.labels.kept_delete);
    const really = () => {
      this.removing = false;
      desk.remove();
      desk.notice = "kept_deleted";
      this.rows = []; // what Python sends back is no news then
      this.restore([]);
      this.draw();
      this.options.onChange({ ...this.state });
      this.focus("kept-delete");
      this.say(this.labels.kept_deleted);
    };
    return [this.button("kept-really", "ws-main", really, this.labels.kept_delete_really), this.button("kept-not", "ws-button", () => again(false, "kept-delete"), this.labels.kept_delete_not)];
  }

  // Keys. JupyterLab binds arrows, Enter and Escape further up: what is ours stops here, all else passes.

  /** Handle a key where it was pressed, from the innermost composite outwards. */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.matches("textarea, select, input:not([type=checkbox])");
    for (let at = event.target.closest("[data-keys]"); at && !typing; at = at.parentElement.closest("[data-keys]")) {
      if (!this[`${at.dataset.keys}Keys`](event)) continue;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const pressed = ["Enter", " "].includes(event.key) && event.target.closest("button, summary, a, input");
    const scrolls = event.key.startsWith("Arrow") && event.target.matches(".ws-scroll");
    if ((typing && event.key !== "Escape") || pressed || scrolls) event.stopPropagation();
  }

  /** Keys of the tabs. */
  tabsKeys(event) {
    return walk(event, [...this.tabsPart.children], this.along);
  }

  /** Keys of the layers: the focus chooses, as in any set of radios, unless the layer is locked. */
  layersKeys(event) {
    const [back, forth] = this.along;
    const key = { ArrowUp: back, ArrowDown: forth }[event.key] ?? event.key;
    const radios = [...this.layersPart.querySelectorAll("[role=radio]")];
    if (!walk({ key, target: event.target }, radios, this.along)) return false;
    this.look(this.root.getRootNode().activeElement.dataset.key.replace("layer-", ""));
    return true;
  }

  /** Keys of the article: rows up and down, marks of a row along the line, Escape closes the list. */
  marksKeys(event) {
    const row = event.target.closest(".ws-row");
    if (event.key === "Escape" && row.querySelector(".ws-statements")) {
      this.toggle(this.mark, Number(row.dataset.row));
      return true;
    }
    if (!event.target.matches(".ws-mark")) return false;
    const step = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" }[event.key];
    if (!step) return walk(event, [...row.querySelectorAll(".ws-mark")], this.along);
    row[step]?.querySelector(".ws-mark").focus();
    return true;
  }

  /** Keys of the claims: up and down through what is open. */
  claimsKeys(event) {
    const items = [...this.viewPart.querySelectorAll(".ws-claims summary, .ws-claims details[open] .ws-claim")];
    return walk(event, items, ["ArrowUp", "ArrowDown"], false);
  }

  /** Keys of the sources that may be taken away: up and down; the space bar is the box's own. */
  sourcesKeys(event) {
    return walk(event, [...this.viewPart.querySelectorAll(".ws-takes input")], ["ArrowUp", "ArrowDown"]);
  }

  /** Keys of the ribbon: along its parts. */
  ribbonKeys(event) {
    return walk(event, [...event.target.closest(".ws-ribbon").querySelectorAll("button")], this.along);
  }

  /** Keys of a table. */
  tableKeys(event) {
    if (event.key !== "Escape") return false;
    this.showTable(false);
    this.focus("table");
    return true;
  }

  /** Keys of a view: Escape leaves the claim. */
  viewKeys(event) {
    if (event.key !== "Escape" || this.view !== "claim") return false;
    this.back();
    return true;
  }
}

// The reader's answers: rows of item, moment, value and reason, and the file of whosays.teach.answers that holds them.

const FORMAT = { format: "whosays answers", version: 1 };

/** Mend half characters, which no file can hold. */
function mended(text) {
  return text === null ? null : String(text).replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/** The CRC-32 of a text in UTF-8, as eight hexadecimal digits. */
function crc32(text) {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc >>> 0).toString(16).padStart(8, "0");
}

/** Answers as a file: byte for byte what Python writes. */
function writeAnswers(name, seat, rows) {
  const answers = rows.map(([item, moment, value, reason]) => ({ item, moment, value, reason }));
  return JSON.stringify({ ...FORMAT, case: name, seat, answers, checksum: crc32(JSON.stringify([name, seat, rows])) }, null, 1);
}

/** The rows of a file about a case, or what is wrong with it: damaged, version or case. */
function readAnswers(text, name) {
  try {
    const held = JSON.parse(text);
    if (held.format === FORMAT.format && held.version !== FORMAT.version) return { wrong: "version" };
    const rows = held.answers.map(({ item, moment, value, reason }) => [item, moment, value, reason]);
    if (held.format !== FORMAT.format || crc32(JSON.stringify([held.case, held.seat, rows])) !== held.checksum) return { wrong: "damaged" };
    return held.case === name ? { rows } : { wrong: "case" };
  } catch {
    return { wrong: "damaged" };
  }
}

/** What is read of a choice that is kept; as it was kept, if it is none of the options. */
function textOf({ options, options_text: texts }, choice) {
  return texts[options.indexOf(choice)] ?? choice;
}

/** What is kept of a choice that may have been kept as it was read, as earlier versions did. */
function keptOf({ options, options_text: texts }, choice) {
  return options.includes(choice) ? choice : (options[texts.indexOf(choice)] ?? choice);
}

/** The moment of a line that is not saved yet. */
function draftOf(moment) {
  return `draft ${moment}`.trim();
}

/** Rows with some given anew or added; a saved line takes the place of its draft. */
function mergedRows(rows, changed) {
  const kept = new Map(rows.map((row) => [row.slice(0, 2).join("\n"), row]));
  for (const row of changed.map((cells) => cells.map(mended))) {
    kept.set(row.slice(0, 2).join("\n"), row);
    if (!row[1].startsWith("draft")) kept.delete(`${row[0]}\n${draftOf(row[1])}`);
  }
  return [...kept.values()];
}

/**
 * The way of answers to Python: a message each, not a trait, whose echo would bring back what was there before.
 * The browser holds them until Python says that they are kept, so that a kernel that is gone takes none with it.
 */
class Post {
  constructor(model, name, sent) {
    Object.assign(this, { model, sent, place: `whosays on its way ${name} ${model.get("seat")}` });
    this.taken = ({ type, rows }) => type === "kept" && this.drop(rows);
    model.on("msg:custom", this.taken);
    const left = this.held;
    if (left.length) this.send(left);
  }

  /** What is on its way; nothing where storage is blocked. */
  get held() {
    try {
      const rows = JSON.parse(localStorage.getItem(this.place) ?? "[]");
      return Array.isArray(rows) ? rows.filter((row) => Array.isArray(row) && row.length === 4) : [];
    } catch {
      return [];
    }
  }

  set held(rows) {
    try {
      if (rows.length) localStorage.setItem(this.place, JSON.stringify(rows));
      else localStorage.removeItem(this.place);
    } catch {
      // storage is blocked: Python alone keeps the answers then
    }
  }

  /** Send rows, and hold them until they are kept. */
  send(rows) {
    this.sent.push(...rows);
    this.held = mergedRows(this.held, rows);
    this.model.send({ type: "answers", rows });
  }

  /** Hold rows no longer. */
  drop(rows) {
    const kept = new Set(rows.map((row) => JSON.stringify(row)));
    this.held = this.held.filter((row) => !kept.has(JSON.stringify(row)));
  }

  /** Forget everything, because the reader deletes it. */
  forget() {
    this.sent.length = 0;
    this.held = [];
  }

  close() {
    this.model.off("msg:custom", this.taken);
  }
}

/** The browser's own store for the answers about a case, by seat; where it is blocked, nothing is kept. */
class Shelf {
  constructor(name) {
    Object.assign(this, { name, page: true, seat: 0, notice: "" });
    try {
      this.store = window.localStorage;
      this.seat = Number(this.store.getItem("whosays seat")) || 0;
    } catch {
      this.store = undefined;
    }
  }

  /** Whether nothing is kept. */
  get blocked() {
    return !this.store;
  }

  /** Under which name the answers of the seat are kept. */
  get key() {
    return `whosays answers ${this.name} ${this.seat}`;
  }

  /** Do something with the store; a store that is full or closed is one that keeps nothing. */
  attempt(act) {
    try {
      return this.store && act(this.store);
    } catch {
      this.store = undefined;
      return undefined;
    }
  }

  /** The rows of the seat; what is damaged is set aside. */
  read() {
    const text = this.attempt((store) => store.getItem(this.key));
    const { rows } = text ? readAnswers(text, this.name) : { rows: [] };
    if (text) this.notice = rows ? "kept_back" : "kept_damaged";
    if (!rows) this.setAside();
    return rows ?? [];
  }

  /** Move what is kept under a name of its own. */
  setAside() {
    this.attempt((store) => {
      let number = 1;
      while (store.getItem(`${this.key} set aside ${number}`) !== null) number++;
      const text = store.getItem(this.key);
      if (text !== null) store.setItem(`${this.key} set aside ${number}`, text);
      store.removeItem(this.key);
    });
  }

  /** Keep what is new beside what is there: a lesson about the same case may be open in another window. */
  put(rows, changed = rows) {
    this.attempt((store) => {
      const there = readAnswers(store.getItem(this.key), this.name).rows ?? [];
      store.setItem(this.key, writeAnswers(this.name, this.seat, mergedRows(there, changed)));
    });
  }

  /** Keep the rows of a file in the place of what is here. */
  replace(rows) {
    this.setAside();
    Shelf.prototype.put.call(this, rows);
    return rows;
  }

  /** Change the seat, and return its rows. */
  sit(seat) {
    Object.assign(this, { seat, notice: "" });
    this.attempt((store) => store.setItem("whosays seat", String(seat)));
    return this.read();
  }

  /** Delete the answers of the seat, with what was set aside. */
  remove() {
    this.attempt((store) => {
      const keys = Array.from({ length: store.length }, (_, n) => store.key(n));
      for (const key of keys) if (key === this.key || key.startsWith(`${this.key} set aside `)) store.removeItem(key);
    });
  }
}

/** The shelf of a page with several views of one case: what is answered in one of them, the others show too. */
class Shared extends Shelf {
  constructor(name) {
    super(name);
    Object.assign(this, { views: [], rows: this.read() });
  }

  /** Show a view in its place. */
  add(root, { card, ...options }, sheet) {
    const notice = this.blocked ? card?.labels.kept_blocked : "";
    const onAnswers = (rows) => this.put(view.rows, rows);
    const again = this.views.some((other) => other instanceof Explorer);
    const role = "group"; // several of one name are no landmarks
    const view = card ? new Card(root, card, { role, answers: this.rows, notice, onAnswers }) : new Explorer(root, sheet, { ...options, role, again, desk: this, rows: this.rows });
    this.views.push(view);
    return view;
  }

  put(rows, changed) {
    super.put(rows, changed);
    this.rows = mergedRows(this.rows, changed);
    if (this.settling) return;
    const others = this.views.filter((view) => view.rows !== rows);
    this.settle(others);
    for (const view of others) view.takeUp(this.rows);
  }

  /** Keep what waits in views, without telling the others. */
  settle(views = this.views) {
    this.settling = true;
    for (const view of views) view.leave();
    this.settling = false;
  }

  /** Put other rows in the place of all that is shown. */
  turn(rows) {
    this.rows = rows;
    for (const view of this.views) view.takeUp(rows);
    return rows;
  }

  replace(rows) {
    return this.turn(super.replace(rows));
  }

  sit(seat) {
    this.settle();
    return this.turn(super.sit(seat));
  }

  remove() {
    super.remove();
    this.turn([]);
  }
}

/** One question, or the quiz, as a card: answer first, then see; what is answered is kept by itself. */
class Card {
  constructor(root, card, options) {
    Object.assign(this, { root, card, options, labels: card.labels, rows: options.answers, drafts: new Map(), nodes: new Map() });
    this.id = `ws${Math.random().toString(36).slice(2)}`;
    this.status = h("p", { class: "ws-status", role: "status", "aria-live": "polite", "aria-atomic": "true" });
    this.foot = h("div", { class: "ws-cardfoot" });
    const title = h("h2", { class: "ws-meta ws-strong", id: `${this.id}-title` }, card.title);
    const frame = h(
      "div", { class: "ws-frame ws-cardframe", role: options.role ?? "region", "aria-labelledby": `${this.id}-title`, onkeydown: (e) => this.key(e), onfocusout: (e) => e.currentTarget.contains(e.relatedTarget) || this.flush() },
      title, card.quiz && p("ws-prompt", card.sentence), h("div", { class: "ws-items" }, card.items.map((item, n) => this.place(item, n))), this.foot, this.status,
    );
    root.replaceChildren(h("div", { class: "whosays", lang: card.language, dir: card.direction }, frame));
    this.drawFoot();
  }

  /** The row of an item, or of its draft. */
  row(item, moment = this.card.moment) {
    return this.rows.find(([id, at]) => id === item.id && at === moment);
  }

  /** What is being answered: the value, undefined before there is one, and the line. */
  draft(item) {
    if (!this.drafts.has(item.id)) {
      const [, , value, reason = ""] = this.row(item) ?? this.row(item, draftOf(this.card.moment)) ?? [];
      this.drafts.set(item.id, { value: value === "" ? undefined : keptOf(item, value), reason });
    }
    return this.drafts.get(item.id);
  }

  /** Put an item where it belongs, anew if it is there. */
  place(item, n) {
    const node = h("div", { class: this.card.quiz ? "ws-item" : "ws-card ws-item", role: "group", "aria-labelledby": `${this.id}-prompt-${n}` }, this.item(item, n));
    this.nodes.get(n)?.replaceWith(node);
    this.nodes.set(n, node);
    return node;
  }

  /** An item: what is asked, the ways to answer, then what is said about it. */
  item(item, n) {
    const done = this.row(item);
    const { quiz } = this.card;
    const prompt = h(quiz ? "p" : "h3", { class: "ws-prompt", id: `${this.id}-prompt-${n}` }, item.prompt);
    if (!done) {
      const ways = { number: () => this.number(item, n), choice: () => this.choices(item, n), line: () => undefined }[item.kind]();
      return [prompt, ways, !quiz && [this.line(item, n), this.commits(item, n)]];
    }
    const [, , value] = done;
    const yours = item.kind === "line" && value !== null ? this.labels.card_kept : value === null ? this.labels.card_yours_unsure : fill(this.labels.card_yours, { value: textOf(item, value) });
    return [prompt, h("p", { class: "ws-done", tabindex: "-1", "data-key": `done-${n}` }, h("strong", null, yours), " ", item.reveal), this.line(item, n)];
  }

  /** A number with its two steps. */
  number(item, n) {
    const draft = this.draft(item);
    draft.value ??= "0";
    const take = (value) => {
      draft.value = String(Math.max(item.least, Math.min(item.most, Math.trunc(value) || 0)));
      this.later(item);
    };
    const input = h("input", { type: "number", min: item.least, max: item.most, value: draft.value, inputmode: "numeric", "aria-label": this.labels.card_number, "data-key": `number-${n}`, oninput: () => take(Number(input.value)) });
    const step = (by, sign, name) => {
      const move = () => (take(Number(draft.value) + by), (input.value = draft.value), this.say(`${this.labels.card_number} ${draft.value}`));
      const node = this.button(`${sign}-${n}`, "ws-button ws-step", move, svg(SIGNS, sign));
      node.setAttribute("aria-label", name);
      return node;
    };
    return h("div", { class: "ws-steps ws-control" }, step(-1, "minus", this.labels.card_less), input, step(1, "plus", this.labels.card_more));
  }

  /** The options; in the quiz one press commits. */
  choices(item, n) {
    const draft = this.draft(item);
    const option = (value, m) => {
      const choose = () => {
        draft.value = draft.value === value ? undefined : value;
        for (const node of group.children) node.setAttribute("aria-pressed", String(node === group.children[m] && draft.value === value));
        this.later(item);
      };
      const node = this.button(`option-${n}-${m}`, "ws-button", this.card.quiz ? () => this.commit(item, n, value) : choose, textOf(item, value) ?? this.labels.card_unsure);
      if (!this.card.quiz) node.setAttribute("aria-pressed", String(draft.value === value));
      return node;
    };
    const group = h("div", { class: "ws-options ws-control", role: "group", "aria-labelledby": `${this.id}-prompt-${n}` }, [...item.options, null].map(option));
    return group;
  }

  /** The line of the reader's own. */
  line(item, n) {
    const draft = this.draft(item);
    const area = h("textarea", { rows: 2, maxlength: 5000, id: `${this.id}-line-${n}`, "data-key": `line-${n}`, oninput: () => ((draft.reason = area.value), this.later(item)) });
    area.value = draft.reason;
    return [h("label", { class: "ws-control", for: `${this.id}-line-${n}` }, item.kind === "line" ? this.labels.card_line : this.labels.card_reason), h("div", { class: "ws-write ws-control" }, area)];
  }

  /** The ways to commit. */
  commits(item, n) {
    const unsure = item.kind !== "choice" && this.button(`unsure-${n}`, "ws-text", () => this.commit(item, n, null), this.labels.card_unsure);
    return h("div", { class: "ws-steps ws-control" }, this.button(`commit-${n}`, "ws-main", () => this.commit(item, n, this.draft(item).value), this.labels.card_commit), unsure);
  }

  /** Commit an answer, and say what there is to say about it. */
  commit(item, n, value) {
    const draft = this.draft(item);
    const empty = item.kind === "line" ? value !== null && !draft.reason.trim() : value === undefined;
    if (empty) {
      this.say(this.labels.card_choose);
      return;
    }
    clearTimeout(this.waiting);
    this.pending = undefined;
    draft.value = value;
    this.keep([item.id, this.card.moment, item.kind === "line" && value !== null ? "" : value, draft.reason]);
    this.place(item, n).querySelector(`[data-key="done-${n}"]`).focus();
    this.drawFoot();
    this.say(this.nodes.get(n).querySelector(".ws-done").textContent);
  }

  /** Keep what is not committed yet once the reader pauses, or leaves. */
  later(item) {
    clearTimeout(this.waiting);
    if (this.pending && this.pending !== item) this.flush();
    this.pending = item;
    this.waiting = setTimeout(() => this.flush(), 400);
  }

  /** Keep now what waits. */
  flush() {
    clearTimeout(this.waiting);
    const item = this.pending;
    this.pending = undefined;
    if (!item) return;
    const { value, reason } = this.draft(item);
    const done = this.row(item);
    this.keep(done ? [...done.slice(0, 3), reason] : [item.id, draftOf(this.card.moment), value === undefined ? "" : value, reason]);
  }

  /** Keep a row. */
  keep(row) {
    this.rows = mergedRows(this.rows, [row]);
    this.options.onAnswers([row.map(mended)]);
  }

  /** Keep what waits, because the reader turns elsewhere. */
  leave() {
    this.flush();
  }

  /** Take up rows that came from elsewhere on the page, unless they are the ones shown. */
  takeUp(rows) {
    const shown = (held) => JSON.stringify(this.card.items.flatMap(({ id }) => held.filter(([item]) => item === id)));
    const same = shown(rows) === shown(this.rows);
    this.rows = rows;
    if (same) return;
    this.drafts.clear();
    for (const [n, item] of this.card.items.entries()) this.place(item, n);
    this.drawFoot();
  }

  /** How many are answered, what came of it, and what there is to say about where answers are kept. */
  drawFoot() {
    const { items, quiz } = this.card;
    const count = items.filter((item) => this.row(item)).length;
    const lines = [quiz && fill(this.labels.quiz_done, { count, all: items.length }), this.options.result, this.options.notice];
    this.foot.replaceChildren(...lines.filter(Boolean).map((text) => p("ws-meta", text)));
  }

  /** Show what Python says. */
  set(said) {
    Object.assign(this.options, said);
    this.drawFoot();
  }

  /** JupyterLab binds Enter and the arrows further up: what a control uses stops here. */
  key(event) {
    if (event.ctrlKey || event.metaKey) this.flush(); // the next key may run the cell again
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.matches("textarea, input") && event.key !== "Escape";
    if (typing || (["Enter", " "].includes(event.key) && event.target.closest("button"))) event.stopPropagation();
  }
}
Card.prototype.button = Explorer.prototype.button;
Card.prototype.say = Explorer.prototype.say;

/**
 * A card in a notebook: each answer goes out as a message of its own, what Python says of it comes back.
 * As a trait, an answer would be held up behind the one before, and the echo of that one would undo it.
 */
function renderCard({ model, el }, sent) {
  const post = new Post(model, model.get("_card").case, sent);
  const traits = ["notice", "result"];
  const state = () => Object.fromEntries(traits.map((trait) => [trait, model.get(trait)]));
  const onAnswers = (rows) => post.send(rows);
  const view = new Card(el, model.get("_card"), { ...state(), answers: mergedRows(model.get("answers"), sent), onAnswers });
  const follow = () => view.set(state());
  const leave = () => view.flush(); // a tab that closes or loads again takes no draft with it
  window.addEventListener("pagehide", leave);
  for (const trait of traits) model.on(`change:${trait}`, follow);
  return () => {
    view.flush();
    post.close();
    window.removeEventListener("pagehide", leave);
    for (const trait of traits) model.off(`change:${trait}`, follow);
    clearTimeout(view.timer);
    el.replaceChildren();
  };
}

/** The cases to pick from; what is picked goes to Python, which opens it beneath. */
function renderPicker({ model, el }) {
  const { cases, labels, language, direction } = model.get("_picker");
  const id = `ws${Math.random().toString(36).slice(2)}`;
  const entry = (one, n) => {
    const pick = () => (model.set("chosen", one.id), model.save_changes());
    const open = h("button", { type: "button", class: "ws-button", onclick: pick, "data-key": `pick-${one.id}`, "aria-describedby": `${id}-${n}` }, labels.pick_open);
    open.setAttribute("aria-label", `${labels.pick_open}: ${one.title}`);
    return h("li", null, h("h3", { class: "ws-pickname" }, one.title), p("ws-meta", one.facts), h("p", { id: `${id}-${n}` }, one.content_note), open);
  };
  const mark = () => {
    for (const [n, one] of cases.entries()) list.children[n].lastChild.setAttribute("aria-pressed", String(one.id === model.get("chosen")));
  };
  const list = h("ol", { class: "ws-cases" }, cases.map(entry));
  const stay = (event) => ["Enter", " "].includes(event.key) && event.target.closest("button") && event.stopPropagation();
  const frame = h("div", { class: "ws-frame", role: "region", "aria-labelledby": id, onkeydown: stay }, h("h2", { id, class: "ws-strong" }, labels.pick_title), p("ws-meta", labels.pick_order), list);
  el.replaceChildren(h("div", { class: "whosays", lang: language, dir: direction }, frame));
  mark();
  model.on("change:chosen", mark);
  return () => (model.off("change:chosen", mark), el.replaceChildren());
}

/** Render a sheet into an element; see the brief of `whosays page` and `Explorer` in Python for the options. */
export function mount(root, sheet, options = {}) {
  const shelf = options.page && new Shelf(sheet.case);
  const explorer = new Explorer(root, sheet, shelf ? { ...options, desk: shelf, rows: shelf.read() } : options);
  const leave = () => explorer.keep();
  window.addEventListener("pagehide", leave);
  if (options.page) {
    window.addEventListener("beforeprint", () => explorer.unfold(true));
    window.addEventListener("afterprint", () => explorer.unfold(false));
  }
  return {
    set: (patch) => explorer.set(patch),
    showFound: (list) => explorer.showFound(list),
    notify: (notice) => ((explorer.options.desk.notice = notice), explorer.draw("kept")),
    showReading: (answer) => explorer.showReading(answer),
    destroy() {
      explorer.keep();
      window.removeEventListener("pagehide", leave);
      clearTimeout(explorer.timer);
      root.replaceChildren();
    },
  };
}

/** Put explorers and cards into the places of a page; those about one case keep their answers together. */
export function mountAll(views, sheets) {
  const shelves = new Map();
  const shown = views.map(({ place, about, ...rest }) => {
    if (!shelves.has(about)) shelves.set(about, new Shared(about));
    return shelves.get(about).add(document.getElementById(place), rest, sheets[about]);
  });
  const explorers = shown.filter((view) => view instanceof Explorer);
  window.addEventListener("pagehide", () => shown.forEach((view) => view.leave()));
  window.addEventListener("beforeprint", () => explorers.forEach((view) => view.unfold(true)));
  window.addEventListener("afterprint", () => explorers.forEach((view) => view.unfold(false)));
}

/**
 * What the form for a case of one's own needs beside core controls, which are boxes of ipywidgets around this one:
 * keys that stay in a control, its help and its faults told with it, a voice, and the reader's own words as text.
 */
class Desk {
  constructor(model, root) {
    Object.assign(this, { model, root, held: undefined, moving: false });
    this.shown = h("p", model.get("_desk") === "voice" ? { class: "wf-said", role: "status", "aria-live": "polite" } : { class: "wf-own" });
    root.append(this.shown);
    this.speak = () => (this.shown.textContent = model.get("said"));
    this.listen = (message) => this[{ words: "words", focus: "focus" }[message.type]]?.(message);
    model.on("msg:custom", this.listen);
    if (model.get("_desk") === "voice") {
      model.on("change:said", this.speak);
      this.speak();
      this.whenIn(".wf-form", (form) => this.guard(form));
    }
    model.send({ type: "ready" });
  }

  /** Do something once this stands inside an element; ipywidgets put their boxes together later. */
  whenIn(selector, then, tries = 100) {
    const found = this.root.closest(selector);
    if (found) then(found);
    else if (tries) requestAnimationFrame(() => this.whenIn(selector, then, tries - 1));
  }

  /** Show words of the article, as text. */
  words({ text, note, language }) {
    this.shown.textContent = text || note;
    this.shown.lang = text ? language : "";
    this.shown.classList.toggle("wf-note-only", !text);
  }

  /** Move the focus to the control with a key, once it is drawn. */
  focus({ key }, tries = 60) {
    const place = this.form?.querySelector(`.wf-key-${CSS.escape(key)}`);
    const control = place?.matches("button") ? place : place?.querySelector("input, textarea, select, button") ?? place;
    if (control?.getClientRects().length) {
      if (control === place && !place.matches("button")) place.tabIndex = -1;
      control.focus();
    } else if (tries) requestAnimationFrame(() => this.focus({ key }, tries - 1));
  }

  /** Keep the keys of the form, and tell each control's help with it. */
  guard(form) {
    this.form = form;
    form.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("change", (event) => this.choose(event), true);
    form.addEventListener("focusout", () => this.release(), true);
    form.addEventListener("pointerdown", () => (this.moving = false), true);
    this.watch = new MutationObserver(() => this.wire());
    this.watch.observe(form, { subtree: true, childList: true, attributeFilter: ["class"] });
    this.wire();
  }

  /** JupyterLab binds arrows and letters further up, even for a list or a button that has the focus. */
  key(event) {
    this.moving = event.target.matches("select") && !["Enter", "Tab"].includes(event.key);
    if (event.key === "Enter") this.release();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!["Escape", "Tab"].includes(event.key)) event.stopPropagation();
  }

  /** Going through a list with the arrows is one choice, made when the list is left: one step to undo. */
  choose(event) {
    if (!this.moving || !event.target.matches("select")) return;
    event.stopPropagation();
    this.held = event.target;
  }

  release() {
    const list = this.held;
    this.held = undefined;
    this.moving = false;
    list?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Tie help and faults to their control, and say which part is open. */
  wire() {
    for (const field of this.form.querySelectorAll(".wf-field")) {
      const control = field.querySelector("input, textarea, select");
      const told = [...field.querySelectorAll(":scope > .wf-help, :scope > .wf-wrong")];
      for (const part of told) part.id ||= `wf-told-${(Desk.count += 1)}`;
      control?.setAttribute("aria-describedby", told.map((part) => part.id).join(" "));
      control?.setAttribute("aria-required", String(field.matches(".wf-required")));
      control?.setAttribute("aria-invalid", String(Boolean(field.querySelector(":scope > .wf-wrong p"))));
    }
    for (const tab of this.form.querySelectorAll(".wf-tab")) tab.setAttribute("aria-pressed", String(tab.matches(".wf-current")));
  }

  leave() {
    this.watch?.disconnect();
    this.model.off("msg:custom", this.listen);
    this.model.off("change:said", this.speak);
  }
}
Desk.count = 0;

/** The explorer in a notebook: claim, layer, guided, view and what the reader changed are in step with Python. */
function render({ model, el }, sent) {
  if (model.get("_card")) return renderCard({ model, el }, sent);
  if (model.get("_picker")) return renderPicker({ model, el });
  if (model.get("_desk")) {
    const desk = new Desk(model, el);
    return () => desk.leave();
  }
  const traits = ["claim", "layer", "guided", "view", "withdrawn", "joined", "graded", "ratings"];
  let own = false; // while our own change goes out, its echo is not news
  const onChange = (state) => {
    own = true;
    for (const trait of traits) model.set(trait, state[trait]);
    own = false;
    model.save_changes();
  };
  const state = () => Object.fromEntries(traits.map((trait) => [trait, model.get(trait)]));
  const find = (text) => model.send({ type: "copy", text });
  const ask = (reading) => model.send({ type: "reading", ...reading });
  const post = model.get("kept") && new Post(model, model.get("_sheet").case, sent);
  const put = (_, rows) => post.send(rows);
  const desk = post ? { notice: model.get("notice"), put, remove: () => (post.forget(), model.send({ type: "delete" })) } : undefined;
  const view = mount(el, model.get("_sheet"), { ...state(), onChange, find, ask, desk, rows: mergedRows(model.get("answers"), sent) });
  const notify = () => desk && view.notify(model.get("notice"));
  model.on("change:notice", notify);
  const follow = () => own || view.set(state());
  const answer = (message) => {
    if (message.type === "found") view.showFound(message.found);
    if (message.type === "reading") view.showReading(message);
  };
  for (const trait of traits) model.on(`change:${trait}`, follow);
  model.on("msg:custom", answer);
  return () => {
    for (const trait of traits) model.off(`change:${trait}`, follow);
    model.off("msg:custom", answer);
    model.off("change:notice", notify);
    view.destroy();
    if (post) post.close();
  };
}

/**
 * One widget with all its views. What was sent is held for the next view: a busy kernel has not answered yet, and
 * an output that is drawn again would fall back to what Python knew before.
 */
export default () => {
  const sent = [];
  return { render: (context) => render(context, sent) };
};
