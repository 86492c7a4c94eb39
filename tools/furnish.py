"""Furnish the JupyterLab of an environment: no news, no builds, Markdown as a page, an app that runs itself."""

import json
import shutil
import sys
from pathlib import Path

APP = Path(__file__).resolve().parent / "app"
SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}},
}
# Every page that opens asked otherwise whether a build is due, which runs a package manager for seconds; none ever is.
PAGE = {"buildCheck": False, "buildAvailable": False}


def furnish(environment):
    """Put the settings and the app's extension where the JupyterLab of an environment looks for them."""
    place = Path(environment) / "share" / "jupyter"
    settings = place / "lab" / "settings"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "overrides.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    (settings / "page_config.json").write_text(json.dumps(PAGE), encoding="utf-8")
    extension = place / "labextensions" / "whosays-app"
    shutil.rmtree(str(extension), ignore_errors=True)
    shutil.copytree(str(APP), str(extension))


if __name__ == "__main__":
    furnish(sys.prefix)
