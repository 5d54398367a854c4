from __future__ import annotations

import pytest

import reportparse as rp
from forms import FORMS
from reportparse.document import Cell
from reportparse.errors import UnreadableSource
from reportparse.reading import limits
from reportparse.reading.limits import held, is_grid


def test_a_text_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 4)
    assert held("办结36", "a") == "办结36"
    with pytest.raises(UnreadableSource) as caught:
        held("办结36件", "a")
    assert (caught.value.name, caught.value.reason) == ("a", "too_large")


@pytest.mark.parametrize("form", FORMS)
def test_no_form_may_be_endless(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = FORMS[form](["云岭镇工作报告", "全年走访群众320户，办结36件。"])
    assert rp.read(data).claims
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 8)
    with pytest.raises(UnreadableSource) as caught:
        rp.read(data, "a")
    assert (caught.value.name, caught.value.reason) == ("a", "too_large")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([], True),
        ([Cell("1", None, 0, 0), Cell("2", None, 4, 1)], True),
        ([Cell("1", None, 0, 0, rows=3, columns=4)], False),
        ([Cell("1", None, 0, 10)], False),
    ],
    ids=["none", "some", "spans", "far"],
)
def test_grids(cells: list[Cell], expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PLACES", 10)
    assert is_grid(cells) is expected
