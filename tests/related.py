"""Relations of a sentence for tests: the whole way from text to formula and verdict."""

from __future__ import annotations

from reportparse import parse
from reportparse.relations.mentions import Mention, Sentence, sentences


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text that hold figures."""
    report = parse(text)
    return sentences(report.claims, report.view)


def mentions_of(text: str) -> tuple[Mention, ...]:
    """Return the figures of the first sentence of a text that has any."""
    return sentences_of(text)[0].mentions


def related(text: str, kind: str) -> list[tuple[str, str]]:
    """Return (formula, verdict) of the relations of one kind."""
    return [(one.formula, one.verdict) for one in parse(text).relations if one.kind == kind]
