"""The seats of a class server: system users without a password, each with a home that nobody else may enter.

seats.py make 30           seat01 to seat30 and teacher; those who are there stay as they are
seats.py collect FOLDER    the answers of every seat, for ``whosays class FOLDER``; also the backup
seats.py remove            all of them with their homes, at the end of a term; stop the hub first
"""

import argparse
import grp
import io
import os
import pwd
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

GROUP = "whosays"
MOST = 99  # two digits


def make(count: int, homes: Path) -> int:
    """Make the seats and the teacher; return the exit status."""
    wanted = [*(f"seat{number:02}" for number in range(1, count + 1)), "teacher"]
    others = sorted({user.pw_name for user in pwd.getpwall()}.intersection(wanted).difference(members()))
    if others:
        print(
            f"Found users who are no seats: {', '.join(others)}. Nothing was changed; rename them first.",
            file=sys.stderr,
        )
        return 1
    subprocess.run(["groupadd", "--force", GROUP], check=True)
    for name in wanted:
        home = homes / name
        if name not in members():
            command = ["useradd", "--create-home", "--home-dir", str(home), "--groups", GROUP, "--user-group"]
            subprocess.run([*command, "--shell", "/usr/sbin/nologin", name], check=True)
        Path(pwd.getpwnam(name).pw_dir).chmod(0o700)
    return 0


def members() -> list[str]:
    """Return the names of the seats and the teacher."""
    try:
        return sorted(grp.getgrnam(GROUP).gr_mem)
    except KeyError:
        return []


def rights(name: str) -> dict[str, Any]:
    """Return how a command is run with the rights of a seat alone."""
    who = pwd.getpwnam(name)
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def collect(folder: Path) -> int:
    """Copy the answers of every seat to FOLDER/seatNN; return how many seats had some.

    They are read with the rights of the seat alone, so that a link in a home leads to nothing more than the seat sees.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = 0
    for name in members():
        work = f"{pwd.getpwnam(name).pw_dir}/whosays"
        command = ["tar", "--create", "--dereference", "--directory", work, "answers"]
        done = subprocess.run(command, capture_output=True, check=False, **rights(name))
        if done.returncode == 0:
            into = folder / name
            into.mkdir(exist_ok=True)
            with tarfile.open(fileobj=io.BytesIO(done.stdout)) as packed:
                for one in packed:  # by its last name alone, so that nothing lands elsewhere
                    file = packed.extractfile(one) if one.name.endswith(".json") else None
                    if file:
                        (into / Path(one.name).name).write_bytes(file.read())
            found += 1
    return found


def remove() -> None:
    """Remove every seat and the teacher, with their homes."""
    for name in members():
        subprocess.run(["sh", "-c", "kill -s KILL -- -1"], check=False, **rights(name))  # all that the seat may kill
        # By force, for what was killed may still be on its way out; it says that there is no mail box.
        subprocess.run(["userdel", "--force", "--remove", name], check=True, stderr=subprocess.DEVNULL)
    if any(group.gr_name == GROUP for group in grp.getgrall()):
        subprocess.run(["groupdel", "--force", GROUP], check=True)


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="The seats of a class server.")
    does = parser.add_subparsers(dest="does", required=True)
    making = does.add_parser("make", help="make seats")
    making.add_argument("count", type=int, help="how many, at most 99")
    making.add_argument("--homes", type=Path, default=Path("/home"))
    does.add_parser("collect", help="copy all answers").add_argument("folder", type=Path)
    does.add_parser("remove", help="remove all seats and homes")
    asked = parser.parse_args()
    if os.geteuid() != 0:
        parser.error("only root may do this: put sudo before it")
    if asked.does == "make":
        if not 1 <= asked.count <= MOST:
            parser.error(f"found {asked.count} seats, expected 1 to {MOST}. Give one number, as in: seats.py make 30")
        return make(asked.count, asked.homes.absolute())
    if asked.does == "collect":
        print(f"Answers of {collect(asked.folder)} of {len(members())} seats are in {asked.folder}.")
    else:
        remove()
    return 0


if __name__ == "__main__":
    sys.exit(main())
