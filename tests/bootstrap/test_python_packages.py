"""The virtual environment: missing modules, an unreachable index, and what an earlier run left behind."""

import os
import shutil
import subprocess
import sys
import sysconfig

import pytest

from tools.bootstrap import python_packages, stamps
from tools.bootstrap.places import Places

UV = shutil.which("uv")


@pytest.fixture
def environment(places: Places) -> Places:
    """Make an environment that borrows this one's pip, since making one of its own takes seconds."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", places.venv], check=True)
    (site,) = places.venv.glob("lib/python*/site-packages")
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    (places.requirements / "run.txt").write_text(f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n")
    return places


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_missing_module_is_named_with_its_remedy(bootstrap, sentence, places, module):
    said = sentence(bootstrap("setup", before=f"sys.modules[{module!r}] = None"))
    assert f"lacks its module {module}" in said
    assert "install" in said
    assert not places.venv.exists()


def test_pip_without_an_index(bootstrap, sentence, environment):
    said = sentence(bootstrap("setup"))
    assert "the package index cannot be reached" in said
    assert "var/logs/setup/python-run.log" in said
    assert not (environment.venv / ".installing").exists(), "a clean failure leaves the environment as it was"


@pytest.mark.skipif(not UV, reason="uv is not on this machine")
def test_uv_without_an_index(bootstrap, sentence, places):
    said = sentence(bootstrap("setup", path=os.environ["PATH"]))
    assert "the package index cannot be reached" in said


@pytest.mark.parametrize("damage", ["dangling", "killed"])
def test_an_unfinished_environment_is_made_again(environment, damage, capsys, monkeypatch):
    made = []
    monkeypatch.setattr(python_packages, "_make_environment", lambda places, uv: made.append(places.venv.exists()))
    if damage == "dangling":
        environment.python.unlink()
        environment.python.symlink_to("/nonexistent/python")
    else:
        (environment.venv / ".installing").touch()
    python_packages.prepare_environment(environment)
    assert made == [False]
    assert "is made again" in capsys.readouterr().out


def test_a_sound_environment_is_kept(environment, capsys):
    python_packages.prepare_environment(environment)
    assert environment.python.exists()
    assert capsys.readouterr().out == ""


def test_unchanged_packages_are_not_installed_again(environment, monkeypatch):
    version = python_packages.environment_version(environment)
    wanted = environment.requirements / "run.txt"
    stamps.write(environment.venv / ".installed-run", stamps.digest([wanted], version))
    monkeypatch.setattr(python_packages, "run_logged", lambda *_, **__: pytest.fail("installed again"))
    python_packages.install(environment, "run", "the Python packages")
