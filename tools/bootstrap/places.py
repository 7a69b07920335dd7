"""Where the bootstrap puts things: everything inside the project's own folder, all of it ignored by git."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """The folders and programs of one checkout."""

    root: Path

    @property
    def var(self) -> Path:
        return self.root / "var"

    @property
    def logs(self) -> Path:
        return self.var / "logs" / "setup"

    @property
    def requirements(self) -> Path:
        return self.root / "requirements"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def programs(self) -> Path:
        return self.venv / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        return self.programs / ("python.exe" if os.name == "nt" else "python")

    @property
    def browser_package(self) -> Path:
        return self.root / "tools" / "browser"

    @property
    def browser(self) -> Path:
        return self.var / "chromium"

    @property
    def fonts(self) -> Path:
        return self.var / "fonts"
