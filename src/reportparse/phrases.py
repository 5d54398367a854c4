"""The noun in the words beside a figure, freed of verbs, hedges, times and marks.

Both functions read a few dozen characters and keep what they read: 同比增长 and 其中 come in
every report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from reportparse.lexicon import load_words
from reportparse.trimming import (
    EDGES,
    NOTE,
    REMARK,
    cut_reference,
    noun_in,
    strip_lead,
    strip_tail,
    tidy,
    without_remarks,
    without_times,
)

STRONG: Final = load_words("verbs.toml", "strong")
WEAK: Final = load_words("verbs.toml", "weak")
VERBS: Final = load_words("verbs.toml", "strong", "weak")
ENDS: Final = load_words("phrases.toml", "noun_end")
BOUND: Final = load_words("phrases.toml", "bound", "noun_end")
#: What makes a noun of the verb before it; most single characters only at the end (培训网,
#: not 培训网格员), 业, 员 and 区 anywhere (服务业增加值).
ENDING: Final = (
    rf"(?:{ENDS.pattern(2)}|{ENDS.pattern(1)}(?![一-龥])"
    r"|区(?![域县级内外])|所(?![有需在])|率(?![先领]))"
)
BINDING: Final = (
    rf"(?!规模以上)(?:{BOUND.pattern(2)}|{ENDING}|业(?![务绩主])|员(?!工)"
    rf"|{BOUND.pattern(1)}(?![一-龥]))"
)
BOUND_NEXT: Final = re.compile(BINDING)
#: A short word for the next figure behind a joint: 市定12项实事「和县定」5件.
JOINT: Final = re.compile(
    r"(?<=..)(?:和|以及|及)(?:一批.*|(?:[省市县区镇州]级?|新|在建)?[定级建]?)$"
    r"|(?<=.)[与同](?:[我全外本邻][省市县区镇乡]|[一-龥]{2}[省市县区镇])$"
)
#: 出 behind a verb, not at the head of a noun: 排查出隐患, 排查出租屋.
OUT: Final = "出(?![租口入版让台行生院警资])"
#: A verb whose characters also meet by chance: 发行债券, 引发行政复议.
ISSUED: Final = "(?<![引诱触])发行(?!人|价|量|费|期|政)"
#: The last verb with something behind it that is counted.
GOVERNED: Final = re.compile(
    rf"(?s)(?P<subject>.*)(?P<verb>{STRONG.pattern()}|{ISSUED})(?:[了过起好]|{OUT}|完成(?!率))?"
    rf"(?!{ENDING})(?P<object>[^了过的].*)"
)
#: Who does, or how, right before a verb that is also part of nouns: 法律顾问审查, 现场调解.
DOERS: Final = load_words("phrases.toml", "doer")
#: A verb that is also part of nouns, behind a subject or adverb: 派出所调解纠纷.
WEAKLY: Final = re.compile(
    rf"(?s)(?P<subject>.*(?:[所局乡县区市院办委府庭站员共已经法地时内、”]|(?<!城)镇|{DOERS.pattern()})|)"
    rf"(?P<verb>{WEAK.pattern()})(?:[了过]|{OUT}的?)?(?!{BINDING})(?P<object>[^了过的、率量].+)"
)
ANY_STRONG: Final = re.compile(STRONG.pattern())
#: Verbs that always govern what follows, and are no part of a noun.
GOVERNING: Final = frozenset(
    ("开展", "召开", "举办", "举行", "进行", "完成", "实施", "发放", "组织开展")
)
#: Verbs of holding an event; the verb behind them names it.
HOLDERS: Final = frozenset(("开展", "举办", "举行", "进行", "组织开展"))
#: Objects up to this length go with the verb right before them: 下达「整改通知书」.
SHORT: Final = 3
#: A figure in brackets has no noun behind it: （其中专职26名）共调解纠纷.
CLOSING: Final = ("）", ")")
#: A bracket that closes behind the next figure: 调解员（其中专职.
OPEN: Final = re.compile(r"[（(]")
#: A verb with an object, behind the noun that it is said of: 老旧小区引入物业服务.
VERB_INSIDE: Final = re.compile(rf"{STRONG.pattern()}(?!{BINDING})(?=[了过]|..)")
#: What goes on round the clock is said of the noun before: 公厕24小时开放.
HOURS: Final = re.compile(r"\s*\d{1,3}(?:小时|个?月|天)")
#: For whom or what time a figure goes: 补贴每人每月.
PER: Final = re.compile(
    r"[由从]?(?:每(?:[百千万]人|学?[年期]|[人户生村年月天亩次件个][均次]?)){1,2}$"
)
#: What cut_reference returns of 由原来的, which describes nothing.
FROM_BEFORE: Final = "由"
#: A description without its noun: 拟修改的2件, 年产值亿元以上的仅2家.
DESCRIBING: Final = re.compile(r"(?<![年期由从比])的(?:仅有?|只有|有|约|近|超过?|不足|占了?)?$")
#: Words before a verb that are no subject of it: 尚未审结.
ADVERBS: Final = load_words("phrases.toml", "adverb")
#: What became of things; no object of a verb: 调解「撤回」.
OUTCOMES: Final = load_words("phrases.toml", "outcome")
#: What each one does on average is what the figure is of: 「法官人均结案」282件.
PER_HEAD: Final = re.compile(
    rf"(?<=[人户件亩场村床班])均(?:{VERBS.pattern()}|{OUTCOMES.pattern()})(?!的)"
)
#: What people are brought to, no thing that is brought about: 转移「就业」.
NO_OBJECTS: Final = frozenset(("就业", "上岗", "入学"))
#: How far a verb got: 调处成功, 整改完毕.
DONE: Final = load_words("phrases.toml", "done")
#: A body that acts; alone before a figure it is no measure: 青枫镇, 县司法局.
BODY: Final = re.compile(
    r"[一-龥“”]{0,14}(?:省|市|县|(?<![小园片校山景库])区|州|镇|乡|街道|村|社区|局|所|院|办|站|委|党委|政府|党组"
    r"|办公室|支队|大队|银行|中心|部门|单位|公司)"
)
#: Nouns of one character.
WORDS_OF_ONE: Final = frozenset("村户镇乡县市区省州人厂校路桥站")
#: Nouns that are counted themselves where something of theirs is named: 9家企业的技改.
OWNERS: Final = load_words("phrases.toml", "owner")
#: How a description begins that ends in 的: 因执法不当引发的投诉.
DESCRIBED: Final = re.compile(r"(?:因|由|对|与|在|被|涉及|领导|来自|以上|以下)[^，。；]*的(?=..)")
#: Words with which a body holds or reaches what is counted behind the figure.
HOLDING: Final = frozenset(
    ("有", "共有", "现有", "设有", "向", "给", "对", "与", "为", "将", "把")
)
#: What a predicate before it only describes: 脱贫「户」, 上市「公司」, 就业「人员」.
DESCRIBED_BODY: Final = re.compile(
    "户|者|人员|人口|群众|农户|家庭|劳动力|青年|学生|对象|干部|企业|公司|项目|单位"
)
#: Words that begin what is said of counted things, and single characters that do so
#: except inside the words in brackets.
PREDICATE: Final = re.compile(
    rf"{load_words('phrases.toml', 'predicate').pattern()}"
    r"|(?<!行)为(?!民|主)|(?<!结)对(?![象外接])|(?<![人户平日月年])均(?![衡等匀])|[人户件亩]均|(?<![民安移宜])居(?![民住])"
    r"|已|在(?![校线建职册岗编读营])|从(?![业事])|(?<![自理])由|(?<![方面])向(?!上)|以(?![上下内外前来])"
    r"|(?<=..)(?<![高初集])中(?![心小学级医层药央期等间介标考老年青])|到(?![位期岗站货场账家户会访])|全年|累计"
    r"|并(?![网购联])|使(?!用)|可(?![再持])|也|还(?![款田])|正(?![规式常高科局负])|(?<![所挤侵])占(?!地)|较(?![大重多高])"
    r"|(?<![占同环对评])比(?![重例赛])|达(?!标)|(?<![所国拥公])有(?![机效限关色毒害])|获(?!奖)"
    r"|(?:合并|调整|整合|优化|压减|缩减|精简|归并|升级)[为到至成]|支持(?![资率力体])|被(?![征告帮])|将|于(?!都)|与(?=.{2,10}(?:建设|签订|开展|合作|达成|对接|共建|结对|共同))"
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
    #: Whether 的 stands before the figure, so that the words only describe: 废止的4件.
    attributive: bool = False


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

    >>> read = read_before("2023年全镇共开展了线下普法活动")
    >>> read.noun, read.verb
    ('线下普法活动', '开展')
    """
    text, ended = cut_reference(without_remarks(words))
    text, tail = strip_tail(PER.sub("", without_times(text)))
    tail = tail or ended
    if PER_HEAD.search(text):
        return Before(noun_in(text), "", "", tail, governed=False)
    found = GOVERNED.match(text) or WEAKLY.match(strip_lead(text))
    if found and _is_object(found["verb"], found["object"]):
        verb, words_before, words_behind = _divided(found)
        subject, noun = tidy(words_before), noun_in(_object(verb, words_behind))
        return Before(noun or subject, verb, subject, tail, governed=bool(noun))
    read = _ended(text if text in VERBS else noun_in(text), tail)
    described = ended != FROM_BEFORE and DESCRIBING.search(words)
    return replace(read, attributive=True) if described else read


@lru_cache(maxsize=8192)
def read_after(words: str) -> After:
    """Read the words between a figure and the next break or figure.

    >>> read_after("行政执法人员参加培训")
    After(noun='行政执法人员', verbal=False)
    >>> read_after("竣工投产").noun
    ''
    """
    if words.startswith(CLOSING):
        return After("", verbal=False)
    bare = REMARK.sub("", NOTE.sub("", words) if "[" in words else words)
    if OPEN.match(bare):
        return After("", verbal=False)
    text = OPEN.split(bare.lstrip(EDGES).removeprefix("的"), 1)[0]
    text = DESCRIBED.sub("", text, count=1)
    said = PREDICATE.match(text)
    if said and not DESCRIBED_BODY.match(text, said.end()):
        return After("", verbal=False)
    text = _owner(_subject_of(text))
    verb = VERBS.front(text)
    noun = noun_in(_strip_joint(text))
    verbal = bool(verb) and not BOUND_NEXT.match(text, len(verb))
    return After(noun, verbal)


def _subject_of(text: str) -> str:
    """Cut off what is said of the noun that a text begins with."""
    if found := HOURS.search(text, 1):
        text = text[: found.start()]
    found = PREDICATE.search(text, 1 if text[:1] in WORDS_OF_ONE else 2)
    if found:
        text = text[: found.start()]
    if len(BOUND.back(text)) < 2 and (found := VERB_INSIDE.search(text, 2)):
        text = text[: found.start()]
    return text


def _is_object(verb: str, words: str) -> bool:
    """Tell an object from how far a verb got; behind 开展 a verb is a noun: 开展「培训」."""
    if words in DONE or words in OUTCOMES or words in NO_OBJECTS:
        return False
    return words not in VERBS or verb in HOLDERS


def _divided(found: re.Match[str]) -> tuple[str, str, str]:
    """Return the verb, and what stands before and behind it: 开展|招聘活动, 购置|垃圾清运车."""
    subject, behind = found["subject"], found["object"]
    # The longest verb that ends there: 立案查处, not 查处.
    verb = VERBS.back(found.string[: found.end("verb")]) or found["verb"]
    earlier = VERBS.back(subject)
    if earlier and earlier + verb not in VERBS and verb == found["verb"]:
        if len(behind) <= SHORT or BOUND_NEXT.match(behind):
            return earlier, subject[: -len(earlier)], verb + behind
    elif (len(behind) == 1 or behind in BOUND) and (outer := _outer(subject, verb)):
        return outer.group(), subject[: outer.start()], subject[outer.end() :] + verb + behind
    return verb, subject, behind


def _outer(subject: str, verb: str) -> re.Match[str] | None:
    """Find the verb whose object holds another verb: 承接|产业转移项目, 购置|垃圾清运车."""
    return None if verb in GOVERNING else ANY_STRONG.search(subject)


def _object(verb: str, words: str) -> str:
    """Drop a second verb of making from an object: 改造「提升」运动场, 新建「改造」管网."""
    second = WEAK.front(words) if verb in WEAK or verb[-1] == "建" else ""
    rest = words[len(second) :]
    return rest if second and len(rest) >= 2 and not BOUND_NEXT.match(rest) else words


def _ended(text: str, tail: str) -> Before:
    """Read words that end in their noun, or in a verb that counts its subject (纠纷调处)."""
    verb, raw = _last_verb(text)
    if not verb:
        body = tail in HOLDING and BODY.fullmatch(text)
        return Before("" if body else text, "", text if body else "", tail, governed=False)
    subject = tidy(raw)
    if not subject or BODY.fullmatch(subject):
        return Before("", verb, subject, tail, governed=True)
    # 投资拟安排: an adverb parts the noun from the verb, which is then none of its words.
    noun = text if subject == raw else subject
    return Before(noun, verb, subject, tail, governed=False)


def _last_verb(text: str) -> tuple[str, str]:
    """Return the verb that words end in, with how far it got, and what stands before it."""
    done = "" if OUTCOMES.back(text) else DONE.back(text)
    stem = text[: len(text) - len(done)] or text
    verb, outcome = VERBS.back(stem), OUTCOMES.back(stem)
    verb = outcome if len(outcome) > len(verb) else verb
    if not verb:
        return "", text
    raw = strip_lead(stem[: -len(verb)])
    verb = verb + text[len(stem) :]
    if raw and any(raw in known for known in (ADVERBS, VERBS, OUTCOMES)):
        return raw + verb, ""
    return verb, raw


def _owner(text: str) -> str:
    """Choose between the two nouns of 村的创建工作 and 表现突出的同志: what is counted."""
    left, mark, right = text.partition("的")
    if not mark:
        return text
    owns = len(left) <= 2 or OWNERS.back(left)
    return left if owns and not VERBS.front(left) else right if len(right) >= 2 else left


def _strip_joint(text: str) -> str:
    """Drop what joins the noun to the next figure: 和, 向, 和县定."""
    return JOINT.sub("", strip_tail(text)[0])
