"""`.reportparse.toml`: which checks run, who reads, and what is suppressed, with the reason.

The nearest file upwards from a report holds for it. A key that is misspelt stops the run: a
suppression or an `ignore` that silently does nothing would be as bad as one that does too much.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, get_args

from reportparse.checks import CHECKS, examine
from reportparse.errors import BadConfiguration
from reportparse.findings import Choice, Persona
from reportparse.report import Report
from reportparse.sifting import NO_GAP, Audit, Gap, Sieve
from reportparse.suppression import Suppression

NAME: Final = ".reportparse.toml"
#: Least severities that make `check` end with 1.
FAIL_ON: Final = ("error", "warning", "never")
#: Keys of a suppression.
SUPPRESSION_KEYS: Final = ("reason", "fingerprint", "code", "section", "file")


@dataclass(frozen=True, slots=True)
class Configuration:
    """How reports are audited."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    persona: Persona = "default"
    fail_on: str = "error"
    min_gap: Gap = NO_GAP
    suppress: tuple[Suppression, ...] = ()
    #: The file it was read from; `None` where there is none.
    path: Path | None = field(default=None, compare=False)

    def audit(self, report: Report) -> Audit:
        """Audit a report as configured."""
        sieve = Sieve(self.persona, self.min_gap, self.suppress)
        choice = Choice(self.select, self.ignore)
        return examine(report, choice, sieve, self.relative(report.name))

    def relative(self, name: str) -> str:
        """Name a source as seen from the folder of the configuration."""
        if self.path is None:
            return name
        return Path(os.path.relpath(name, self.path.parent)).as_posix()

    def runs(self, suppression: Suppression) -> bool:
        """Tell whether what a suppression is about was looked for at all."""
        choice = Choice(self.select, self.ignore)
        codes = [one.code for one in CHECKS if one.code.startswith(suppression.code)]
        return all(choice.takes(code) for code in codes)


def configuration_near(source: Path) -> Path | None:
    """Return the configuration file of a report or folder: the nearest one upwards."""
    here = source.resolve()
    folders = (here, *here.parents) if here.is_dir() else here.parents
    return next((one for folder in folders if (one := folder / NAME).is_file()), None)


def load(path: Path) -> Configuration:
    """Read a configuration file."""
    name = str(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BadConfiguration(name, "", "missing") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadConfiguration(name, "", "syntax", str(error)) from error
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in KEYS:
            raise BadConfiguration(name, key, "unknown", _meant(key, tuple(KEYS)))
        expected, read = KEYS[key]
        try:
            values[key.replace("-", "_")] = read(value)
        except (TypeError, ValueError) as error:
            raise BadConfiguration(name, key, "value", expected) from error
        except BadConfiguration as error:
            raise BadConfiguration(name, error.key, error.wrong, error.detail) from error
    return replace(Configuration(path=path.resolve()), **values)


def _codes(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Read codes, each of which some check must have."""
    codes = tuple(_text(one).upper() for one in _list(value))
    if not all(any(one.code.startswith(code) for one in CHECKS) for code in codes):
        raise ValueError(value)
    return codes


def _one_of(*words: str) -> Callable[[Any], str]:
    """Return what reads one of some words."""

    def read(value: Any) -> str:  # noqa: ANN401
        if value not in words:
            raise ValueError(value)
        return str(value)

    return read


def _gap(value: Any) -> Gap:  # noqa: ANN401
    """Read a gap: 2 or "1%"; true is no number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError(value)
    return Gap.of(value)


def _suppressions(value: Any) -> tuple[Suppression, ...]:  # noqa: ANN401
    """Read the entries under `[[suppress]]`."""
    return tuple(_suppression(f"suppress[{at}]", one) for at, one in enumerate(_list(value), 1))


def _suppression(place: str, entry: Any) -> Suppression:  # noqa: ANN401
    """Read one entry."""
    if not isinstance(entry, dict):
        raise TypeError(entry)
    for key, value in entry.items():
        if key not in SUPPRESSION_KEYS:
            raise BadConfiguration("", f"{place}.{key}", "unknown", _meant(key, SUPPRESSION_KEYS))
        if not isinstance(value, str):
            raise BadConfiguration("", f"{place}.{key}", "value", "a text")
    if entry.get("code"):
        _checked_code(place, entry["code"])
    read = Suppression(**{"reason": "", **entry})
    if not read.reason.strip():
        raise BadConfiguration("", place, "reason")
    if not read.is_whole:
        raise BadConfiguration("", place, "target")
    return read


def _checked_code(place: str, code: str) -> None:
    """Complain about a code that no check has; it would suppress nothing, unseen."""
    if not any(one.code.startswith(code) for one in CHECKS):
        raise BadConfiguration("", f"{place}.code", "value", EXPECTED_CODES)


def _list(value: Any) -> list[Any]:  # noqa: ANN401
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _text(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _meant(key: str, known: tuple[str, ...]) -> str:
    """Name the key that was meant, if one is like it."""
    near = get_close_matches(key, known, n=1)
    return f" ({near[0]}?)" if near else ""


EXPECTED_CODES: Final = 'codes such as "TOT101" or "TOT"'
#: Every key: what its value must be, and what reads it.
KEYS: Final[dict[str, tuple[str, Callable[[Any], Any]]]] = {
    "select": (EXPECTED_CODES, _codes),
    "ignore": (EXPECTED_CODES, _codes),
    "persona": ('"default", "pedantic" or "auditor"', _one_of(*get_args(Persona))),
    "fail-on": ('"error", "warning" or "never"', _one_of(*FAIL_ON)),
    "min-gap": ('a number or a share: 2, "1%"', _gap),
    "suppress": ("tables [[suppress]]", _suppressions),
}
