"""What reports of townships tell of: each topic with ways to put it, one for each place.

`{n}` is the figure with its unit, `{g}` its change over last year or nothing, `{m}` a share of
the figure, `{town}` the place. The ways differ as the words of two writers do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that is told of year after year."""

    name: str
    unit: str
    #: A usual figure.
    usual: int
    ways: tuple[str, ...]
    #: "flow" is done anew each year, "total" only grows, "standing" hardly changes.
    sort: str = "flow"
    #: The goal for next year, "" for a topic that none is set for; `{n}` the figure.
    goal: str = ""
    #: Share of the figure that `{m}` is.
    share: tuple[float, float] = (0.9, 1.0)


#: Told of in every report; its subject is the place.
ALWAYS: Final = "study"

TOPICS: Final = (
    Topic("study", "次", 14, (
        "{town}党委召开专题会议{n}，研究部署法治建设重点任务",
        "{town}党委理论学习中心组专题学法{n}",
        "{town}党委会前学法{n}，领导干部带头撰写心得",
    )),
    Topic("disputes", "件", 150, (
        "全年共调解矛盾纠纷{n}{g}，调解成功{m}",
        "各级调解组织全年共调处各类矛盾纠纷{n}{g}，其中成功调处{m}",
        "坚持抓早抓小，全年化解矛盾纠纷{n}{g}",
        "扎实开展大排查大化解，共调处民间纠纷{n}{g}",
    ), goal="力争全年调解矛盾纠纷{n}以上"),
    Topic("publicity", "场次", 45, (
        "全年组织普法宣传活动{n}{g}",
        "结合民族团结月、宪法宣传周等节点，开展法治宣传活动{n}{g}",
        "依托集市和院坝，全年开展普法活动{n}{g}",
    ), goal="计划开展普法宣传活动{n}"),
    Topic("leaflets", "份", 5200, (
        "发放宣传资料{n}{g}",
        "累计向群众印发各类法治宣传资料{n}",
        "全年发放普法读本和宣传资料{n}{g}",
    )),
    Topic("consultations", "人次", 420, (
        "现场解答群众法律咨询{n}{g}",
        "公共法律服务工作站接待法律咨询{n}{g}",
        "村（居）法律顾问全年提供法律咨询{n}{g}",
    ), goal="全年提供法律咨询{n}以上"),
    Topic("aid", "件", 38, (
        "协助办理法律援助案件{n}{g}",
        "司法所全年受理法律援助案件{n}{g}",
    )),
    Topic("punished", "件", 60, (
        "全年办理行政处罚案件{n}{g}",
        "综合行政执法队办结行政处罚案件{n}{g}，均未被撤销",
        "依法作出行政处罚，共办理行政处罚案件{n}{g}",
    ), goal="全年办理行政处罚案件{n}左右"),
    Topic("inspections", "次", 110, (
        "开展安全生产检查{n}{g}，发现的问题全部建立台账",
        "组织安全生产检查{n}{g}",
        "联合派出所、市场监管所开展安全检查{n}{g}",
    ), goal="力争开展安全生产检查{n}"),
    Topic("hazards", "处", 260, (
        "全年排查安全隐患{n}，完成整改{m}",
        "共排查安全隐患{n}{g}，已整改{m}",
    )),
    Topic("petitions", "件", 70, (
        "全年受理信访事项{n}{g}，按期办结{m}",
        "共受理信访事项{n}{g}",
        "落实领导接访制度，受理群众信访事项{n}{g}",
    )),
    Topic("hotline", "件", 520, (
        "受理12345热线诉求{n}{g}，办结{m}",
        "全年承办12345热线诉求{n}{g}",
    )),
    Topic("services", "件", 8600, (
        "便民服务中心全年办件量{n}{g}",
        "便民服务中心共办理各类政务服务事项{n}{g}",
        "窗口全年受理群众办事{n}{g}",
    )),
    Topic("disclosed", "条", 240, (
        "主动公开政府信息{n}{g}",
        "通过政务公开栏和门户网站主动公开政府信息{n}{g}",
    ), goal="全年主动公开政府信息{n}以上"),
    Topic("reviews", "件", 34, (
        "对行政规范性文件、合同等开展合法性审查{n}{g}",
        "法制审核人员全年出具合法性审查意见{n}{g}",
    )),
    Topic("drills", "场次", 16, (
        "开展应急演练{n}",
        "组织防汛、森林防灭火等应急演练{n}{g}",
    )),
    Topic("roads", "公里", 18, (
        "全年新改建农村公路{n}",
        "实施农村道路提升工程，新改建农村公路{n}{g}",
    )),
    Topic("relief", "人次", 190, (
        "发放救助金，全年临时救助困难群众{n}{g}",
        "全年实施临时救助{n}{g}",
    )),
    Topic("patrols", "人次", 880, (
        "组织平安志愿者开展夜间巡逻{n}{g}",
        "群防群治队伍全年参加巡防{n}{g}",
    )),
    Topic("trainees", "人次", 340, (
        "举办种植养殖技术培训班，培训农民{n}{g}",
        "全年培训农村实用人才{n}{g}",
    )),
    Topic("chargers", "根", 60, (
        "截至年底，累计建成充电桩{n}",
        "全镇累计建成新能源汽车充电桩{n}",
    ), sort="total"),
    Topic("cameras", "路", 240, (
        "累计建成视频监控{n}，主要路口实现全覆盖",
        "自“雪亮工程”启动以来，累计接入视频监控{n}",
    ), sort="total"),
    Topic("toilets", "户", 1200, (
        "截至目前累计完成农村户厕改造{n}",
        "农村改厕持续推进，累计完成户厕改造{n}",
    ), sort="total"),
    Topic("advisers", "名", 12, (
        "全镇聘请法律顾问{n}，实现一村一法律顾问",
        "为各村配备法律顾问{n}",
    ), sort="standing"),
    Topic("literate", "名", 160, (
        "培养“法律明白人”{n}",
        "现有“法律明白人”{n}，村均3名以上",
    ), sort="standing"),
    Topic("grids", "名", 60, (
        "配备专兼职网格员{n}",
        "全镇现有网格员{n}",
    ), sort="standing"),
)  # fmt: skip

#: Words that every office copies from the office above, no figure in them.
FORMULAS: Final = (
    "坚持把学习贯彻党的创新理论作为首要政治任务，切实把思想和行动统一到上级决策部署上来",
    "压紧压实党政主要负责人履行推进法治建设第一责任人职责，做到重要工作亲自部署、重大问题亲自过问",
    "严格落实重大行政决策程序，坚持民主集中制，杜绝“一言堂”",
    "全面推行行政执法公示、执法全过程记录、重大执法决定法制审核三项制度",
    "坚持和发展新时代“枫桥经验”，推动矛盾纠纷就地发现、就地化解",
    "持续优化营商环境，推动政务服务由“能办”向“好办”转变",
)
#: Words of a county's office with figures of its own; all its places have them.
DIRECTED: Final = (
    "按照{county}统一部署，开展为期{a}天的专项整治行动",
    "对照{county}下发的{a}项任务清单逐项抓好落实",
    "认真落实{county}法治建设{a}条措施",
)
PROBLEMS: Final = (
    "一些干部运用法治思维和法治方式解决问题的能力还有待提高",
    "普法宣传的形式还不够丰富，针对性和实效性有待增强",
    "基层执法力量较为薄弱，专业人员偏少",
    "部分村民遇事找法的意识还不强",
)
