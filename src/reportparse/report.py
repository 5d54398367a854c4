"""A report: its document, and everything that was read from it. Here the steps meet.

Document -> View -> sections, heading, quantities, periods -> claims -> relations
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Literal, TypeVar

from reportparse.claims import Claim, build_claims
from reportparse.cleaning import clean
from reportparse.divisions import Division, Level
from reportparse.document import Document, Place
from reportparse.errors import Language
from reportparse.heading import Heading, find_heading
from reportparse.indicators import Indicators, default, label
from reportparse.outline import Section, find_sections
from reportparse.period import Period, find_periods
from reportparse.quantity import Quantity, find_quantities
from reportparse.reading import document_of, read_document
from reportparse.relations import Relation, find_relations
from reportparse.relations.tables import find_table_tallies
from reportparse.relations.tallies import Tally
from reportparse.span import Span
from reportparse.terms import terms_of
from reportparse.view import View

if TYPE_CHECKING:
    import pandas as pd

    from reportparse.findings import Finding
    from reportparse.render.card import Markup
    from reportparse.render.plotting import Plot
    from reportparse.render.tally import Summary
    from reportparse.sifting import Audit

#: Where a sentence ends. A list of items (；) is shown whole: its parts explain each other.
STOP: Final = re.compile(r"[。！？\n]")

#: No sentence reaches further: one without end would be read again for each of its figures.
REACH: Final = 5000

T = TypeVar("T")

FrameName = Literal["claims", "findings", "relations", "sections", "quantities", "tables"]


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """A government report as read: text, outline, figures, and what relates to what.

    >>> parse("共调处纠纷198件，调处成功188件。").claims[1].quantity.text
    '188件'
    """

    #: The text as published, and where each part of it stands in the source.
    document: Document
    #: The cleaned text that every rule reads.
    view: View
    #: Title, issuer, addressee, document number, signature, each with its span.
    heading: Heading
    sections: tuple[Section, ...]
    #: Figures that state an amount; article use (一支队伍) is left out.
    quantities: tuple[Quantity, ...]
    periods: tuple[Period, ...]
    #: One claim for each quantity, in the same order.
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    #: Sums of the tables: rows, columns, statutory balances.
    tallies: tuple[Tally, ...] = ()
    #: The audit by the default checks once it was asked for; auditing is pure, so it keeps.
    _audit: Any = field(default=None, init=False, repr=False, compare=False)
    #: What pure functions made of the report, by their names; see `once`.
    _kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __repr__(self) -> str:
        """Say which report it is: all that it holds would fill screens."""
        return f"<Report: {self.title or self.name}, {len(self.claims)} figures>"

    @property
    def title(self) -> str | None:
        """The title as printed, on one line."""
        return self.heading.title

    @property
    def issuer(self) -> str | None:
        """Who issues the report."""
        return self.heading.issuer

    @property
    def addressee(self) -> str | None:
        """To whom the report is addressed."""
        return self.heading.addressee

    @property
    def doc_number(self) -> str | None:
        """The document number (文号)."""
        return self.heading.doc_number

    @property
    def year(self) -> int | None:
        """The year reported on."""
        return self.heading.year

    @property
    def signed(self) -> date | None:
        """The date of signature."""
        return self.heading.signed

    @property
    def kind(self) -> str:
        """The kind of report (政府工作报告), "" if it is of none that is known."""
        return self.heading.kind

    @property
    def level(self) -> Level:
        """The level of government that it comes from, "" if that is not told."""
        return self.heading.level

    @property
    def place(self) -> Division | None:
        """The place that it is about, with what that lies in."""
        return self.heading.place

    @property
    def name(self) -> str:
        """The name of the source, as given."""
        return self.document.source.name

    @property
    def audited(self) -> Audit:
        """What the default checks come to: findings, and what is kept back and why."""
        if self._audit is None:
            object.__setattr__(self, "_audit", above("checks").examine(self))
        audit: Audit = self._audit
        return audit

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the default checks find; `reportparse.audit` chooses others."""
        findings: tuple[Finding, ...] = above("findings").Findings(self.audited.findings, self)
        return findings

    def with_findings(self, findings: Iterable[Finding]) -> Report:
        """Return the report with what another choice of checks found, for pages and tables."""
        return self.with_audit(above("sifting").Audit(tuple(findings)))

    def with_audit(self, audit: Audit) -> Report:
        """Return the report with another audit of it."""
        same = replace(self)
        object.__setattr__(same, "_audit", audit)
        return same

    def locate(self, what: Claim | Quantity | Section | Finding | Span) -> tuple[Place, ...]:
        """Return where something stands in the source: page and box, paragraph, or line."""
        return self.document.locate(span_of(what))

    def confidence(self, what: Claim | Quantity | Section | Finding | Span) -> float:
        """Return how surely something was read from a picture; 1 where it was text already."""
        return self.document.confidence(span_of(what))

    def sentence(self, what: Claim | Quantity | Section | Finding | Span) -> str:
        """Return the sentence around something, line breaks and emphasis marks taken out."""
        start, end = sentence_bounds(self.view, span_of(what))
        return self.view.text[start:end]

    def outline(self) -> str:
        """Draw the tree of sections: a text, which a notebook shows as a list."""
        tree: str = above("render.tree").outline(self)
        return tree

    def summary(self) -> Summary:
        """Count figures, relations by verdict and findings by severity."""
        summary: Summary = above("render.tally").summary(self)
        return summary

    def to_frame(self, what: FrameName = "claims", lang: Language = "en") -> pd.DataFrame:
        """Return a tidy table: claims, findings, relations, sections, quantities or tables."""
        frame: pd.DataFrame = above("frames").to_frame((self,), what, lang)
        return frame

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data after the schema `reportparse/1`."""
        record: dict[str, Any] = above("render.record").to_dict(self)
        return record

    def to_json(self, path: str | PathLike[str] | None = None) -> str:
        """Return `to_dict` as JSON, and write it to `path` if one is given."""
        return _written(above("render.record").to_json(self), path)

    def to_html(
        self,
        path: str | PathLike[str] | None = None,
        lang: Language = "zh",
        *,
        pages: bool = True,
    ) -> str:
        """Return the audit page, one self-contained file, and write it if a path is given.

        Of a PDF it holds pictures of the `pages`, if the file is still where it was read.
        """
        return _written(above("render.page").to_html(self, lang, pages=pages), path)

    def to_marked_pdf(
        self,
        path: str | PathLike[str],
        source: str | PathLike[str] | bytes | None = None,
        lang: Language = "zh",
    ) -> tuple[Finding, ...]:
        """Write the PDF that this was read from with highlights and notes at the findings.

        `source` names the PDF where it is no longer in its place; the PDF itself is not touched.
        Returns the findings without a place on a page, which a note on the first page tells.
        """
        marked = above("render.annotation").to_marked_pdf
        unmarked: tuple[Finding, ...] = marked(self, path, source, lang)
        return unmarked

    def to_excel(self, path: str | PathLike[str], lang: Language = "zh") -> None:
        """Write the workbook: data, relations, findings, outline."""
        above("render.sheet").to_excel((self,), path, lang)

    def highlight(self) -> Markup:
        """Return the text with figures and findings marked, to be shown in a notebook."""
        markup: Markup = above("render.card").highlight(self)
        return markup

    def plot(self, lang: Language = "zh") -> Plot:
        """Draw where the figures stand and which were recomputed; needs the extra `plot`."""
        plot: Plot = above("render.plotting").plot_report(self, lang)
        return plot

    def _repr_html_(self) -> str:
        """Show a readable card in a notebook."""
        card: str = above("render.card").card(self)
        return card


def parse(text: str, *, indicators: str | PathLike[str] | None = None) -> Report:
    """Parse a text in hand; `indicators` names a file of further indicators."""
    return report_of(document_of(text), indicators)


def read(
    source: str | Path | bytes | BinaryIO,
    name: str = "",
    *,
    indicators: str | PathLike[str] | None = None,
) -> Report:
    """Read a report from a path, bytes or a binary file; the format is told by content.

    `indicators` names a file of further indicators.
    """
    return report_of(read_document(source, name), indicators)


def report_of(document: Document, indicators: str | PathLike[str] | None = None) -> Report:
    """Read everything that a document says."""
    view = clean(document)
    sections = find_sections(view)
    heading = find_heading(view, document)
    quantities = _amounts(find_quantities(view))
    periods = find_periods(view, heading.time.now, terms_of(sections, heading.time))
    claims = build_claims(view, quantities, periods, sections, heading)
    known = Indicators.load(indicators) if indicators else default()
    claims = label(claims, view, known)
    relations = tuple(find_relations(claims, view))
    tallies = find_table_tallies(document)
    return Report(
        document, view, heading, sections, quantities, periods, claims, relations, tallies
    )


def once(make: Callable[[Report], T]) -> Callable[[Report], T]:
    """Keep with a report what a pure function makes of it: several checks ask for the same."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def kept(report: Report) -> T:
        made = report._kept  # noqa: SLF001 - the report keeps it, and nobody else looks
        if name not in made:
            made[name] = make(report)
        known: T = made[name]
        return known

    return kept


def span_of(what: Claim | Quantity | Section | Finding | Span) -> Span:
    """Return the span of whatever has one; a claim stands where its figure stands."""
    if isinstance(what, Span):
        return what
    if isinstance(what, Claim):
        return what.quantity.span
    return what.span


def sentence_bounds(view: View, span: Span) -> tuple[int, int]:
    """Return the view offsets of the sentence around a span."""
    text = view.text
    at = view.at(span.start)
    until = max(at, view.at(max(span.end - 1, span.start)))
    first, last = max(at - REACH, 0), min(until + REACH, len(text))
    line = max(text.rfind("\n", first, at) + 1, first)
    start = max((match.end() for match in STOP.finditer(text, line, at)), default=line)
    stop = STOP.search(text, until, last)
    end = last if stop is None else stop.end()
    if stop is not None and stop[0] == "\n":
        end = stop.start()
    return start, end


def _amounts(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Leave out names and article use (三项制度, 一支队伍): they block, but state no amount."""
    return tuple(quantity for quantity in quantities if not quantity.article)


def _written(text: str, path: str | PathLike[str] | None) -> str:
    """Write a text if a path is given, and return it."""
    if path is not None:
        Path(path).write_text(text, encoding="utf-8", errors="replace", newline="\n")
    return text


def above(layer: str) -> Any:  # noqa: ANN401 - a module, whatever it holds
    """Open the one door to the layers above.

    Users expect `report.to_frame()` and `report.findings` on the report itself, while imports
    run one way only: frames, rendering and checks import this module, never the reverse.
    """
    return importlib.import_module(f"reportparse.{layer}")
