from __future__ import annotations

import pytest

from related import sentences_of
from reportparse.relations.rates import find_rates


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("受理200件，办结180件，办结率90%。", []),
        ("共有案件200件，其中复议40件、诉讼30件，两类合计占35%。", ["30件"]),
    ],
)
def test_figures_of_a_rate(text, others):
    (rated,) = find_rates(sentences_of(text)[0], ())
    assert [one.claim.quantity.text for one in rated.others] == others
    assert rated.verdict == "holds"
