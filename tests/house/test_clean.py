"""The repository names no machine and no package registry, and holds no heavy file."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Final

import pytest

from house.measure import ROOT

#: Folders that exist on one machine only: a home, a mount, a workspace.
MACHINE_PATH: Final = re.compile(r"(?<![\w.~-])/(?:home|root|work|Users|mnt|opt)/\w")
#: Options and addresses that tie an installation to one registry.
REGISTRY: Final = re.compile(
    r"--?(?:extra-)?index-url|--find-links|--trusted-host"
    r"|https?://[\w.-]*(?:registry|mirror|index|packages?|pypi)[\w.-]*"
)
#: Where an address of any kind would be a download.
INSTALLS: Final = ("pyproject.toml", "Makefile", ".ci/", "requirements/")
#: Bytes in one file: a repository of text stays small.
HEAVY: Final = 600_000


def tracked() -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listing.returncode:
        pytest.skip("not a git working tree")
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    found = []
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        try:
            found.append((name, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["machine-path", "registry"])
def test_no_file_names(pattern: re.Pattern[str]) -> None:
    found = [
        f"{name}: {match[0]}"
        for name, text in texts()
        if name != "tests/house/test_clean.py"
        for match in pattern.finditer(text)
        # The Makefile tells the resolver to leave such options out.
        if not text[: match.start()].endswith("--no-emit")
    ]
    assert not found


def test_installing_needs_no_address() -> None:
    found = [name for name, text in texts() if name.startswith(INSTALLS) and "://" in text]
    assert not found


def test_lock_holds_a_hash_for_every_package() -> None:
    for name in ("build", "dev"):
        lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z][\w.-]*==.*?(?=^\S|\Z)", lock, re.MULTILINE | re.DOTALL)
        assert pins
        assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []


def test_no_heavy_file() -> None:
    assert not [path for path in tracked() if path.stat().st_size > HEAVY]
