from __future__ import annotations

import pytest

from related import mentions_of, sentences_of
from reportparse.relations.chains import chain_from
from reportparse.relations.spots import Spot, listing_of, may_divide, told_by


def values(mentions):
    return [int(one.stated.value) for one in mentions]


def test_figures_before_a_spot():
    text = sentences_of("走访9户。讲座8场、展览4场。活动12场，演练2场。")
    spot = Spot(text, 2, 1, text[2].mentions)
    assert (int(spot.here.stated.value), int(spot.nearest.stated.value)) == (2, 12)
    assert values(spot.before(0)) == values(spot.earlier) == [12]
    assert values(spot.before(1)) == [12, 4, 8]
    assert values(spot.before(5)) == [12, 4, 8, 9]
    assert spot.sentence is text[2]


def test_listing_of_a_chain():
    whole, *_ = mentions = mentions_of("活动12场，其中讲座8场、展览3场，演练1场")
    listing = listing_of(chain_from(mentions, 1), whole, "其中", exhaustive=True)
    assert [values(one) for one in listing.readings] == [[8, 3, 1], [8, 3]]
    assert (listing.tight, listing.cue, listing.exhaustive) == (2, "其中", True)


def test_heads_are_one_more_reading():
    text = "参保38人，其中企业25人，在职20人，退休5人；机关13人，在职9人，退休4人"
    whole, *_ = mentions = mentions_of(text)
    listing = listing_of(chain_from(mentions, 1), whole)
    assert values(listing.readings[-1]) == [25, 13]


@pytest.mark.parametrize(
    ("text", "told"), [("讲座8场、展览4场", False), ("讲座8场、展览4场、演练2场", True)]
)
def test_only_long_lists_are_told(text, told):
    whole, *_ = mentions = mentions_of(f"活动14场（{text}）")
    assert told_by(chain_from(mentions, 1), whole).told is told


@pytest.mark.parametrize(
    ("text", "may"),
    [("活动12场，讲座8场", True), ("活动12场，培训8人", False), ("活动（12场），讲座8场", False)],
)
def test_may_divide(text, may):
    assert may_divide(*mentions_of(text)) is may
