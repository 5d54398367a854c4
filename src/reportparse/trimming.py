"""Taking off what stands around a noun: times, remarks, what it is compared with, marks."""

from __future__ import annotations

import re
from typing import Final

from reportparse.lexicon import load_table, load_words

TAIL: Final = load_words("phrases.toml", "tail")
KEPT: Final = load_words("phrases.toml", "kept")
LEAD: Final = load_words("phrases.toml", "lead")
SINGLE: Final = load_words("phrases.toml", "single")
LEAD_BLOCKS: Final = load_table("phrases.toml", "lead_not_before")
#: A time inside the words before a figure: 2023年, 截至6月底, 上半年, “十四五”期间, 五年来.
TIME: Final = re.compile(
    r"(?=[截自从到至在近过这今去上明本当全前同目每\d“\"十一二三四五六七八九两年月下])"
    r"(?:截至|截止到?|自从?|从|到|至|在)?"
    r"(?:(?:\d{4}年?[-—－~至到]{1,2})?\d{2,4}年|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|[今去明前]年|[上本当全]年度?|[上下]半年"
    r"|第?[一二三四前上本]{1,2}季度|(?:\d{1,2}年?[-—－~至到])?\d{1,2}月(?:\d{1,2}日|份)?"
    r"|年[内底末初]|(?:[“\"](?:[六七八九]五|十[一二三四]?五)[”\"]|十[一二三四]五)(?:时期|期间|末|规划)?"
    r"|(?:过去|近|这)?[一二三四五六七八九十两\d]{1,3}年(?:来|间|内|$)|[上本]届|目前|同期|当前|届时)"
    r"(?:度|以来|[初底末内前]|来|期间|全年|同期|上半年|[1-9]\d?月)*"
)
#: Characters one of which is in every time.
TIME_HINT: Final = re.compile(r"[年月季期目五当届]")
#: A bracketed remark: 村（社区）.
REMARK: Final = re.compile(r"[（(][^（()）]{0,40}[)）]")
#: The mark of a note: 生产总值[2].
NOTE: Final = re.compile(r"[\[〔]\d{1,3}[\]〕]")
#: The value of an index, which has no unit: 空气质量综合指数4.463.
INDEX_VALUE: Final = re.compile(r"(?<=[一-龥])\d+\.\d+$")
#: How growth is reckoned: 按可比价格计算.
AT_PRICES: Final = re.compile(r"按?(?:可比|不变|现行)(?:价格?|口径)(?:计算)?")
#: What a figure is compared with: 比上年, 较“十三五”末, 高于全省平均水平 (not 占比, 较快).
COMPARED: Final = re.compile(
    r"(?:(?<![占同环对评相配])比(?![重例率值赛])(?=.)|较(?![大快强好高低为多少])|(?<!提)高于|[由从](?=[^，]{0,8}\d)|(?:不得?)?(?:低于|快于|慢于|多于|少于)"
    r"|高出|优于).*"
)
#: Where a change starts, with no noun of its own: 由原来的, 从最初的.
FORMER: Final = re.compile(
    r"(?:已|将)?[由从](?:原来|原先|过去|以往|最初|当初|开始|此前|之前|目前)的?$"
)
#: Among whom a rank is held: 居全国, 跻身全省前.
RANKED: Final = re.compile(
    r"(?:稳居|位居|居|位列|名列|列|排名|排|跻身|进入|退出|升至|升到|跃居|保持)(?:到|在)?(?:全[国省市县区球]|世界|同类|西部|[一-龥]{2}地区)"
    r"[一-龥]{0,6}$"
)
#: Whose share or multiple a figure is: 占农业总产值的, 是2019年的, 相当于全省的.
SHARED: Final = re.compile(
    r"(?:(?<![侵所乱抢强霸独])占(?![地比道用领补])|(?<![但还就])是|为|相当于)[^，]*的?$"
    r"|完成了?[^，]{0,8}(?:任务|目标|计划|预算|指标)数?的$"
    r"|不(?:得)?(?:超过|低于|少于|高于)[^，]{1,12}的$|超过?(?:全[球国省市县区州]|世界)[^，]{0,6}$"
)
#: A list closed by 等 and the noun that sums it up: 手册、折页等资料.
SUMMED_UP: Final = re.compile(
    r".*(?<![平高初中同优均对甲])等(?![级次于候额待])(?:领域|方面|行业|重点领域)?(?:[一二三四五六七八九十\d]+[类项种个大])?"
)
#: A mark that may have lost its partner: 法律明白人”.
QUOTES: Final = re.compile('[“”"《》‘’]')
#: A meeting, and what was done at it: 专题会议「研究法治工作」.
MEETING: Final = re.compile(
    r"(.{0,10}(?:会议|常务会|党委会|党组会|班子会|办公会|联席会|专题会|推进会|座谈会|调度会|例会))"
    r"(?:研究|部署|听取|审议|学习|传达|讨论|推进|解决|分析|安排|总结|调度|通报|协调|交流).+"
)
#: A level told behind what has it: “民主法治示范村”省级.
LEVEL_LAST: Final = re.compile(r"(.{2,}?)((?:国家|省|市|县|区|镇|乡|村|部)级)")
#: Marks at the ends of a noun.
EDGES: Final = "、，,。：:；;·—-－ \t　’‘*＊…（）()[]【】+"


def without_remarks(words: str) -> str:
    """Take bracketed remarks out.

    >>> without_remarks("各村（社区）法律顾问")
    '各村法律顾问'
    """
    text = REMARK.sub("", words) if "（" in words or "(" in words else words
    if "[" in text or "〔" in text:
        text = NOTE.sub("", text)
    text = text.rstrip("（(")
    if "价" in text:
        text = AT_PRICES.sub("", text)
    for bracket in "（(":
        if bracket in text:
            text = text[text.rindex(bracket) + 1 :]
    return text


def without_times(words: str) -> str:
    """Take times out.

    >>> without_times("便民窗口2023年全年办件量")
    '便民窗口办件量'
    """
    return TIME.sub("", words) if TIME_HINT.search(words) else words


def cut_reference(text: str) -> tuple[str, str]:
    """Cut off what a figure is compared with or is a share of; return it with what remains.

    >>> cut_reference("新能源产值占工业总产值的")
    ('新能源产值', '占')
    """
    if found := RANKED.search(text):
        return text[: found.start()], found.group()
    bare, tail = strip_tail(text)
    if found := COMPARED.search(bare):
        word = found.group()[0]
        return bare[: found.start()], tail if tail and word in "比较由从" else word
    if found := FORMER.search(text):
        return text[: found.start()], "由"
    found = SHARED.search(text)
    if found and _refers(found.group()):
        return text[: found.start()], "完成" if found.group()[0] == "完" else found.group()[0]
    return text, ""


def _refers(words: str) -> bool:
    """Tell whether words name what a figure is a share of: 占全省, 是2019年的; not 是."""
    return len(words) > 1 and (words.endswith("的") or words[0] in "占超")


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
        if word[0] != "全":
            nearest = nearest or word
        text = text[: -len(word)].rstrip(EDGES)
    return text, nearest


def tidy(noun: str) -> str:
    """Free a noun of what stands around it.

    >>> tidy("其中各类“法律明白人”")
    '法律明白人'
    """
    text = strip_lead(noun.strip(EDGES))
    if "等" in text:
        summed = SUMMED_UP.match(text)
        if summed and len(text) - summed.end() >= 2:
            text = strip_lead(text[summed.end() :])
    return _unquote(INDEX_VALUE.sub("", strip_tail(text)[0]))


def noun_in(words: str) -> str:
    """Return the noun that words hold; a character alone is none, but for 钢, 村 and their kind.

    >>> noun_in("其中钢"), noun_in("经")
    ('钢', '')
    """
    noun = tidy(words)
    if met := MEETING.match(noun):
        noun = met[1]
    elif ranked := LEVEL_LAST.fullmatch(noun):
        noun = ranked[2] + ranked[1]
    return "" if len(noun) == 1 and noun not in SINGLE else noun


def strip_lead(text: str) -> str:
    """Take off words that open a clause: 其中, 全镇, 各类.

    >>> strip_lead("其中全镇各类企业"), strip_lead("有机肥")
    ('企业', '有机肥')
    """
    text = text.lstrip(EDGES)
    while word := LEAD.front(text):
        if text[len(word) : len(word) + 1] in tuple(LEAD_BLOCKS.get(word, "")):
            break
        text = text[len(word) :].lstrip(EDGES)
    return text


def _unquote(text: str) -> str:
    """Drop quotation marks around the whole, and one whose partner was cut off."""
    if not QUOTES.search(text):
        return text
    for opening, closing in ("“”", '""', "《》", "‘’"):
        if text[:1] == opening and text.find(closing, 1) == len(text) - 1:
            return text[1:-1]
        if opening != closing and text.count(opening) != text.count(closing):
            text = text.strip(opening + closing)
    return text
