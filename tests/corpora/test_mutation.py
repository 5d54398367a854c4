"""Damaged files for the fuzzer: the same number gives the same damage, of every kind."""

from __future__ import annotations

import io
import zipfile
from random import Random

import pytest
from evaluation.mutation import CHANGES, SURGERIES, _in_object, mutated
from lxml import etree

from ofds import ofd, text
from pdfs import pdf, say
from words import docx, p

PLAIN = "一、办结46件，其中窗口办结30件。".encode()
FILES = {
    "text": PLAIN,
    "docx": docx(p("全年走访320户。")),
    "ofd": ofd([text("办结46件", 30, 40)]),
    "pdf": pdf([say(90, 100, "办结46件")]),
}


def drawer(seed: str | int) -> Random:
    return Random(seed)


@pytest.mark.parametrize("name", FILES)
def test_the_same_seed_gives_the_same_damage(name: str) -> None:
    made = [mutated(FILES[name], drawer(f"1:{at}")) for at in range(40)]
    assert made == [mutated(FILES[name], drawer(f"1:{at}")) for at in range(40)]
    assert len(set(made)) > 30


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_of_bytes_changes_some(change) -> None:
    data = b"<p>12</p>" + PLAIN
    assert any(change(data, drawer(at)) != data for at in range(20))


@pytest.mark.parametrize("surgery", SURGERIES, ids=lambda surgery: surgery.__name__)
def test_every_surgery_leaves_xml(surgery) -> None:
    made = set()
    for at in range(20):
        root = etree.fromstring('<a><b c="1"><d/></b><e>2</e></a>')
        draw = drawer(at)
        surgery(draw.choice(list(root.iter())), draw.choice(list(root.iter())), draw)
        made.add(etree.tostring(root))
    assert len(made) > 1
    assert all(etree.fromstring(one).tag in "abde" for one in made)


def test_damage_inside_of_a_container_leaves_it_one() -> None:
    opened = 0
    for at in range(40):
        data = mutated(FILES["docx"], drawer(f"2:{at}"))
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as container:
                opened += container.namelist() == ["word/document.xml"]
        except zipfile.BadZipFile:
            continue
    assert opened > 20


def test_nothing_to_damage_is_left_alone() -> None:
    assert mutated(b"", drawer(1)) == b""


def test_objects_of_a_pdf_change_and_stay_objects() -> None:
    made = {_in_object(FILES["pdf"], drawer(at)) for at in range(60)}
    assert len(made) > 20
    assert all(data.count(b" 0 obj") == data.count(b"endobj") for data in made)
    assert b" null " in b"".join(made)
    assert b"1e308" in b"".join(made)
