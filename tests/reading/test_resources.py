"""Resources of an OFD document: found by ID, wherever their parts lie."""

from __future__ import annotations

import pytest

from ofds import packed, parsed, root
from reportparse.reading.package import package_of
from reportparse.reading.resources import Resources, resources_of

UNITS = '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="4"/></ofd:CompositeGraphicUnits>'


def media(file: str, at: int = 5) -> str:
    inside = f'<ofd:MultiMedia ID="{at}" Type="Image"><ofd:MediaFile>{file}</ofd:MediaFile>'
    return f"<ofd:MultiMedias>{inside}</ofd:MultiMedia></ofd:MultiMedias>"


def found(members: dict[str, str], *names: str) -> Resources:
    owner = parsed(root("CommonData", "".join(f"<ofd:{n}>{n}.xml</ofd:{n}>" for n in names)))
    return resources_of(package_of(packed(members), "a.ofd"), owner, "Doc_0", *names)


@pytest.mark.parametrize(
    ("base", "file", "path"),
    [
        ("Res", "a.jpg", "doc_0/res/a.jpg"),
        ("", "Res/a.jpg", "doc_0/res/a.jpg"),
        ("/Doc_0/Res", "a.jpg", "doc_0/res/a.jpg"),
        ("Res", "/Doc_0/Res/A.JPG", "doc_0/res/a.jpg"),
    ],
    ids=["base", "no-base", "absolute-base", "absolute-file"],
)
def test_pictures_by_where_their_list_lies(base: str, file: str, path: str) -> None:
    listed = root("Res", media(file), f'BaseLoc="{base}"')
    members = {"Doc_0/DocumentRes.xml": listed, "Doc_0/Res/a.jpg": "x"}
    assert found(members, "DocumentRes").pictures == {"5": path}


def test_units_and_several_lists() -> None:
    members = {
        "Doc_0/PublicRes.xml": root("Res", UNITS + media("a.png", 5)),
        "Doc_0/DocumentRes.xml": root("Res", media("b.png", 6)),
        "Doc_0/a.png": "x",
        "Doc_0/b.png": "x",
    }
    both = found(members, "PublicRes", "DocumentRes")
    assert list(both.units) == ["4"]
    assert both.pictures == {"5": "doc_0/a.png", "6": "doc_0/b.png"}


@pytest.mark.parametrize(
    "members",
    [{}, {"Doc_0/PublicRes.xml": "<broken"}, {"Doc_0/PublicRes.xml": root("Res", media("a.png"))}],
    ids=["no-list", "broken-list", "no-file"],
)
def test_what_is_not_there(members: dict[str, str]) -> None:
    assert found({"OFD.xml": root("OFD", ""), **members}, "PublicRes").pictures == {}
