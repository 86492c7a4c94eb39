"""JupyterHub for one classroom machine: a server for each seat, under a system user of its own.

Read from the environment (on the machine: /etc/whosays-hub.env, readable by root alone):

    WHOSAYS_CLASS_PASSWORD     at least 8 characters, the same for every seat
    WHOSAYS_TEACHER_PASSWORD   at least 32 characters, for the user ``teacher``; without it nobody is admin
    WHOSAYS_MEMORY             most address space of one process of a seat, 2G unless set
    WHOSAYS_IDLE               seconds after which an idle server is stopped, 2700 unless set
    WHOSAYS_CERT, WHOSAYS_KEY  files of a TLS certificate and its key
"""

import grp
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
STATE = Path(os.environ.get("WHOSAYS_STATE", "/var/lib/whosays-hub"))
STATE.mkdir(mode=0o700, parents=True, exist_ok=True)
members = grp.getgrnam("whosays").gr_mem  # made by seats.py

os.environ.setdefault("NODE_PATH", "/usr/share/nodejs")  # Debian's proxy, should node come from elsewhere

c = get_config()  # noqa: F821 - JupyterHub brings it
c.JupyterHub.db_url = f"sqlite:///{STATE}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = f"{STATE}/cookie_secret"
c.ConfigurableHTTPProxy.pid_file = f"{STATE}/proxy.pid"
c.JupyterHub.ssl_cert = os.environ.get("WHOSAYS_CERT", "")
c.JupyterHub.ssl_key = os.environ.get("WHOSAYS_KEY", "")

# Who comes in: a seat's name and the word of the class. It keeps others out, not one seat from another's name.
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = os.environ["WHOSAYS_CLASS_PASSWORD"]
c.SharedPasswordAuthenticator.admin_password = os.environ.get("WHOSAYS_TEACHER_PASSWORD")
c.Authenticator.allowed_users = {name for name in members if name.startswith("seat")}
c.Authenticator.admin_users = {"teacher"} & set(members)
c.JupyterHub.template_vars = {
    "announcement_login": "Username: your seat, as in seat07. Password: the word of your class. No name is asked."
}

# What a seat gets.
c.Spawner.cmd = [str(HERE / "seat.sh")]
c.Spawner.mem_limit = os.environ.get("WHOSAYS_MEMORY", "2G")  # held by seat.sh; the spawner only passes it on
c.Spawner.notebook_dir = "~/whosays"
c.Spawner.default_url = "/lab/tree/00_start_here.ipynb"
c.Spawner.args = [
    "--ServerApp.terminals_enabled=False",
    "--LabApp.extension_manager=readonly",
    "--KernelManager.transport=ipc",  # sockets in the home: what a kernel says on a port, every seat could read
    "--LanguageServerManager.autodetect=False",  # looks for npm at every start
    "--MappingKernelManager.cull_idle_timeout=1800",
]
c.Spawner.environment = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "WHOSAYS_THREADS": "150"}
c.Spawner.start_timeout = c.Spawner.http_timeout = 180  # a whole class at once, on two cores
c.Spawner.poll_interval = 5  # seconds until a server that died is noticed, and can be started again

c.JupyterHub.load_roles = [
    {
        "name": "cull-idle",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["cull-idle"],
    }
]
idle = os.environ.get("WHOSAYS_IDLE", "2700")
c.JupyterHub.services = [
    {"name": "cull-idle", "command": [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={idle}"]}
]
