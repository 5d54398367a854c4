"""Where a check fires in a text, for tests: the whole way from text to finding."""

from __future__ import annotations

import reportparse


def fired(code: str, text: str) -> list[tuple[int, int]]:
    """Return the places that a check, or a family of checks, finds fault with."""
    findings = reportparse.audit(reportparse.parse(text), select=(code,), persona="auditor")
    return sorted((one.span.start, one.span.end) for one in findings)
