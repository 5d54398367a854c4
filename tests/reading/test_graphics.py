from __future__ import annotations

import pytest

from ofds import page, parsed, path, picture, root, text
from reportparse.reading.drawing import moved
from reportparse.reading.graphics import (
    POINTS,
    Placed,
    area_of,
    child,
    children,
    local,
    number,
    numbers,
    objects_of,
    rules_of,
)
from reportparse.reading.lattice import Rule


def objects(*inside: str) -> list[Placed]:
    element = parsed(page(inside))
    return [item for item in objects_of(element, {}) if item.name.endswith("Object")]


def millimetres(rule: Rule) -> tuple[float, ...]:
    return tuple(round(x / POINTS, 1) for x in (rule.left, rule.top, rule.right, rule.bottom))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4.5", 4.5),
        ("-3", -3.0),
        ("1e2", 100.0),
        *((text, 7.0) for text in ("", None, "x", "nan", "inf", "1e9")),
    ],
)
def test_number(written: str | None, value: float) -> None:
    assert number(written, 7.0) == value


@pytest.mark.parametrize(
    ("written", "values"),
    [("1 2", (1.0, 2.0)), (" 1\n2 3 ", (1.0, 2.0)), ("1", None), ("", None), (None, None)],
)
def test_numbers(written: str | None, values: tuple[float, ...] | None) -> None:
    assert numbers(written, 2) == values


def test_elements_by_name() -> None:
    element = parsed(root("Page", "<ofd:Area><ofd:Box>1</ofd:Box></ofd:Area><Area/>"))
    found = child(element, "Area", "Box")
    assert local(element) == "Page"
    assert found is not None
    assert found.text == "1"
    assert child(element, "Box") is None
    assert len(children(element, "Area")) == 2
    assert children(None, "Area") == []


def test_boxes_and_transformations_add_up() -> None:
    (item,) = objects(text("云", 10, 20, ctm="2 0 0 2 1 1"))
    assert moved((3, 4), item.matrix) == pytest.approx(((3 * 2 + 1 + 10) * POINTS, 29 * POINTS))


def test_blocks_are_followed_in_order() -> None:
    inner = f"<ofd:PageBlock>{path('M 0 0')}</ofd:PageBlock>"
    block = f"<ofd:PageBlock>{text('云', 1, 1)}{inner}</ofd:PageBlock>"
    names = [item.name for item in objects(block, picture("1 1 9 9"))]
    assert names == ["TextObject", "PathObject", "ImageObject"]


def test_what_holds_others_is_counted() -> None:
    element = parsed(page([f"<ofd:PageBlock>{text('云', 1, 1)}</ofd:PageBlock>"]))
    assert [item.name for item in objects_of(element, {})] == [
        "Content",
        "Layer",
        "PageBlock",
        "TextObject",
    ]


@pytest.mark.parametrize(
    ("item", "share"),
    [
        (picture("0 0 20 10"), 200),
        ('<ofd:ImageObject Boundary="3 3 20 10"/>', 200),
        ('<ofd:ImageObject Boundary="3 3 20 10" CTM="0 20 -10 0 0 0"/>', 200),
        ("<ofd:ImageObject/>", 0),
    ],
    ids=["plain", "no-matrix", "turned", "nothing"],
)
def test_area(item: str, share: float) -> None:
    assert area_of(objects(item)[0]) == pytest.approx(share * POINTS**2)


@pytest.mark.parametrize(
    ("drawn", "rules"),
    [
        (path("M 10 20 L 90 20"), [(10, 20, 90, 20)]),
        (path("S 10 20 L 10 90", "5 5 9 9"), [(15, 25, 15, 95)]),
        (path("M 0 0 L 50 0 L 50 30"), [(0, 0, 50, 0), (50, 0, 50, 30)]),
        (
            path("M 0 0 L 50 0 L 50 0.4 L 0 0.4 C", more='Stroke="false" Fill="true"'),
            [(0, 0.2, 50, 0.2)],
        ),
        (path("M 0 0 L 9 0 M 0 9 L 9 9"), [(0, 0, 9, 0), (0, 9, 9, 9)]),
        (path("M 0 0 L 50 0", more='CTM="0 1 -1 0 0 0"'), [(0, 0, 0, 50)]),
    ],
    ids=["level", "upright", "corner", "bar", "two", "turned"],
)
def test_rules(drawn: str, rules: list[tuple[float, ...]]) -> None:
    assert [millimetres(rule) for rule in rules_of(objects(drawn)[0])] == rules


@pytest.mark.parametrize(
    "drawn",
    [
        path(""),
        path("M 10 20"),
        path("M 10 20 L"),
        path("M 10 20 L 10.5 20"),
        path("M 10 20 L 60 90"),
        path("M 10 20 Q 30 30 90 20"),
        path("M 0 0 L 50 0", more='Stroke="false"'),
        path("M 0 0 L 50 0 " * 9000),
        "<ofd:PathObject/>",
    ],
    ids=["empty", "point", "cut", "short", "slanted", "curve", "unseen", "long", "none"],
)
def test_no_rules(drawn: str) -> None:
    assert not list(rules_of(objects(drawn)[0]))


def test_a_closed_outline_has_four_sides() -> None:
    (item,) = objects(path("M 0 0 L 50 0 L 50 30 L 0 30 C"))
    assert {millimetres(rule) for rule in rules_of(item)} == {
        (0, 0, 50, 0),
        (50, 0, 50, 30),
        (0, 30, 50, 30),
        (0, 0, 0, 30),
    }
