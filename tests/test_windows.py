"""What must be so for the kit to run on Windows too; its parts that differ are put in place here, or looked for."""

import ast
import errno
import fcntl
import os
import re
import signal
import threading
from pathlib import Path

import pytest

import whosays
from whosays.case import lock
from whosays.case.load import load
from whosays.case.lock import locked
from whosays.case.save import save
from whosays.cli import FINE, USAGE, main
from whosays.collection import open_cases

PACKAGE = Path(whosays.__file__).parent
MODULES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")
}
ABSENT = {"curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"}
GUARDED = {"case/lock.py": {"fcntl"}, "collection.py": {"pthread_sigmask"}}  # asked for first, or tried
MISSING = {
    *(name for name in dir(os) if name.startswith(("fork", "getuid", "geteuid", "getgid", "wait", "spawnv", "posix_"))),
    *("chown", "getpgid", "killpg", "lchown", "mkfifo", "nice", "openpty", "setsid", "uname", "sep", "linesep"),
    *("SIGALRM", "SIGHUP", "SIGKILL", "SIGUSR1", "alarm", "pthread_sigmask", "setitimer", "tzset"),
} - {"waitstatus_to_exitcode"}


def opens_text(node):
    """Return the mode in which a call opens a text file; empty if it does something else."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if function in {"read_text", "write_text"}:
        return function[0] if isinstance(node.func, ast.Attribute) else ""
    if function != "open" or ast.unparse(node.func).startswith(("os.", "self.archive.")):
        return ""
    at = 1 if isinstance(node.func, ast.Name) else 0
    mode = node.args[at].value if len(node.args) > at else "r"
    return "" if "b" in mode else mode


def words(tree):
    """Return every string of a module but those that only describe it."""
    described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in described]


def used(tree):
    """Return what a module imports, and what it takes of the modules that differ between systems."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in {"os", "os.path", "signal", "time"}:
            yield node.attr


def test_no_module_needs_what_windows_has_not():
    for module, tree in MODULES.items():
        assert set(used(tree)) & (ABSENT | MISSING) <= GUARDED.get(module, set()), module


def test_no_module_knows_a_place_or_a_format_of_one_system_alone():
    for module, tree in MODULES.items():
        texts = [text for text in words(tree) if isinstance(text, str)]
        places = [text for text in texts if text.startswith(("/tmp", "/dev", "/proc", "/home", "/usr"))]  # noqa: S108
        assert places + [text for text in texts if re.search(r"%-[a-zA-Z]", text)] == [], module


def test_every_text_file_names_its_encoding_and_every_written_one_its_line_ends():
    opened = [(m, node, mode) for m, tree in MODULES.items() for node in ast.walk(tree) if (mode := opens_text(node))]
    for module, node, mode in opened:
        needed = {"encoding"} if mode == "r" else {"encoding", "newline"}
        assert needed <= {keyword.arg for keyword in node.keywords}, (module, node.lineno)

    assert len(opened) > 10


class Locks:
    """The module msvcrt as its documentation has it: it locks bytes of a file for one open file, and tells by error."""

    LK_UNLCK, LK_NBLCK = 0, 2

    def __init__(self):
        self.held = {}

    def locking(self, place, mode, count):
        assert count == 1
        byte = os.lseek(place, 0, os.SEEK_CUR)
        if mode == self.LK_NBLCK and byte not in self.held:
            self.held[byte] = place
        elif mode == self.LK_UNLCK and self.held.get(byte) == place:
            del self.held[byte]
        else:
            raise PermissionError(errno.EACCES, "Permission denied")


@pytest.fixture
def windows(monkeypatch, tmp_path_factory):
    """The locks of Windows, and a folder for temporary files."""
    locks, place = Locks(), tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(lock, "fcntl", None)
    monkeypatch.setattr(lock, "msvcrt", locks)
    monkeypatch.setattr(lock.tempfile, "gettempdir", lambda: str(place))
    yield locks
    assert locks.held == {}, "every lock is given back"
    assert [file.stat().st_size for file in place.iterdir()] in ([], [0])


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("shared", [False, True])
def test_a_second_program_waits_until_the_first_lets_go(folder, shared):
    order, waiting = [], threading.Event()

    def second():
        waiting.set()
        with locked(folder, shared=shared):
            order.append("second")

    with locked(folder):
        other = threading.Thread(target=second)
        other.start()
        waiting.wait()
        other.join(0.1)
        order.append("first")
    other.join()

    assert order == ["first", "second"]


@pytest.mark.usefixtures("windows")
def test_a_program_that_never_lets_go_is_named_as_one_and_another_case_is_free(folder, monkeypatch, capsys):
    monkeypatch.setattr(lock, "SECONDS", 0.1)
    with locked(folder):
        with pytest.raises(BlockingIOError, match="Another program is saving here"), locked(folder):
            pass
        assert main(["check", str(folder)]) == USAGE
        with locked(folder.with_name("another")):
            pass

    assert "Another program is saving here. Nothing was changed." in capsys.readouterr().err


@pytest.mark.usefixtures("windows")
def test_a_case_is_saved_and_read_under_the_locks_of_windows_and_nothing_is_left_beside_it(folder):
    case = load(folder)
    save(case, folder)

    assert load(folder) == case
    assert [path.name for path in folder.parent.iterdir()] == ["case"]


@pytest.mark.usefixtures("windows")
def test_the_lock_is_given_back_when_saving_fails(folder):
    with pytest.raises(ZeroDivisionError), locked(folder):
        raise ZeroDivisionError
    with locked(folder):
        pass


def test_what_is_copied_is_opened_for_writing_before_it_is_brought_to_the_disk(folder, monkeypatch):
    real = os.fsync

    def fsync(place):
        if not fcntl.fcntl(place, fcntl.F_GETFL) & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EBADF, "Bad file descriptor")
        real(place)

    def link(*_args, **_options):
        raise NotImplementedError

    (folder / "notes.txt").write_text("ours", encoding="utf-8")
    (folder / "notes.txt").chmod(0o444)
    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "link", link)
    save(load(folder), folder)

    assert (folder / "notes.txt").read_text(encoding="utf-8") == "ours"
    assert (folder / "notes.txt").stat().st_mode & 0o777 == 0o444


@pytest.mark.parametrize(
    ("given", "said"),
    [
        *((device, "Windows keeps this name for a device") for device in ("con", "NUL", "aux.2023", "Com1", "lpt9 .x")),
        *((sign, f"Windows allows no “{sign[-1]}” here") for sign in ("why?", "a:", "end.", "end ", "a*", "back\\")),
    ],
)
def test_a_case_gets_no_name_that_windows_cannot_hold(given, said, tmp_path, capsys):
    text = tmp_path / "text.txt"
    text.write_text("A town\n\nIt rained.\n", encoding="utf-8")

    assert main(["new", str(tmp_path / given), "--text", str(text)]) == USAGE

    assert f"{tmp_path / given}: {said}" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["text.txt"]


@pytest.mark.parametrize("given", ["console", "nullius", "com10", "Zürich 2023", "a.con"])
def test_a_name_that_only_looks_like_one_of_windows_is_free(given, tmp_path, capsys):
    text = tmp_path / "text.txt"
    text.write_text("A town\n\nIt rained.\n", encoding="utf-8")

    assert main(["new", str(tmp_path / given), "--text", str(text)]) == FINE, capsys.readouterr().err


def test_a_path_of_windows_is_printed_as_it_was_typed(capsys):
    typed = r"C:\Users\Zoë\new cases\u2"

    assert main(["check", typed]) == USAGE
    assert typed in capsys.readouterr().err


def test_many_cases_are_read_by_processes_where_no_signal_can_be_blocked(folder, monkeypatch):
    monkeypatch.delattr(signal, "pthread_sigmask")

    found = open_cases(folder.parent, 2)

    assert [row.faults for row in found.rows] == [0]
