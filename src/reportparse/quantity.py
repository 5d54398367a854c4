"""Quantities: numeral and unit, with the interval that the words commit their writer to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, cast

from reportparse.cleaning import clean
from reportparse.figure import Figure
from reportparse.figures import find_figures
from reportparse.interval import Interval
from reportparse.reading import document_of
from reportparse.sharing import find_shared, share_points
from reportparse.span import Span
from reportparse.view import View
from reportparse.zeros import find_zeros

Kind = Literal[
    "count", "money", "percent", "point", "permille", "multiple", "fraction", "ratio", "rank",
    "length", "area", "volume", "mass", "energy", "power", "duration", "temperature",
    "concentration", "score",
]  # fmt: skip
Hedge = Literal["exact", "about", "more", "less", "at_least", "at_most", "range"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as the text states it."""

    #: The whole expression with hedge and unit, in the document.
    span: Span
    #: The numeral with its magnitude, in the document.
    numeral: Span
    text: str
    num_text: str
    #: View offsets of the whole expression, and of its numeral.
    at: int
    end: int
    num_at: int
    #: Nominal value, magnitude multiplied in; `None` for pure ranges (几十, 5—8万).
    value: Decimal | None
    #: What the words commit to.
    interval: Interval
    #: Canonical unit without magnitude; "" where there is none.
    unit: str
    unit_text: str
    kind: Kind
    hedge: Hedge
    #: Place of the last digit: 1.2万 gives 1000.
    precision: Decimal
    #: Denominator of a per-unit figure: "亩" in 300元/亩.
    per: str = ""
    #: Article or fixed name (一支队伍, 三项制度): kept so that it blocks, never a claim.
    article: bool = False


def find_quantities(view: View | str, text: str | None = None) -> tuple[Quantity, ...]:
    """Return every quantity of a view, or of a text, from left to right, articles among them.

    `text` is the document's text, from which `Quantity.text` is quoted; the view's own where
    none is given.

    >>> [(found.text, found.value) for found in find_quantities("共调处纠纷 **１９８** 件")]
    [('198件', Decimal('198'))]
    """
    if isinstance(view, str):
        view = clean(document_of(view))
    zeros = {figure.num_at: figure for figure in find_zeros(view.text)}
    found = [figure for figure in find_figures(view.text) if figure.num_at not in zeros]
    known = {figure.num_at for figure in found}
    shared = [one for one in find_shared(view.text, found) if one.num_at not in known]
    figures = sorted([*found, *zeros.values(), *shared], key=lambda figure: figure.at)
    counted = share_points(view.text, figures) if "个百分点" in view.text else figures
    return tuple(_quantity(figure, view, text) for figure in counted)


def _quantity(figure: Figure, view: View, text: str | None) -> Quantity:
    """Lead a figure's offsets back to the document."""
    span = view.span(figure.at, figure.end)
    numeral = view.span(figure.num_at, figure.num_end)
    return Quantity(
        span,
        numeral,
        view.text[figure.at : figure.end] if text is None else span.of(text),
        view.text[figure.num_at : figure.num_end] if text is None else numeral.of(text),
        figure.at,
        figure.end,
        figure.num_at,
        figure.value,
        figure.interval,
        figure.unit,
        figure.unit_text,
        cast("Kind", figure.kind),
        cast("Hedge", figure.hedge),
        figure.place,
        figure.per,
        figure.article,
    )
