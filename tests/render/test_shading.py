"""Which marks lie where."""

from __future__ import annotations

import pytest

from factory import audited
from reportparse.render.markup import Mark
from reportparse.render.shading import Shading, figure_shades, finding_shades, visible
from reportparse.report import parse
from reportparse.span import Span

MARKS = [Mark(Span(0, 90), "wide"), Mark(Span(2, 4), "a"), Mark(Span(8, 9), "b")]


@pytest.mark.parametrize(
    ("marks", "span", "found"),
    [
        pytest.param(MARKS[1:], Span(0, 3), ["a"], id="begins-in-it"),
        pytest.param(MARKS[1:], Span(4, 8), [], id="between"),
        pytest.param(MARKS, Span(8, 20), ["wide", "a", "b"], id="under-a-wide-one"),
        pytest.param([], Span(0, 9), [], id="none"),
    ],
)
def test_over(marks: list[Mark], span: Span, found: list[str]) -> None:
    assert [mark.classes for mark in Shading(reversed(marks)).over(span)] == found


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("受理纠纷250件，化解245件，化解率98%。", ["holds"] * 3),
        ("受理纠纷250件，化解245件，化解率90%。", ["fails"] * 3),
        ("排查隐患46处。", ["plain"]),
        ("群众满意率达98%。", ["untestable"]),
    ],
)
def test_figures_by_how_they_came_out(text: str, outcomes: list[str]) -> None:
    marks = figure_shades(parse(text))
    assert [mark.classes for mark in marks] == [f"figure {outcome}" for outcome in outcomes]


def test_what_is_suppressed_is_not_shown_as_failing() -> None:
    report = parse("受理纠纷250件，化解245件，化解率90%。").with_findings([])
    assert {mark.classes for mark in figure_shades(report)} == {"figure untestable"}


def test_finding_and_its_evidence() -> None:
    marks = list(finding_shades(audited()))
    assert [(mark.classes, mark.names, mark.pin) for mark in marks] == [
        ("at error", "f1", "1"), ("evidence", "f1", ""), ("evidence", "f1", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(("span", "shown"), [(Span(3, 3), Span(3, 4)), (Span(3, 5), Span(3, 5))])
def test_where_something_is_missing_the_next_character_shows(span: Span, shown: Span) -> None:
    assert visible(span) == shown
