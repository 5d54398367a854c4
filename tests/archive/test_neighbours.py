"""A report against those of other places."""

from __future__ import annotations

import pytest

from paged import found, report_of
from reportparse.archive.neighbours import foreign_name_is_left, text_is_of_another_place

OWN = (
    "{0}共排查矛盾纠纷218起，化解211起。",
    "{0}组织法治讲座36场次，参加群众2140人次。",
    "{0}司法所接受法律咨询157人次。",
    "{0}巡查食品经营户94户，整改隐患41处。",
    "{0}办理行政处罚案件17件。",
)
FORMULA = "全镇持续深入学习贯彻习近平法治思想，开展集中学习12次。"


def texts(*reports: tuple[str, str]) -> dict[str, str]:
    """Name reports by place; what varies between places is filled in."""
    return {f"{place}.txt": report_of(place, 2023, body) for place, body in reports}


def body(place: str, shift: int = 0) -> str:
    """Return a place's own sentences, with other figures for another shift."""
    lines = "\n".join(OWN).format(place)
    return "".join(str((int(c) + shift) % 10) if c.isdigit() else c for c in lines)


def test_a_copy_with_the_name_replaced_is_told() -> None:
    copied = texts(("石桥镇", body("石桥镇")), ("云岭镇", body("云岭镇")))
    (one,) = found(text_is_of_another_place, copied)
    assert "5句连同其中的数据" in one.message
    assert "占100%" in one.message
    assert len(one.exhibits) == 5


@pytest.mark.parametrize("places", [2, 6])
def test_formulas_and_own_figures_are_silent(places: int) -> None:
    names = ["石桥镇", "云岭镇", "临河镇", "青坪镇", "柳湾镇", "白塔镇"][:places]
    honest = texts(*((name, f"{FORMULA}\n{body(name, at)}") for at, name in enumerate(names)))
    assert found(text_is_of_another_place, honest) == []


STANDING = ("法律顾问", "网格员", "联络员", "信息员")


def test_what_all_share_does_not_hide_a_copy() -> None:
    names = ["石桥镇", "云岭镇", "临河镇", "青坪镇", "柳湾镇"]
    shared = "\n".join(
        f"全镇聘请{what}12名。" for what in ("法律顾问", "网格员", "联络员", "信息员")
    )
    bodies = [body(name, 0 if at < 2 else at) for at, name in enumerate(names)]
    archive = texts(*((name, f"{shared}\n{own}") for name, own in zip(names, bodies, strict=True)))
    (one,) = found(text_is_of_another_place, archive)
    assert "占100%" in one.message


def test_the_same_place_may_repeat_itself() -> None:
    own = {
        "a.txt": report_of("石桥镇", 2022, body("石桥镇")),
        "b.txt": report_of("石桥镇", 2023, body("石桥镇")),
    }
    assert found(text_is_of_another_place, own) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "石桥镇党委召开专题会议15次。",
        "今年以来，石桥镇共调解纠纷36件。",
        "石桥镇司法所接受咨询157人次。",
    ],
)
def test_another_place_as_subject_is_told(sentence: str) -> None:
    archive = texts(("石桥镇", body("石桥镇")), ("云岭镇", sentence))
    (one,) = found(foreign_name_is_left, archive)
    assert (one.place, one.said("zh")) == ("云岭镇", "以石桥镇为主语，而报告属于云岭镇")


@pytest.mark.parametrize(
    "sentence",
    [
        "赴石桥镇考察学习3次。",
        "对口帮扶石桥镇共投入资金20万元。",
        "与石桥镇、临河镇联合开展执法6次。",
        "云岭镇党委召开专题会议15次。",
        "各乡镇共调解纠纷36件。",
    ],
)
def test_another_place_named_rightly_is_silent(sentence: str) -> None:
    archive = texts(("石桥镇", body("石桥镇")), ("云岭镇", sentence))
    assert found(foreign_name_is_left, archive) == []
