"""Who acts: the subject named in the sentence, or the one that goes on acting."""

from __future__ import annotations

import re
from typing import Final

from reportparse.lexicon import load_words

#: What names of acting bodies end in.
BODY_END: Final = (
    r"(?:党委政府|人民政府|党委|政府|党工委|党组|街道办|[省市县区州镇乡村]|街道|社区|法院|检察院|派出所|司法所"
    r"|[局所办院]|办公室|委员会|工委|纪委|中心|服务站|大队|支队|公司|银行|医院|学校|部门)"
)
VERB: Final = load_words("verbs.toml", "strong", "weak").pattern()
#: How an actor stands: at the head of a clause, a time before it at most, an adverb or a
#: verb behind: 「2023年以来，我镇共开展…」, 「镇安监所深入企业」.
ACTOR: Final = re.compile(
    r"(?:^|(?<=[，。；：、！？\n”]))(?:\d{4}年(?:以来|度)?|今年以来|全年)?"
    rf"(?P<actor>(?:[我全本](?:省|市|县|区|州|镇|乡|村|街道|社区|局|院|所|办)|我们)(?![域性区长])"
    rf"|[一-龥]{{1,9}}?{BODY_END})"
    rf"(?=共|累计|已|先后|深入|积极|认真|依法|全面|持续|坚持|严格|充分|切实|始终|对|与|以|为|还|并|多次|全年|\d"
    rf"|{VERB})"
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
        found = match["actor"]
    return found
