"""Verdicts: what an auditor holds of the findings, as saved by the audit page.

A finding that was held to be none, with the reason in a remark, becomes a suppression.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from reportparse.suppression import Suppression

SCHEMA: Final = "reportparse-verdicts/1"
#: 属实, 不属实, 待核实; "" where there is a remark only.
VERDICTS: Final = ("confirmed", "dismissed", "open")
#: What a basic string of TOML may not hold as it is, and JSON leaves alone.
DELETE: Final = "\x7f"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an auditor holds of one finding."""

    fingerprint: str
    verdict: str
    remark: str = ""
    code: str = ""
    message: str = ""

    @property
    def is_dismissed(self) -> bool:
        """Whether the finding was held to be none."""
        return self.verdict == "dismissed"

    @property
    def suppression(self) -> Suppression | None:
        """What keeps the finding back from now on; a suppression needs a reason."""
        reason = self.remark.strip()
        if not (self.is_dismissed and reason and self.fingerprint):
            return None
        return Suppression(reason, self.fingerprint)


def from_json(text: str) -> tuple[Verdict, ...]:
    """Read a file of verdicts; `ValueError` for what is none."""
    try:
        data = json.loads(text)
        schema, given = data["schema"], tuple(_verdict(one) for one in data["verdicts"])
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise ValueError(SCHEMA) from error
    if schema != SCHEMA:
        raise ValueError(SCHEMA)
    return given


def dismissed(verdicts: Iterable[Verdict]) -> tuple[list[Verdict], list[Verdict]]:
    """Return the findings that were held to be none, and apart those that somebody confirmed.

    Each is there once, with what was said of it last.
    """
    given = tuple(verdicts)
    confirmed = {one.fingerprint for one in given if one.verdict == "confirmed"}
    against = {one.fingerprint: one for one in given if one.is_dismissed}.values()
    agreed = [one for one in against if one.fingerprint not in confirmed]
    return agreed, [one for one in against if one.fingerprint in confirmed]


def to_toml(verdicts: Iterable[Verdict]) -> str:
    """Return the suppressions that follow, as entries of a configuration."""
    return "\n".join(_entry(one) for one in verdicts if one.suppression)


def _verdict(entry: dict[str, Any]) -> Verdict:
    fields = ("fingerprint", "verdict", "remark", "code", "message")
    return Verdict(**{name: str(entry.get(name) or "") for name in fields})


def _entry(one: Verdict) -> str:
    """Return one entry, what it is about as a comment."""
    about = " ".join(f"{one.code} {one.message}".split())
    about = "".join(sign for sign in about if sign.isprintable())
    return (
        f"# {about}\n[[suppress]]\n"
        f"fingerprint = {_string(one.fingerprint)}\nreason = {_string(one.remark.strip())}\n"
    )


def _string(text: str) -> str:
    """Return a text as a string of TOML; half a character becomes a question mark."""
    whole = text.encode("utf-8", "replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace(DELETE, "\\u007f")
