"""What stands in the files of the class server agrees with the kit, and on one machine with Kubernetes."""

import configparser
import grp
import pwd
import re
import runpy
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from traitlets.config import Config

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy" / "jupyterhub"


@pytest.fixture
def set_up(monkeypatch, tmp_path):
    """What jupyterhub_config.py sets, on a machine with two seats and a teacher."""
    seats = SimpleNamespace(gr_mem=["seat01", "seat02", "teacher"])
    monkeypatch.setattr(grp, "getgrnam", lambda name: {"whosays": seats}[name])
    monkeypatch.setenv("WHOSAYS_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("WHOSAYS_CLASS_PASSWORD", "a word of the class")
    monkeypatch.setenv("NODE_PATH", "")
    made = Config()
    runpy.run_path(str(DEPLOY / "jupyterhub_config.py"), {"get_config": lambda: made})
    return made


def values():
    return yaml.safe_load((DEPLOY / "values.yaml").read_text(encoding="utf-8"))


def test_only_the_seats_come_in_and_the_state_is_closed(set_up, tmp_path):
    assert set_up.Authenticator.allowed_users == {"seat01", "seat02"}
    assert set_up.Authenticator.admin_users == {"teacher"}
    assert (tmp_path / "state").stat().st_mode & 0o077 == 0


def test_a_seat_is_started_on_kubernetes_as_on_one_machine(set_up):
    seat = values()["singleuser"]

    assert seat["cmd"] == ["/opt/whosays/hub/seat.sh", *set_up.Spawner.args]
    assert seat["defaultUrl"] == set_up.Spawner.default_url
    assert seat["memory"]["limit"] == set_up.Spawner.mem_limit
    assert seat["startTimeout"] == set_up.Spawner.start_timeout
    assert seat["extraEnv"] == set_up.Spawner.environment | {"WHOSAYS_THREADS": "unlimited"}
    assert values()["hub"]["config"]["JupyterHub"]["authenticator_class"] == set_up.JupyterHub.authenticator_class
    assert values()["hub"]["templateVars"] == set_up.JupyterHub.template_vars
    assert f"--timeout={values()['cull']['timeout']}" in set_up.JupyterHub.services[0]["command"]


def test_a_user_of_the_machine_never_becomes_a_seat(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(grp, "getgrnam", lambda name: {}[name])
    monkeypatch.setattr(pwd, "getpwall", lambda: [SimpleNamespace(pw_name="teacher"), SimpleNamespace(pw_name="root")])
    monkeypatch.setattr(subprocess, "run", lambda *command, **_: pytest.fail(f"ran {command}"))
    seats = runpy.run_path(str(DEPLOY / "seats.py"))

    assert seats["make"](2, tmp_path) == 1
    assert "no seats: teacher." in capsys.readouterr().err


def test_the_values_hold_no_password_and_the_image_is_of_this_version():
    text = (DEPLOY / "values.yaml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)[1]

    assert "SharedPasswordAuthenticator" not in values()["hub"]["config"]
    assert values()["singleuser"]["image"]["tag"] == version
    assert f"whosays-seat:{version}" in (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    assert not re.search(r"password: *\S", text.replace("Password: the word", ""))


def test_the_readme_names_the_section_that_has_its_figures():
    named = re.search(r"RESULTS\.md\), under “([^”]+)”", (DEPLOY / "README.md").read_text(encoding="utf-8"))[1]
    section = (ROOT / "bench" / "RESULTS.md").read_text(encoding="utf-8").partition(f"\n## {named}\n")[2]

    assert "students at once" in section.partition("\n## ")[0]


def test_the_class_server_gets_the_tested_versions():
    hub, tested = (
        set(re.findall(r"^[\w.-]+==.*$", file.read_text(encoding="utf-8"), re.MULTILINE))
        for file in (DEPLOY / "requirements.txt", ROOT / "requirements.txt")
    )
    names, known = ({line.split("==")[0] for line in lines} for lines in (hub, tested))

    assert {"jupyterhub", "jupyterhub-idle-culler", "jupyterlab", "uv"} <= names
    assert {line for line in hub - tested if line.split("==")[0] in known} == set()
    assert "pytest" not in names


def test_the_service_runs_what_the_installer_puts_there():
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str
    unit.read(DEPLOY / "whosays-hub.service", encoding="utf-8")

    assert unit["Service"]["ExecStart"].endswith("--config=/opt/whosays/hub/jupyterhub_config.py")
    assert unit["Service"]["MemoryMax"] == "22G"
    for name in ("jupyterhub_config.py", "seat.sh", "seats.py"):
        assert f'"{name}"' in (DEPLOY / "install.py").read_text(encoding="utf-8")
