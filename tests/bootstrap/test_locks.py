"""The lock files agree with one another and hold no address of a registry but uv's own."""

import json
import re
import tomllib

import pytest

from tools.bootstrap.commands import ROOT

REQUIREMENT = re.compile(r"^([a-z0-9.-]+)(?:\[[^]]+\])?==([^ ;\\]+)", re.MULTILINE)


@pytest.mark.parametrize("name", ["run", "test"])
def test_exports_are_those_of_the_lock(name):
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    locked = {(package["name"], package.get("version")) for package in lock["package"]}
    exported = set(REQUIREMENT.findall((ROOT / "requirements" / f"{name}.txt").read_text()))
    assert exported
    assert exported <= locked, "run `make lock` and commit the exports with uv.lock"


def test_every_dependency_of_the_project_is_exported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for name, wanted in {
        "run": project["project"]["dependencies"],
        "test": project["dependency-groups"]["dev"],
    }.items():
        exported = dict(REQUIREMENT.findall((ROOT / "requirements" / f"{name}.txt").read_text()))
        missing = {re.split(r"[\[<>=~! ]", line)[0].lower() for line in wanted} - set(exported)
        assert not missing, "run `make lock` and commit the exports with uv.lock"


@pytest.mark.parametrize("folder", ["", "tools/browser"])
def test_npm_packages_are_exact_and_name_no_registry(folder):
    package = json.loads((ROOT / folder / "package.json").read_text())
    lock = json.loads((ROOT / folder / "package-lock.json").read_text())
    for name, version in {**package.get("dependencies", {}), **package["devDependencies"]}.items():
        assert lock["packages"][f"node_modules/{name}"]["version"] == version
    assert not [name for name, entry in lock["packages"].items() if "resolved" in entry]


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda path: path.stem)
def test_exports_name_no_registry(path):
    assert "://" not in path.read_text()
