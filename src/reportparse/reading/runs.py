"""What stands inside a paragraph of Word: its final text, notes it calls, boxes it anchors.

Smart tags, content controls, links and results of fields are part of the text; instructions of
fields, deletions, hidden text and the fallback of newer drawings are not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reportparse.reading.labels import RAISED
from reportparse.reading.numberings import Styles
from reportparse.reading.opening import Element, attribute, child, children, local, switched, words

#: Elements that stand for one character.
SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
#: Elements whose content never shows in the text.
DROPPED: Final = frozenset(
    (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "rubyPr",
        "rt",
        "instrText",
        "delInstrText",
        "delText",
        "del",
        "moveFrom",
        "Fallback",
        "footnoteRef",
        "endnoteRef",
        "annotationRef",
        "ctrlPr",
        "fPr",
        "sSupPr",
    )
)
#: Elements that changes leave behind while they are tracked.
TRACKED: Final = frozenset(("ins", "del", "moveFrom", "moveTo"))
#: Elements that hold drawings; of these only the text of boxes is read.
DRAWINGS: Final = frozenset(("drawing", "pict", "object"))
#: Characters of symbol fonts have no meaning in others.
PRIVATE: Final = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True)
class Content:
    """What a paragraph holds."""

    text: str
    #: Kind ("footnote", "endnote") and number of each note called.
    notes: tuple[tuple[str, str], ...] = ()
    boxes: tuple[Element, ...] = ()
    #: Codes of what is to be remarked on.
    seen: frozenset[str] = frozenset()


def content_of(paragraph: Element, styles: Styles, style: str) -> Content:
    """Read what stands inside a paragraph."""
    collector = _Collector(styles, hides=styles.hides(style))
    collector.inside(paragraph)
    return collector.content()


class _Collector:
    """Walks one paragraph and gathers what is met."""

    def __init__(self, styles: Styles, *, hides: bool) -> None:
        self._styles = styles
        self._base = hides
        self._hidden = hides
        self._raised = False
        self._text: list[str] = []
        self._notes: list[tuple[str, str]] = []
        self._boxes: list[Element] = []
        #: Of each field that is open, whether its result was reached.
        self._fields: list[bool] = []
        self._seen: set[str] = set()

    def content(self) -> Content:
        """Return what was gathered."""
        return Content(
            "".join(self._text), tuple(self._notes), tuple(self._boxes), frozenset(self._seen)
        )

    def inside(self, element: Element | None) -> None:
        """Visit the children of an element."""
        for inner in children(element):
            self._visit(inner)

    def _visit(self, element: Element) -> None:
        name = local(element)
        if name in TRACKED:
            self._seen.add("tracked_changes")
        if name in DROPPED:
            return
        sign = SIGNS.get(name)
        if sign is not None:
            self._put(sign)
        else:
            VISITS.get(name, _Collector.inside)(self, element)

    def _put(self, text: str) -> None:
        """Take text that shows."""
        if not all(self._fields):
            return
        if self._hidden:
            if text.strip():
                self._seen.add("hidden_text")
            return
        self._text.append(text.translate(RAISED) if self._raised else text)

    def shown(self, element: Element) -> None:
        """Take the words of a run."""
        self._put(words(element).replace("\n", " ").replace("\r", ""))

    def run(self, run: Element) -> None:
        """Read a run under its own properties."""
        properties = child(run, "rPr")
        before = self._hidden, self._raised
        self._hidden = self._hides(properties)
        bare = "".join(map(words, children(run, "t"))).strip()
        raised = attribute(child(properties, "vertAlign"), "val") == "superscript"
        self._raised = raised and bare.isascii() and bare.isdigit()
        self.inside(run)
        self._hidden, self._raised = before

    def _hides(self, properties: Element | None) -> bool:
        """Tell whether a run is hidden: by itself, by its style, or with its paragraph."""
        if child(properties, "vanish") is not None:
            return switched(properties, "vanish")
        style = attribute(child(properties, "rStyle"), "val")
        return self._base or (style is not None and self._styles.hides(style))

    def symbol(self, element: Element) -> None:
        """Read a character given by its number in a font."""
        try:
            code = int(attribute(element, "char") or "", 16)
        except ValueError:
            return
        if code not in PRIVATE and 0x20 <= code < 0xD800:
            self._put(chr(code))

    def field(self, element: Element) -> None:
        """Open, turn or close a field; only its result is text."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def note(self, element: Element) -> None:
        """Keep what note is called."""
        kind = local(element).removesuffix("Reference")
        if not self._hidden:
            self._notes.append((kind, attribute(element, "id") or ""))

    def choice(self, element: Element) -> None:
        """Read the first of several forms of the same thing."""
        first = child(element, "Choice")
        self.inside(child(element, "Fallback") if first is None else first)

    def control(self, element: Element) -> None:
        """Read a content control unless it only asks to be filled in."""
        if not switched(child(element, "sdtPr"), "showingPlcHdr"):
            self.inside(child(element, "sdtContent"))

    def drawing(self, element: Element) -> None:
        """Keep the text boxes of a drawing for later, of two forms of one the first."""
        for inner in children(element):
            name = local(inner)
            if name == "txbxContent":
                self._boxes.append(inner)
            elif name == "AlternateContent":
                first = child(inner, "Choice")
                self.drawing(inner if first is None else first)
            else:
                self.drawing(inner)

    def fraction(self, element: Element) -> None:
        """Read a fraction with its line, so that its numbers stay two."""
        self.inside(child(element, "num"))
        if child(element, "num") is not None:
            self._put("/")
        self.inside(child(element, "den"))

    def power(self, element: Element) -> None:
        """Read a base and its power, so that they stay two."""
        self.inside(child(element, "e"))
        at = len(self._text)
        self.inside(child(element, "sup"))
        self._text[at:] = [text.translate(RAISED) for text in self._text[at:]]


#: What is done with an element, by name; any other is read through.
VISITS: Final[dict[str, Callable[[_Collector, Element], None]]] = {
    "r": _Collector.run,
    "t": _Collector.shown,
    "sym": _Collector.symbol,
    "fldChar": _Collector.field,
    "footnoteReference": _Collector.note,
    "endnoteReference": _Collector.note,
    "AlternateContent": _Collector.choice,
    "sdt": _Collector.control,
    "f": _Collector.fraction,
    "sSup": _Collector.power,
    **dict.fromkeys(DRAWINGS, _Collector.drawing),
}
