"""What read a source: rules, and programs that help. When they change, it is read anew."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
from functools import cache
from pathlib import Path
from typing import Final

import reportparse

#: Endings of the files that rules consist of.
RULES: Final = (".py", ".toml", ".txt")
#: Parts of the package that have no say in what is read.
FACES: Final = ("archive", "cli", "render")
#: Libraries and programs without which some sources cannot be read.
LIBRARIES: Final = ("rapidocr", "onnxruntime")
PROGRAMS: Final = ("soffice", "libreoffice")


@cache
def rules() -> str:
    """Return a digest of every rule and word list of this version."""
    root = Path(reportparse.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if path.suffix in RULES and inside.parts[0] not in FACES:
            digest.update(f"{inside.as_posix()}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def programs() -> str:
    """Name what is installed here of the programs that some sources need."""
    found = [name for name in LIBRARIES if importlib.util.find_spec(name)]
    found += [name for name in PROGRAMS if shutil.which(name)]
    return ",".join(found)
