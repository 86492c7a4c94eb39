"""A class server on this machine for as long as it is needed: real seats, a real hub, all removed afterwards.

The test of the class server and its measurement both stand on it. It needs root, for the seats are system users.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import websocket

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy" / "jupyterhub"
CLASS_WORD = "frogs-of-quillstead"
TEACHER_WORD = "a word for the teacher alone, and a long one"
TOKEN = "of-the-measuring-service"  # noqa: S105 - the hub lives for a minute, on this machine's own loop
ASKING = """
load_subconfig({config!r})
c.JupyterHub.services.append({{"name": "measure", "api_token": {token!r}}})
scopes = ["admin:servers", "access:servers", "list:users", "read:users"]
c.JupyterHub.load_roles.append({{"name": "measure", "scopes": scopes, "services": ["measure"]}})
"""


@dataclass(frozen=True)
class Classroom:
    """A class server that runs.

    Attributes:
        address: Where it is served, without a slash at the end.
        folder: Holds its programs, its state and the homes.
        log: What the hub and its parts say.
    """

    address: str
    folder: Path
    log: Path

    def ask(self, path: str, method: str = "GET", body: dict[str, str] | None = None) -> tuple[int, Any]:
        """Return status and JSON of a request; the path begins with /hub or /user."""
        request = urllib.request.Request(self.address + path, method=method)  # noqa: S310 - the address is our own
        request.add_header("Authorization", f"token {TOKEN}")
        request.data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310 - the address is our own
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refused:
            return refused.code, None

    def ready(self) -> set[str]:
        """Return the seats whose servers are up."""
        users = self.ask("/hub/api/users?state=ready")[1]
        return {user["name"] for user in users}

    def start(self, seats: list[str], limit: float = 300) -> float:
        """Start the servers of some seats at once; return after how many seconds all were up."""
        begun = time.monotonic()
        self.each(seats, lambda seat: self.ask(f"/hub/api/users/{seat}/server", "POST"))
        while not self.ready() >= set(seats):
            if time.monotonic() - begun > limit:
                lacking = ", ".join(sorted(set(seats) - self.ready()))
                message = f"not up after {limit:.0f} s: {lacking}; the log ends with {self.log.read_text()[-2000:]}"
                raise TimeoutError(message)
            time.sleep(0.3)
        return time.monotonic() - begun

    @staticmethod
    def each(seats: list[str], does: Callable[[str], object]) -> None:
        """Do something for all seats at once, as a class does."""
        with ThreadPoolExecutor(len(seats)) as hands:
            list(hands.map(does, seats))

    def kernel(self, seat: str) -> str:
        """Start a kernel on the server of a seat; return its id."""
        return self.ask(f"/user/{seat}/api/kernels", "POST", {"name": "python3"})[1]["id"]

    def run(self, seat: str, kernel: str, code: str) -> str:
        """Run code in a kernel; return what it prints, or the name of its error and what it says."""
        url = f"{self.address.replace('http', 'ws')}/user/{seat}/api/kernels/{kernel}/channels"
        channel = websocket.create_connection(url, header=[f"Authorization: token {TOKEN}"], timeout=120)
        content = {"code": code, "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False}
        head = {"msg_id": "1", "msg_type": "execute_request", "username": "", "session": "1", "version": "5.3"}
        message = {"header": head, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
        channel.send(json.dumps(message))
        told = ""
        while True:
            got = json.loads(channel.recv())
            kind, said = got["msg_type"], got["content"]
            if got["parent_header"].get("msg_id") != "1":
                continue
            if kind == "stream":
                told += said["text"]
            elif kind == "error":
                told += f"{said['ename']}: {said['evalue']}"
            elif kind == "status" and said["execution_state"] == "idle":
                channel.close()
                return told


def processes(seat: str) -> list[psutil.Process]:
    """Return the processes that run under the user of a seat."""
    return [one for one in psutil.process_iter(["username"]) if one.info["username"] == seat]


def kill(seat: str) -> list[psutil.Process]:
    """Kill the processes of a seat, as the kernel of the system does; return them."""
    killed = processes(seat)
    end_of(killed)
    return killed


def end_of(running: list[psutil.Process]) -> None:
    """Kill processes, those that are gone already included, and wait until they are gone."""
    for process in running:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(running, timeout=30)


def why_not() -> str:
    """Return why no class server can be run here; nothing if it can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "only root can make the system users of the seats"
    if shutil.which("configurable-http-proxy") is None:
        return "no proxy on this machine: install the package node-configurable-http-proxy"
    import grp  # noqa: PLC0415 - Windows has none

    if any(group.gr_name == "whosays" for group in grp.getgrall()):
        return "this machine has seats already, which must not be touched; deploy/jupyterhub/seats.py remove ends them"
    return ""


def free_ports(count: int) -> list[int]:
    """Return ports that nobody uses."""
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


@contextmanager
def classroom(seats: int, **settings: str) -> Iterator[Classroom]:
    """Install the class server in a folder of its own, make seats and run it; remove all of it afterwards.

    Args:
        seats: How many.
        settings: For the environment of the hub, such as WHOSAYS_MEMORY.
    """
    folder = Path(tempfile.mkdtemp(prefix="seats", dir="/tmp"))  # short, or a socket's name is too long
    folder.chmod(0o755)  # every seat passes through it
    program = [sys.executable, str(DEPLOY / "seats.py")]
    try:
        subprocess.run([sys.executable, str(DEPLOY / "install.py"), str(folder / "opt")], check=True)
        subprocess.run([*program, "make", str(seats), "--homes", str(folder)], check=True)
        with hub(folder, "first", **settings) as running:
            yield running
    finally:
        end_of([one for one in psutil.process_iter(["cwd"]) if (one.info["cwd"] or "").startswith(str(folder))])
        try:
            subprocess.run([*program, "remove"], check=True)
        finally:
            shutil.rmtree(folder)


@contextmanager
def hub(folder: Path, name: str, **settings: str) -> Iterator[Classroom]:
    """Run a hub as the service does, on free ports; yield it once it answers.

    Args:
        folder: Where the class server is installed.
        name: For its own state and log in that folder.
        settings: For its environment.
    """
    config = str(folder / "opt" / "hub" / "jupyterhub_config.py")
    asking = folder / f"{name}.py"
    asking.write_text(ASKING.format(config=config, token=TOKEN), encoding="utf-8")
    front, inner, proxy = (f"http://127.0.0.1:{port}" for port in free_ports(3))
    venv = folder / "opt" / "venv" / "bin"
    env = {"PATH": f"{venv}:/usr/bin:/bin", "WHOSAYS_STATE": str(folder / name), "LANG": "C.UTF-8",
           "WHOSAYS_CLASS_PASSWORD": CLASS_WORD, "WHOSAYS_TEACHER_PASSWORD": TEACHER_WORD, **settings}  # fmt: skip
    command = [str(venv / "jupyterhub"), f"--config={asking}", f"--JupyterHub.bind_url={front}"]
    command += [f"--JupyterHub.hub_bind_url={inner}", f"--ConfigurableHTTPProxy.api_url={proxy}"]
    running = Classroom(front, folder, folder / f"{name}.log")
    with running.log.open("w", encoding="utf-8") as log:
        server = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=subprocess.STDOUT)
        try:
            _answers(running, server)
            yield running
        finally:
            _stop(server)


def _answers(running: Classroom, server: "subprocess.Popen[bytes]") -> None:
    """Wait until the hub answers, or say what its log says."""
    end = time.monotonic() + 120
    while time.monotonic() < end and server.poll() is None:
        with suppress(OSError):
            if running.ask("/hub/api/users")[0] == 200:  # noqa: PLR2004 - HTTP's word for yes
                return
        time.sleep(0.3)
    raise RuntimeError(running.log.read_text(encoding="utf-8")[-2000:])


def _stop(server: "subprocess.Popen[bytes]") -> None:
    """End a hub and what it started at once; in good order, a room of servers takes half a minute."""
    started = psutil.Process(server.pid).children(recursive=True) if server.poll() is None else []
    server.kill()
    server.wait()
    end_of(started)
