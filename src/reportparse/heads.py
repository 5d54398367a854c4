"""Which of the nouns behind a figure its measure word counts: 6家「企业」欠薪, not 欠薪."""

from __future__ import annotations

import re
from typing import Final

from reportparse.lexicon import load_words

FIRM: Final = load_words("phrases.toml", "firm")
PERSON: Final = load_words("phrases.toml", "person")
PLACE: Final = load_words("phrases.toml", "place")
SAID_OF: Final = load_words("phrases.toml", "said_of")
#: A body inside a longer noun: 「企业」账外核算.
FIRMS: Final = re.compile(FIRM.pattern())
#: People inside a longer noun; 人 and 员 also stand in words for other things (人口, 员额).
PEOPLE: Final = re.compile(
    rf"{PERSON.pattern()}|人(?![均口才大居事文工力情次体社防行群心气士员])|员(?![额工会])|者"
)
#: What names of bodies and of people end in: 企业孵化「园」, 乡村振兴指导「员」.
BODY_END: Final = tuple("企厂店社院场馆站园所部室局校区行户体点网库房堂吧会团队线庄超业家")
PERSON_END: Final = tuple("人员者师工官兵生民友手户长家儿属众友星”")
#: Things that 个 counts, of whatever body they are: 5个村集体经济发展「项目」.
THING: Final = re.compile(
    "(?:问题|案件|行为|事项|项目|工程|活动|线索|任务|平台|基地|组织|中心|机构|企业|单位|品牌|产品|产业|方案|规划"
    "|体系|制度|系统|指标|岗位|集群|[点站社室所队网库厂馆园区户场店校院])$"
)
#: What each measure word counts: the pattern of its nouns, and what ends a name of that kind.
KINDS: Final = {
    "家": (FIRMS, BODY_END),
    "所": (FIRMS, BODY_END),
    "名": (PEOPLE, PERSON_END),
    "位": (PEOPLE, PERSON_END),
}
#: Measure words of bodies and places among other things.
MANY: Final = frozenset("个座条处")
PLACES: Final = re.compile(rf"{PLACE.pattern()}(?={SAID_OF.pattern()})")


def counted_by(unit: str, noun: str) -> str:
    """Cut off what is said of the counted bodies or people.

    >>> counted_by("家", "企业账外核算"), counted_by("个", "村集体经济薄弱")
    ('企业', '村')
    >>> counted_by("名", "企业负责人"), counted_by("个", "村集体经济项目")
    ('企业负责人', '村集体经济项目')
    """
    if unit in MANY:
        found = PLACES.search(noun)
        return noun[: found.end()] if found and not THING.search(noun, found.end()) else noun
    if unit not in KINDS:
        return noun
    pattern, ends = KINDS[unit]
    if noun.endswith(ends):
        return noun
    last = max((found.end() for found in pattern.finditer(noun)), default=len(noun))
    return noun[:last]
