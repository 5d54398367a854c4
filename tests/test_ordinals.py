from __future__ import annotations

import pytest

from reportparse.ordinals import SPELLED, ordinal_of

GIVEN = [
    ("一、", 1),
    ("（十二）", 12),
    ("二十、", 20),
    ("第一百零三条", 103),
    ("一百二十一", 121),
    ("贰、", 2),
    ("〔三〕", 3),
    ("7.", 7),
    ("（10）", 10),
    ("1.4", 4),
    ("2.1.3", 3),
    ("①", 1),
    ("⑳", 20),
    ("㉑", 21),
    ("㊱", 36),
    ("⑴", 1),
    ("⒓", 12),
    ("㈣", 4),
    ("❷", 2),
    ("首先", 1),
    ("其次，", 2),
    ("再次", 3),
    ("另一方面", 2),
    ("其三", 3),
    ("五是", 5),
    ("—、", 1),
    ("第二十条之一", 20),
]
WITHOUT = ["最后", "二一、", "百十"]


@pytest.mark.parametrize(("mark", "ordinal"), GIVEN, ids=[mark for mark, _ in GIVEN])
def test_the_number_of_a_mark(mark, ordinal):
    assert ordinal_of(mark) == ordinal


@pytest.mark.parametrize("mark", WITHOUT)
def test_no_number_is_guessed(mark):
    assert ordinal_of(mark) is None


def test_every_number_is_spelled_once():
    assert sorted(set(SPELLED.values())) == list(range(1, 200))
