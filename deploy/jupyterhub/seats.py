"""The seats of a class server: system users without a password, each with a home that nobody else may enter.

seats.py make 30           seat01 to seat30 and teacher; those who are there stay as they are
seats.py collect FOLDER    the answers of every seat, for ``whosays class FOLDER``; also the backup
seats.py remove            all of them with their homes, at the end of a term; stop the hub first
"""

import argparse
import grp
import io
import pwd
import subprocess
import sys
import tarfile
from pathlib import Path

GROUP = "whosays"
MOST = 99  # two digits


def make(count: int, homes: Path) -> None:
    """Make the seats and the teacher."""
    subprocess.run(["groupadd", "--force", GROUP], check=True)
    for name in [*(f"seat{number:02}" for number in range(1, count + 1)), "teacher"]:
        home = homes / name
        if name not in members():
            command = ["useradd", "--create-home", "--home-dir", str(home), "--groups", GROUP, "--user-group"]
            subprocess.run([*command, "--shell", "/usr/sbin/nologin", name], check=True)
        Path(pwd.getpwnam(name).pw_dir).chmod(0o700)


def members() -> list[str]:
    """Return the names of the seats and the teacher."""
    try:
        return sorted(grp.getgrnam(GROUP).gr_mem)
    except KeyError:
        return []


def collect(folder: Path) -> int:
    """Copy the answers of every seat to FOLDER/seatNN; return how many seats had some.

    They are read with the rights of the seat alone, so that a link in a home leads to nothing more than the seat sees.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = 0
    for name in members():
        who = pwd.getpwnam(name)
        command = ["tar", "--create", "--dereference", "--directory", f"{who.pw_dir}/whosays", "answers"]
        rights = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
        done = subprocess.run(command, capture_output=True, check=False, **rights)
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
        subprocess.run(["pkill", "--signal", "KILL", "--uid", name], check=False)
        subprocess.run(["userdel", "--remove", name], check=True, stderr=subprocess.DEVNULL)  # it misses the mail box
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
    if asked.does == "make":
        if not 1 <= asked.count <= MOST:
            parser.error(f"found {asked.count} seats, expected 1 to {MOST}. Give one number, as in: seats.py make 30")
        make(asked.count, asked.homes.absolute())
    elif asked.does == "collect":
        print(f"Answers of {collect(asked.folder)} of {len(members())} seats are in {asked.folder}.")
    else:
        remove()
    return 0


if __name__ == "__main__":
    sys.exit(main())
