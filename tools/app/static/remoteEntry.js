// An extension of JupyterLab, by hand and without a build: a notebook that is an app runs when it is opened.
// JupyterLab opens no notebook by running it, rightly: it could hold anything. This one holds one hidden cell that
// opens a case by its name, word for word, and nothing else; every other notebook waits for its reader.

const CODE = /^from whosays import open_case\n\nopen_case\("[\w-]+"\)\.explorer\(\)$/;
const ALONE = "/doc/workspaces/app/"; // where nothing else is opened, so that bars may go which other workspaces need
const TRIES = 5; // a run that is asked for while the kernel starts can get lost

// What is left of the notebook around it: no bar for the hidden code, and no numbers beside it.
const STYLE = `.whosays-app .jp-CodeCell .jp-Cell-inputWrapper, .whosays-app .jp-OutputPrompt,
  .whosays-app .jp-NotebookPanel-toolbar { display: none; }`;

let shared = {};

function isApp(cells) {
  const code = cells.filter((cell) => cell.cell_type === "code");
  const [only] = code;
  return code.length === 1 && only.metadata.jupyter?.source_hidden === true && CODE.test([only.source].flat().join(""));
}

async function open(app, panel, NotebookActions) {
  await panel.context.ready;
  if (!isApp(panel.content.model.toJSON().cells)) return;
  panel.addClass("whosays-app");
  await app.restored;
  if (location.pathname.includes(ALONE)) {
    for (const side of ["left", "right"]) {
      if (app.shell.isSideTabBarVisible(side)) app.shell.toggleSideTabBarVisibility(side);
    }
  }
  await panel.sessionContext.ready;
  await panel.sessionContext.session?.kernel?.info;
  for (let tries = 0; tries < TRIES && !panel.isDisposed; tries += 1) {
    if (await NotebookActions.runAll(panel.content, panel.sessionContext)) return;
  }
}

async function plugin() {
  const { INotebookTracker, NotebookActions } = await load("@jupyterlab/notebook");
  return {
    id: "whosays-app:plugin",
    autoStart: true,
    requires: [INotebookTracker],
    activate: (app, tracker) => {
      document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
      tracker.widgetAdded.connect((_, panel) => open(app, panel, NotebookActions));
    },
  };
}

async function load(name) {
  const [version] = Object.values(shared[name]);
  return (await version.get())();
}

globalThis._JUPYTERLAB ??= {};
globalThis._JUPYTERLAB["whosays-app"] = {
  init: (scope) => {
    shared = scope;
  },
  get: async () => {
    const made = await plugin();
    return () => ({ __esModule: true, default: made });
  },
};
