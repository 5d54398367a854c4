"""The heading of a report: title, issuer, addressee, document number, year, signature.

What the report itself says counts; an index table beside it (发文机关, 成文日期 …) fills the gaps.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from reportparse.divisions import Division, Level
from reportparse.document import Document
from reportparse.letterhead import TELLING, Letterhead, Part, read_letterhead, title_of
from reportparse.places import find_place, level_of
from reportparse.signature import DATE, Signature, find_signature, offices_of, read_date
from reportparse.span import Span
from reportparse.timeframe import REACH, SESSION, Timeframe, find_timeframe
from reportparse.view import View

#: 徐水县人民政府县长 李某
OFFICIAL: Final = re.compile(
    "([\u4e00-\u9fff]{0,24}?(?:国务院|政府))(?:代?(?:总理|省长|市长|县长|区长|旗长|镇长|乡长|州长|盟长)|(?:代理?)?主席|主任)"
)
#: 现在，我代表县人民政府
SPEAKER: Final = re.compile("我代表([\u4e00-\u9fff]{0,20}?(?:国务院|人民政府|政府))")
#: 县十六届人民代表大会第二次会议确定的目标任务, 市九届人大一次会议通过的…
SET: Final = re.compile(
    "[一二三四五六七八九十]届(?:人民代表大会|人大)第?[一二三四五六七八九十]次会议(?:上?所?)(?:确定|审议|通过|批准|提出)"
)
#: 青枫镇人民政府 of 青枫镇人民政府关于…
TITLE_OFFICE: Final = re.compile(
    "(?:(?:19|20)[0-9]{2}年)?((?:中共)?[\u4e00-\u9fff]{0,30}?(?:人民政府(?:办公室)?|国务院|委员会(?:办公室)?|办公室|办事处|"
    "党工?委|局|厅|法院|检察院|街道办|中心|管委会))(?=关于|[0-9]|[一二][〇○零一二三四五六七八九]{3}年|工作|法治|政府|上半年|本级)"
)
#: 鹿泽县 of 鹿泽县2024年政府工作报告
TITLE_PLACE: Final = re.compile(
    "(?:关于|(?:19|20)[0-9]{2}年)?([\u4e00-\u9fff]{1,20}(?:自治区|自治州|自治县|自治旗|省|地区|[市县区州盟旗镇乡]))"
    "(?=[0-9一二关人政国经])"
)
#: What may stand glued before an office: 2025年1月14日, …会议上
AFTER_PLACE: Final = re.compile("会议?上|日")
#: 县人民政府, 自治区政府: the name is left out
NAMELESS: Final = re.compile("(?:[省市县区镇乡州旗盟]|自治[区州县旗])?(?:人民)?政府")
#: 在芦湾乡第十九届人民代表大会
CONGRESS_PLACE: Final = re.compile(
    "在([\u4e00-\u9fff]{1,20}(?:自治区|自治州|自治县|自治旗|[省市县区州盟旗镇乡]))(?:第?[一二三四五六七八九十百0-9]{1,3}届)"
)
#: A day, wherever it stands in a value.
DAY: Final = re.compile(DATE)
ISSUER_KEYS: Final = (
    "发文机关",
    "发文单位",
    "制发机关",
    "发文机构",
    "发布机构",
    "发布单位",
    "公开机构",
)
TITLE_KEYS: Final = ("标题", "题目", "文件名称", "信息名称")
NUMBER_KEYS: Final = ("发文字号", "文号", "文件编号")
DATE_KEYS: Final = ("成文日期", "成文时间", "生成日期", "发文日期", "发文时间", "印发日期")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above and below the text of a report."""

    title: str | None
    #: One office, or several joined by 、.
    issuer: str | None
    addressee: str | None
    doc_number: str | None
    signed: date | None
    #: The year reported on, the days covered, and what the report calls 今年.
    time: Timeframe
    #: Kind of report ("政府工作报告"), "" if none of `data/report_kinds.toml` fits.
    kind: str
    level: Level
    #: The place that the report is about, and what it lies in.
    place: Division | None
    title_span: Span | None
    issuer_span: Span | None
    addressee_span: Span | None
    doc_number_span: Span | None
    signed_span: Span | None
    #: View offsets between which the text stands: below the title, above the signature.
    body: tuple[int, int]

    @property
    def year(self) -> int | None:
        """The year reported on."""
        return self.time.year

    @property
    def covered(self) -> tuple[date, date] | None:
        """First and last day of the time reported on."""
        return self.time.covered

    @property
    def issuers(self) -> tuple[str, ...]:
        """The offices that issue the report, one by one."""
        return tuple(self.issuer.split("、")) if self.issuer else ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report, known by words of its title."""

    name: str
    words: tuple[str, ...]
    example: str


def find_heading(view: View, document: Document) -> Heading:
    """Read the heading and the signature of a report."""
    text = view.text
    head = read_letterhead(text)
    signature = find_signature(text)
    facts = _facts(head, document)
    title = _title(head, facts)
    issuer = _issuer(text, head, signature, facts)
    number = head.number or _fact(facts, NUMBER_KEYS)
    signed, signed_at = _signed(head, signature, facts)
    named = _text(title) or ""
    session = _is_session(text, head)
    kind = kind_of(named or SESSION * session)
    about = (_text(issuer) or named).split("、")[0]
    place = _place((about, named), (_text(head.addressee), facts), text)
    session = session or kind == SESSION
    end = signature.start if signature else len(text)
    return Heading(
        title=_text(title),
        issuer=_text(issuer),
        addressee=_text(head.addressee),
        doc_number=_text(number),
        signed=signed,
        time=find_timeframe(text, named, signed, session=session),
        kind=kind,
        level=place.level if place else level_of(about),
        place=place,
        title_span=_span(view, title),
        issuer_span=_span(view, issuer),
        addressee_span=_span(view, head.addressee),
        doc_number_span=_span(view, number),
        signed_span=_span(view, signed_at),
        body=(head.body, max(head.body, end)),
    )


def _text(part: Part | None) -> str | None:
    return part.text if part else None


def _title(head: Letterhead, facts: dict[str, Part]) -> Part | None:
    """Return the title; an index table knows it better where the report says only 工作报告."""
    named = _fact(facts, TITLE_KEYS)
    if named is None or (head.title and TELLING.search(head.title.text)):
        return head.title
    return Part(title_of(named.text), named.at, named.end)


def kind_of(title: str) -> str:
    """Return the kind of report that a title names.

    >>> kind_of("鹿泽县2024年政府工作报告")
    '政府工作报告'
    """
    return next((kind.name for kind in kinds() if all(word in title for word in kind.words)), "")


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the kinds of reports, special ones first."""
    text = files("reportparse").joinpath("data", "report_kinds.toml").read_text("utf-8")
    return tuple(
        Kind(kind["name"], tuple(kind["words"]), kind["example"])
        for kind in tomllib.loads(text)["kind"]
    )


def _place(
    names: Sequence[str], near: tuple[str | None, dict[str, Part]], text: str
) -> Division | None:
    """Find the place that the issuer is of, or else the title is about."""
    addressee, facts = near
    others = [*names, addressee or "", *(fact.text for fact in facts.values())]
    places = (find_place(name, others, text) for name in names)
    return next((place for place in places if place), None)


def _facts(head: Letterhead, document: Document) -> dict[str, Part]:
    """Gather what labelled lines and an index table say; a table's cells have no place."""
    facts = {label: Part(value, -1, -1) for label, value in document.metadata}
    return facts | dict(head.labelled)


def _fact(facts: dict[str, Part], keys: tuple[str, ...]) -> Part | None:
    """Return the first of the facts that is known."""
    return next((facts[key] for key in keys if key in facts and facts[key].text.strip()), None)


def _issuer(
    text: str, head: Letterhead, signature: Signature | None, facts: dict[str, Part]
) -> Part | None:
    """Find who issues the report: who signs, whom the title names, whom the index names."""
    if signature and signature.offices:
        at = (signature.offices_at, signature.offices_end)
        return Part("、".join(signature.offices), *at)
    office = TITLE_OFFICE.match(head.title.text) if head.title else None
    if office and head.title:
        return Part(office[1], head.title.at, min(head.title.at + len(office[1]), head.title.end))
    if head.offices:
        offices = [office for part in head.offices for office in offices_of(part.text)]
        return Part("、".join(offices), head.offices[0].at, head.offices[-1].end)
    return _fact(facts, ISSUER_KEYS) or _government(text, head)


def _government(text: str, head: Letterhead) -> Part | None:
    """Find the government for which a report is read to a congress, with its full name."""
    spoken = SPEAKER.search(text, 0, REACH)
    start = head.title.end if head.title else 0
    official = OFFICIAL.search(text, start, min(head.body, REACH))
    named = next((part for found in (spoken, official) if (part := _named(found))), None)
    return named or _completed(text, _text(head.title) or "", spoken)


def _is_session(text: str, head: Letterhead) -> bool:
    """Tell whether a report is read to a congress, or reports on what one has set."""
    if head.title and not head.addressee:
        return False
    return bool(SPEAKER.search(text, 0, REACH) or SET.search(text, 0, REACH))


def _named(found: re.Match[str] | None) -> Part | None:
    """Read a government that is called by its full name."""
    name = AFTER_PLACE.split(found[1])[-1] if found else ""
    if found is None or not name or NAMELESS.fullmatch(name):
        return None
    return Part(name, found.end(1) - len(name), found.end(1))


def _completed(text: str, title: str, spoken: re.Match[str] | None) -> Part | None:
    """Complete 县人民政府 by the place that the title or the congress names."""
    if spoken is None and "政府工作报告" not in title:
        return None
    place = TITLE_PLACE.match(title) or CONGRESS_PLACE.search(text, 0, REACH if spoken else 0)
    at = spoken.span(1) if spoken else (-1, -1)
    if place:
        return Part(f"{place[1]}人民政府", *at)
    return Part(spoken[1], *at) if spoken else None


def _signed(
    head: Letterhead, signature: Signature | None, facts: dict[str, Part]
) -> tuple[date | None, Part | None]:
    """Find the date of the report: below it, below its title, in its index."""
    if signature:
        return signature.signed, Part("", signature.at, signature.end)
    day = read_date(head.dated) if head.dated else None
    if day and head.dated:
        return day, Part("", *head.dated.span("date"))
    fact = _fact(facts, DATE_KEYS)
    found = DAY.search(fact.text) if fact else None
    return (read_date(found) if found else None), fact if found else None


def _span(view: View, part: Part | None) -> Span | None:
    """Return where a part stands in the document; what an index table says stands nowhere."""
    return view.span(part.at, part.end) if part and part.at >= 0 else None
