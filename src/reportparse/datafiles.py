"""The data files: word lists and units, each read once however many modules ask for its tables."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_data(name: str) -> dict[str, Any]:
    """Return the tables of a data file, which all who ask share.

    >>> load_data("units.toml")["canonical"]["％"]
    '%'
    """
    text = files("reportparse").joinpath("data", name).read_text(encoding="utf-8")
    return tomllib.loads(text)
