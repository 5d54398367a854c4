"""Who acts: the subject named in the sentence, or the one that goes on acting."""

from __future__ import annotations

import re
from typing import Final

from reportparse.phrases import STRONG, VERBS
from reportparse.trimming import LEAD

#: Bodies that act: our own place, a named one, and the offices of either.
OWN: Final = (
    r"(?:[我全本各](?:省|市|县|区|州|镇|乡|村|街道|社区|局|院|所|办|部门)|我们)"
    r"(?![域性区长内省市县州镇乡]|城[镇乡])"
)
OURS: Final = frozenset("我全本各")
#: Whose office it is: 镇, 青枫镇.
SEAT: Final = r"(?:[一-龥]{2,3}(?:省|市|县|区|州|镇|乡|街道|村|社区)|[省市县区州镇乡村])"
NAMED: Final = (
    rf"(?:{SEAT}|街道|社区)(?:党委政府|人民政府|党委、政府|政府|党委|党工委|党组|党支部|街道办|纪委|工委"
    r"|法院|检察院|公安局|派出所|司法所|便民服务中心|综治中心|调委会|服务站|村委会|居委会)"
    r"|派出所|司法所|便民服务中心|综治中心|人民调解委员会|法院|检察院"
    r"|[省市县区州镇乡]?[一-龥]{2,4}[局所]|[一-龥]{2,3}(?:[镇乡县]|街道)"
)
#: Words that end like a body and are none (地区, 城镇, 布局), or begin with what is done.
NO_ACTOR: Final = re.compile(
    r"(?:城镇|乡镇|城乡|厕所|场所|布局|格局|大局|结局|全局|开局|落实|示范[县镇乡]|社区)$"
    r"|^(?:[使与对在把围从向于到由新为将了]|[地该此]|脱贫|贫困|重点|企业)|到[我全本]"
)
#: The longest name of an office, which may hold a verb: 派出所.
HEAD: Final = 3
DONE: Final = re.compile(STRONG.pattern())
#: How an actor stands: at the head of a clause, a time before it at most, an adverb or a
#: verb behind: 「2023年以来，我镇共开展…」, 「镇安监所深入企业」.
ACTOR: Final = re.compile(
    r"(?:^|(?<=[，。；：！？\n”）]))(?:[一二三四五六七八九十]{1,3}是)?(?:\d{4}年(?:以来|度)?|今年以来|全年)?"
    rf"(?P<actor>{OWN}|{NAMED})"
    rf"(?=共|累计|已|先后|深入|积极|认真|依法|全面|持续|坚持|严格|充分|切实|始终|对|还|并|多次|全年|\d"
    rf"|{VERBS.pattern()})"
)


def actor_in(words: str) -> str:
    """Return the last actor that the words of a sentence name, else "".

    >>> actor_in("2023年以来，我镇共开展学习活动")
    '我镇'
    >>> actor_in("全年共开展学习活动")
    ''
    """
    found = ""
    for match in ACTOR.finditer(words):
        actor = match["actor"]
        own = actor[0] in OURS and not actor.endswith(("城镇", "乡镇"))
        if own or _names_a_body(actor):
            found = actor
    return found


def _names_a_body(words: str) -> bool:
    """Tell a body from words that only end like one: 镇派出所, 超额完成了市政府."""
    if NO_ACTOR.search(words) or VERBS.front(words) or LEAD.front(words[0]):
        return False
    return DONE.search(words, 0, len(words) - HEAD) is None
