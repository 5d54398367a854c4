"""Plots: where a report's figures stand and which were recomputed; an indicator over the years.

Altair describes them. They are shown as SVG, whose letters the browser draws by its own fonts: a
machine that shows Chinese pages shows Chinese plots, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any, Final

from reportparse.archive.panel import COLUMNS
from reportparse.claims import Claim
from reportparse.errors import Language, MissingExtra
from reportparse.indicators import GROWTH, default
from reportparse.ledger import ledger
from reportparse.render.words import word
from reportparse.report import Report
from reportparse.rows import Row

#: Chinese fonts of Linux, Windows and macOS; the browser takes the first that it has.
FONTS: Final = (
    "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, WenQuanYi Micro Hei, "
    "sans-serif"
)
#: More lines than these cannot be told apart: the middle of all places is drawn instead.
LINES: Final = 10
#: What became of a figure, the weightiest first, and its colour (Okabe and Ito: told apart by
#: the colour-blind as well).
COLOURS: Final = {
    "fails": "#d55e00",
    "holds": "#009e73",
    "untestable": "#e69f00",
    "alone": "#bbbbbb",
}
#: What the ledger calls what it could not recompute.
OPEN: Final = {"untested": "untestable"}
#: Letters of a section's title that fit beside a bar.
TITLE: Final = 18
#: How a plot is written, by the ending of the file.
FORMS: Final = {".svg": "svg", ".html": "html", ".json": "json"}
SAID: Final[dict[str, dict[Language, str]]] = {
    "alone": {"zh": "未涉勾稽", "en": "stands alone"},
    "figures": {"zh": "数据项数", "en": "figures"},
    "outcome": {"zh": "核对情况", "en": "recomputed"},
    "head": {"zh": "（标题至首节）", "en": "(before the first)"},
    "untitled": {"zh": "未命名报告", "en": "report without title"},
    "year": {"zh": "年份", "en": "year"},
    "place": {"zh": "地方", "en": "place"},
    "middle": {"zh": "{}个地方的中位数与四分位", "en": "median and quartiles of {} places"},
}


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot as a notebook shows it; `chart` is the Altair chart, to be changed further."""

    chart: Any

    def svg(self) -> str:
        """Return the picture."""
        drawn: str = _converter().vegalite_to_svg(self.chart.to_dict())
        return drawn

    def save(self, path: str | PathLike[str]) -> None:
        """Write the plot as .svg, .html (which needs no network) or .json (Vega-Lite).

        Raises `ValueError` for any other ending: a picture of dots would be drawn with the fonts
        of this machine, and one without Chinese fonts draws boxes.
        """
        form = FORMS.get(Path(path).suffix.lower())
        if form is None:
            raise ValueError(f"no plot as {Path(path).name!r}; there are {', '.join(FORMS)}")
        Path(path).write_text(self._as(form), encoding="utf-8", newline="\n")

    def _as(self, form: str) -> str:
        """Return the plot in one of the forms that it can be written in."""
        if form == "svg":
            return self.svg()
        if form == "json":
            record: str = self.chart.to_json()
            return record
        converter = _converter()
        page: str = converter.vegalite_to_html(self.chart.to_dict(), bundle=True)
        return page

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, str]:
        """Show the picture in a notebook."""
        return {"image/svg+xml": self.svg(), "text/plain": repr(self)}

    def __repr__(self) -> str:
        return f"<Plot: {self.chart.title.text}>"


def plot_report(report: Report, lang: Language = "zh") -> Plot:
    """Draw how many figures each part of a report has, and which were recomputed."""
    became = _outcomes(report)
    rows = [
        {
            "part": _part(claim) or SAID["head"][lang],
            "outcome": _said(became.get(claim.id, "alone"), lang),
        }
        for claim in report.claims
    ]
    return _plot(_bars(rows, lang), report.title or SAID["untitled"][lang])


def _bars(rows: Sequence[Mapping[str, str]], lang: Language) -> Any:  # noqa: ANN401
    """Draw a bar for each part, the figures that do not agree first."""
    altair = _library()
    parts = list(dict.fromkeys(row["part"] for row in rows))
    names = [_said(name, lang) for name in COLOURS]
    scale = altair.Scale(domain=names, range=list(COLOURS.values()))
    return (
        altair.Chart(altair.Data(values=rows))
        .transform_calculate(weight=f"indexof({names!r}, datum.outcome)")
        .mark_bar()
        .encode(
            y=altair.Y("part:N", sort=parts, title=None, axis=altair.Axis(labelLimit=260)),
            x=altair.X("count():Q", title=SAID["figures"][lang], axis=altair.Axis(tickMinStep=1)),
            color=altair.Color("outcome:N", title=SAID["outcome"][lang], scale=scale),
            order=altair.Order("weight:Q"),
            tooltip=["part:N", "outcome:N", "count():Q"],
        )
    )


def plot_panel(rows: Iterable[Row], indicator: str, lang: Language = "zh") -> Plot:
    """Draw one indicator over the years: a line a place, or the middle of many places.

    `indicator` is its id or its name in either language. Raises `ValueError` if the panel does
    not have it.
    """
    known = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    chosen = _named(indicator, sorted({row["indicator"] for row in known}))
    own = [row for row in known if row["indicator"] == chosen]
    unit = own[0]["unit"]
    points = [_point(row) for row in own if row["unit"] == unit]
    title = _title(chosen, lang)
    places = {point["place"] for point in points}
    chart = _lines(points, lang) if len(places) <= LINES else _middle(points, lang)
    below = "" if len(places) <= LINES else SAID["middle"][lang].format(len(places))
    return _plot(chart, f"{title}（{unit}）" if lang == "zh" else f"{title} ({unit})", below)


def _lines(points: Sequence[Mapping[str, Any]], lang: Language) -> Any:  # noqa: ANN401
    """Draw a line for each place, and a bar where a hedge leaves the value open (120余件)."""
    altair = _library()
    base = altair.Chart(altair.Data(values=points)).encode(
        x=altair.X("year:O", title=SAID["year"][lang], axis=altair.Axis(labelAngle=0)),
        color=altair.Color(
            "place:N", title=SAID["place"][lang], legend=altair.Legend(symbolOpacity=1)
        ),
    )
    line = base.mark_line(point=True).encode(
        y=altair.Y("value:Q", title=None), tooltip=["place:N", "year:O", "text:N", "report:N"]
    )
    hedged = base.transform_filter("datum.low < datum.high").mark_rule(strokeWidth=3, opacity=0.4)
    return altair.layer(hedged.encode(y="low:Q", y2="high:Q"), line)


def _middle(points: Sequence[Mapping[str, Any]], lang: Language) -> Any:  # noqa: ANN401
    """Draw the median of all places, and the half of them around it."""
    altair = _library()
    base = altair.Chart(altair.Data(values=points)).encode(
        x=altair.X("year:O", title=SAID["year"][lang], axis=altair.Axis(labelAngle=0))
    )
    band = base.mark_errorband(extent="iqr").encode(y=altair.Y("value:Q", title=None))
    return altair.layer(band, base.mark_line(point=True).encode(y="median(value):Q"))


def _plot(chart: Any, title: str, below: str = "") -> Plot:  # noqa: ANN401 - an Altair chart
    """Give a chart its title, its size and its letters."""
    altair = _library()
    heading = altair.TitleParams(title, subtitle=below) if below else altair.TitleParams(title)
    return Plot(chart.properties(title=heading, width=420).configure(font=FONTS))


def _part(claim: Claim) -> str:
    """Return the title of the highest section around a figure, cut to fit."""
    title = claim.section.path.split(" / ")[0] if claim.section else ""
    return title if len(title) <= TITLE else f"{title[:TITLE]}…"


def _outcomes(report: Report) -> dict[str, str]:
    """Return what became of each figure that was, or should have been, recomputed."""
    found: dict[str, str] = {}
    order = list(COLOURS)
    for entry in ledger(report):
        outcome = "holds" if entry.held else OPEN.get(entry.outcome, "fails")
        for claim in entry.claims:
            found[claim] = min(outcome, found.get(claim, outcome), key=order.index)
    return found


def _said(outcome: str, lang: Language) -> str:
    return SAID[outcome][lang] if outcome in SAID else word(outcome, lang)


def _point(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is drawn of a value; numbers of JSON are enough for a place on paper."""
    low, high = (row["value"] if row[end] is None else row[end] for end in ("low", "high"))
    return {
        "place": row["place"],
        "year": row["year"],
        "text": row["text"],
        "report": row["report"],
        "value": _number(row["value"]),
        "low": _number(low),
        "high": _number(high),
    }


def _number(value: Any) -> float | None:  # noqa: ANN401 - Decimal, float or nothing
    return None if value is None else float(value)


def _named(name: str, there: Sequence[str]) -> str:
    """Return the id of an indicator that is named by its id or in words."""
    ids = [one.id for one in default() if name in (one.id, one.zh, one.en)]
    found = next((one for one in (name, *ids) if one in there), "")
    if not found:
        names = "、".join(_title(one, "zh") for one in there)
        raise ValueError(f"no such indicator in the panel: {name!r}; there are {names}")
    return found


def _title(indicator: str, lang: Language) -> str:
    """Return the name of an indicator; one of the user's own has its id."""
    known = {one.id: one for one in default()}
    one = known.get(indicator)
    if one is None:
        return indicator.removesuffix(GROWTH)
    return one.zh if lang == "zh" else one.en


def _library() -> Any:  # noqa: ANN401 - altair, whose types would cost every check seconds
    """Import what describes plots."""
    try:
        import altair as alt
    except ImportError as error:
        raise MissingExtra("altair", "plot") from error
    return alt


def _converter() -> Any:  # noqa: ANN401 - vl_convert
    """Import what draws them."""
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtra("vl-convert-python", "plot") from error
    return vl_convert
