"""The noun in the words beside a figure, freed of verbs, hedges, times and marks.

Both functions read a few dozen characters and keep what they read: 同比增长 and 其中 come in
every report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reportparse.lexicon import load_table, load_words

STRONG: Final = load_words("verbs.toml", "strong")
WEAK: Final = load_words("verbs.toml", "weak")
VERBS: Final = load_words("verbs.toml", "strong", "weak")
TAIL: Final = load_words("phrases.toml", "tail")
KEPT: Final = load_words("phrases.toml", "kept")
LEAD: Final = load_words("phrases.toml", "lead")
LEAD_BLOCKS: Final = load_table("phrases.toml", "lead_not_before")
ENDS: Final = load_words("phrases.toml", "noun_end")
BOUND: Final = load_words("phrases.toml", "bound", "noun_end")
#: What makes a noun of the verb before it; most single characters only at the end (培训网,
#: not 培训网格员).
ENDING: Final = rf"(?:{ENDS.pattern(2)}|{ENDS.pattern(1)}(?![一-龥]))"
BINDING: Final = rf"(?:{BOUND.pattern(2)}|{ENDING}|{BOUND.pattern(1)}(?![一-龥]))"
BOUND_NEXT: Final = re.compile(BINDING)
#: A time inside the words before a figure: 2023年, 截至6月底, 上半年, “十四五”期间, 五年来.
TIME: Final = re.compile(
    r"(?=[截自从到至在近过这今去上明本当全前同目每\d“\"十一二三四五六七八九两年月下])"
    r"(?:截至|截止到?|自从?|从|到|至|在)?"
    r"(?:\d{2,4}年(?:[-—－~至到]\d{2,4}年)?|[今去明前]年|[上本当全]年度?|[上下]半年"
    r"|第?[一二三四前上本]{1,2}季度|(?:\d{1,2}年?[-—－~至到])?\d{1,2}月(?:\d{1,2}日|份)?"
    r"|年[内底末初]|(?:[“\"](?:[六七八九]五|十[一二三四]?五)[”\"]|十[一二三四]五)(?:时期|期间|末|规划)?"
    r"|(?:过去|近|这)?[一二三四五六七八九十两\d]{1,3}年(?:来|间|内|$)|[上本]届|目前|同期|当前|届时)"
    r"(?:度|以来|[初底末内前]|来|期间|全年|同期|上半年|[1-9]\d?月)*"
)
#: Characters one of which is in every time.
TIME_HINT: Final = re.compile(r"[年月季期目五当届]")
#: A short word for the next figure behind a joint: 市定12项实事「和县定」5件.
JOINT: Final = re.compile(r"(?<=..)(?:和|以及|及)(?:[省市县区镇州]级?|新|在建)?[定级建]?$")
#: A bracketed remark: 村（社区）.
REMARK: Final = re.compile(r"[（(][^（()）]{0,40}[)）]")
#: What a figure is compared with: 比上年, 较“十三五”末, 高于全省平均水平 (not 占比, 较快).
COMPARED: Final = re.compile(
    r"(?:(?<![占同环对评相配])比(?![重例率值赛])(?=.)|较(?![大快强好高低为多少])|(?<=[^提])高于|低于|快于|慢于|多于|少于"
    r"|高出|优于).*"
)
#: Whose share or multiple a figure is: 占农业总产值的, 是2019年的, 相当于全省的.
SHARED: Final = re.compile(r"(?:(?<!侵)占(?![地比道用领])|(?<![但还就])是|为|相当于)[^，]*的?$")
#: The last verb with something behind it that is counted.
GOVERNED: Final = re.compile(
    rf"(?s)(?P<subject>.*)(?P<verb>{STRONG.pattern()})(?:[了过起好出]|完成(?!率))?"
    rf"(?!{ENDING})(?P<object>[^了过的].*)"
)
#: A verb that is also part of nouns, behind a subject or adverb: 派出所调解纠纷.
WEAKLY: Final = re.compile(
    r"(?s)(?P<subject>.*(?:[所局乡县区市院办委府庭站员共已经法地时内、”]|(?<!城)镇)|)"
    rf"(?P<verb>{WEAK.pattern()})[了过]?(?!{BINDING})(?P<object>[^了过的、率].+)"
)
#: A verb with an object, behind the noun that it is said of: 老旧小区引入物业服务.
VERB_INSIDE: Final = re.compile(rf"{STRONG.pattern()}(?!{BINDING})(?=..)")
#: How far a verb got: 调处成功, 整改完毕.
DONE: Final = load_words("phrases.toml", "done")
#: A body that acts; alone before a figure it is no measure: 攀莲镇, 县司法局.
BODY: Final = re.compile(
    r"[一-龥“”]{0,14}(?:省|市|县|区|州|镇|乡|街道|村|社区|局|所|院|办|站|委|党委|政府|党组"
    r"|办公室|支队|大队|银行|中心|部门|单位|公司)"
)
#: Words with which a body holds or reaches what is counted behind the figure.
HOLDING: Final = frozenset(
    ("有", "共有", "现有", "设有", "向", "给", "对", "与", "为", "将", "把")
)
#: A list closed by 等 and the noun that sums it up: 手册、折页等资料.
SUMMED_UP: Final = re.compile(
    r".*(?<![平高初中同优均对甲])等(?![级次于候额待])(?:[一二三四五六七八九十\d]+[类项种个大])?"
)
#: Marks at the ends of a noun.
EDGES: Final = "、，,。：:；;·—-－ \t　’‘*＊…（）()[]【】+"
#: Words that begin what is said of counted things, and single characters that do so
#: except inside the words in brackets.
PREDICATE: Final = re.compile(
    rf"{load_words('phrases.toml', 'predicate').pattern()}"
    r"|(?<!行)为(?!民|主)|对(?!象|外|接)|在(?![校线建职册岗编读营])|从(?![业事])|(?<!自|理)由|(?<!方|面)向(?!上)"
    r"|以(?![上下内外前来])|并(?![网购联])|使(?!用)|可(?![再持])|也|还(?![款田])|[正](?![规式常高科局负])|占(?!地)"
    r"|较|(?<![占同环对评])比(?![重例赛])|达(?!标)|(?<![所国拥公])有(?![机效限关色毒害])|获(?!奖)|被(?!征|告|帮)|将|于(?!都)"
)


@dataclass(frozen=True, slots=True)
class Before:
    """What the words before a figure say."""

    #: The counted thing; "" when they name none.
    noun: str
    #: The verb that governs the count; "" when there is none.
    verb: str
    #: What stands before the verb.
    subject: str
    #: The word right before the figure: 达, 增长, 有, 向.
    tail: str
    #: Whether the noun was read as the object of the verb.
    governed: bool


@dataclass(frozen=True, slots=True)
class After:
    """What the words behind a figure say."""

    #: The noun that they begin with; "" when they begin with what is said of it.
    noun: str
    #: Whether they begin with a word that may also be a verb (培训群众).
    verbal: bool


@lru_cache(maxsize=8192)
def read_before(words: str) -> Before:
    """Read the words between a break and a figure.

    >>> read_before("2023年全镇共开展了线下普法活动")
    Before(noun='线下普法活动', verb='开展', subject='', tail='', governed=True)
    >>> read_before("财政收入同比增长").noun
    '财政收入'
    """
    text = without_times(words)
    text, ended = cut_reference(text)
    text, tail = strip_tail(text)
    tail = tail or ended
    found = GOVERNED.match(text) or WEAKLY.match(_strip_lead(text))
    if found and found["object"] not in DONE and found["object"] not in VERBS:
        verb = _whole_verb(text, found["verb"])
        subject = tidy(found["subject"])
        noun = tidy(_object(verb, found["object"]))
        if noun and not (verb == "完成" and ended and subject):
            return Before(noun, verb, subject, tail, governed=True)
        return Before(subject, verb, subject, tail, governed=False)
    return _ended(tidy(text), tail)


@lru_cache(maxsize=8192)
def read_after(words: str) -> After:
    """Read the words between a figure and the next break or figure.

    >>> read_after("行政执法人员参加培训")
    After(noun='行政执法人员', verbal=False)
    >>> read_after("竣工投产").noun
    ''
    """
    text = REMARK.sub("", words).lstrip(EDGES).removeprefix("的")
    if PREDICATE.match(text):
        return After("", verbal=False)
    for pattern, least in ((PREDICATE, 1), (VERB_INSIDE, 2)):
        if found := pattern.search(text, least):
            text = text[: found.start()]
    text = _owner(text)
    verb = VERBS.front(text)
    noun = tidy(_strip_joint(text))
    verbal = bool(verb) and not BOUND_NEXT.match(text, len(verb))
    return After(noun, verbal)


def without_times(words: str) -> str:
    """Take times and bracketed remarks out.

    >>> without_times("便民窗口2023年全年办件量")
    '便民窗口办件量'
    """
    text = REMARK.sub("", words) if "（" in words or "(" in words else words
    for bracket in "（(":
        if bracket in text:
            text = text[text.rindex(bracket) + 1 :]
    return TIME.sub("", text) if TIME_HINT.search(text) else text


def cut_reference(text: str) -> tuple[str, str]:
    """Cut off what a figure is compared with or is a share of; return it with what remains.

    >>> cut_reference("新能源产值占工业总产值的")
    ('新能源产值', '占')
    """
    bare, tail = strip_tail(text)
    if found := COMPARED.search(bare):
        return bare[: found.start()], tail or found.group()[0]
    if found := SHARED.search(text):
        of_what = found.group().endswith("的") or found.group().startswith("占")
        if of_what and len(found.group()) > 1:
            return text[: found.start()], found.group()[0]
    return text, ""


def strip_tail(text: str) -> tuple[str, str]:
    """Take off the words between the counted thing and its figure; return the last one too.

    >>> strip_tail("森林覆盖率稳定在")
    ('森林覆盖率', '稳定在')
    """
    nearest = ""
    text = text.rstrip(EDGES)
    while word := TAIL.back(text):
        if len(KEPT.back(text)) > len(word):
            break
        nearest = nearest or word
        text = text[: -len(word)].rstrip(EDGES)
    return text, nearest


def tidy(noun: str) -> str:
    """Free a noun of what stands around it.

    >>> tidy("其中各类“法律明白人”")
    '法律明白人'
    """
    text = _strip_lead(noun.strip(EDGES))
    if "等" in text:
        summed = SUMMED_UP.match(text)
        if summed and len(text) - summed.end() >= 2:
            text = text[summed.end() :]
    text = _strip_lead(text)
    return _unquote(strip_tail(text)[0])


def _strip_lead(text: str) -> str:
    text = text.lstrip(EDGES)
    while word := LEAD.front(text):
        if text[len(word) : len(word) + 1] in tuple(LEAD_BLOCKS.get(word, "")):
            break
        text = text[len(word) :].lstrip(EDGES)
    return text


def _unquote(text: str) -> str:
    """Drop quotation marks around the whole, and one whose partner was cut off."""
    for opening, closing in ("“”", '""', "《》", "‘’"):
        if text[:1] == opening and text.find(closing, 1) == len(text) - 1:
            return text[1:-1]
        if opening != closing and text.count(opening) != text.count(closing):
            text = text.strip(opening + closing)
    return text


def _object(verb: str, words: str) -> str:
    """Drop a second verb of making from an object: 改造「提升」运动场, 新建「改造」管网."""
    second = WEAK.front(words) if verb in WEAK or verb[-1] == "建" else ""
    rest = words[len(second) :]
    return rest if second and len(rest) >= 2 and not BOUND_NEXT.match(rest) else words


def _whole_verb(text: str, verb: str) -> str:
    """Return the longest verb that ends where `verb` does: 立案查处, not 查处."""
    end = text.rfind(verb) + len(verb)
    return VERBS.back(text[:end]) or verb


def _ended(text: str, tail: str) -> Before:
    """Read words that end in their noun, or in a verb that counts its subject (纠纷调处)."""
    done = DONE.back(text)
    stem = text[: len(text) - len(done)] if done else text
    verb = VERBS.back(stem)
    if not verb:
        body = tail in HOLDING and BODY.fullmatch(text)
        return Before("" if body else text, "", text if body else "", tail, governed=False)
    subject = tidy(stem[: -len(verb)])
    while subject and subject == VERBS.back(subject):
        verb, subject = subject + verb, ""
    if not subject or BODY.fullmatch(subject):
        return Before("", verb + done, subject, tail, governed=True)
    return Before(text, verb + done, subject, tail, governed=False)


def _owner(text: str) -> str:
    """Choose between the two nouns of 村的创建工作 and 表现突出的同志: what is counted."""
    left, mark, right = text.partition("的")
    if not mark:
        return text
    described = VERBS.front(left) or not right or LEAD.front(left) or len(left) > 4
    return right if described and len(right) >= 2 else left


def _strip_joint(text: str) -> str:
    """Drop what joins the noun to the next figure: 和, 向, 和县定."""
    return JOINT.sub("", strip_tail(text)[0])
