"""Write the lock file of the wheels in a folder, by the tools of the build: their names, what they need, their hashes.

What a package needs on a full install only (pandas, and what speaks to a server) is left out of its needs.
"""

import sys
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

folder = Path(sys.argv[1])
lock = PyodideLockSpec.from_json(folder / "pyodide-lock.json")
known = {package.file_name for package in lock.packages.values()}
wheels = sorted(path for path in folder.glob("*.whl") if path.name not in known)
lock = add_wheels_to_spec(lock, wheels, base_path=folder, ignore_missing_dependencies=True)
for package in lock.packages.values():
    package.depends = sorted(name for name in package.depends if name in lock.packages)
lock.to_json(folder / "pyodide-lock.json", indent=1)
