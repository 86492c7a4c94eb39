"""Open JupyterLab, set up first where need be: the same as `make lab`, also where there is no make.

With `app` as its first word it opens the explorer alone. The words after that go to JupyterLab.
"""

import os
import subprocess
import sys

import setup

STARTS = {
    "lab": ["notebooks/00_start_here.ipynb"],
    "app": ["--LabApp.default_url=/doc/workspaces/app/tree/notebooks/app.ipynb"],
}


def main(words):
    """Open it; what comes back is the exit status of JupyterLab, or of a set-up that failed."""
    if sys.version_info < setup.OLDEST:
        return setup.newer_python()
    failed = 0 if setup.is_ready() else setup.main()
    if failed:
        return failed
    what = words.pop(0) if words and words[0] in STARTS else "lab"
    root = ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    command = [setup.program("jupyter"), "lab", *root, "--LabApp.extension_manager=readonly", *words, *STARTS[what]]
    os.chdir(str(setup.ROOT))
    return start(command)


def start(command):
    """Let JupyterLab take the place of this process; where none can, wait for it, and leave Ctrl-C to it."""
    if os.name == "posix":
        os.execv(command[0], command)
    with subprocess.Popen(command) as server:
        while True:
            try:
                return server.wait()
            except KeyboardInterrupt:
                pass  # it heard that too, and asks


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
