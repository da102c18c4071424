"""The whole plan."""

from typing import Any, Final, Self

from pydantic import ModelWrapValidatorHandler, PrivateAttr, model_validator

from .catalogue import Kind, Region
from .entry import Entry, key
from .frame import Layout, Organization, Signature
from .names import Names
from .period import Period
from .presence import present, section_names
from .schedule import Schedule
from .section import Attachment, CustomSection, Prose, Section, standing
from .sections import Budget, Leadership, Stages
from .shapes import Many, Version
from .targets import Targets


class Plan(Entry):
    """A work plan. The sections are printed in the order in which the file has them."""

    planforge: Version = key(
        "版本",
        default="1",
        about="文件格式的版本，写 1",
        en="Version of the format: 1",
        example="1",
    )
    title: str = key(
        "标题",
        "標題",
        about="文件标题",
        en="Title of the document",
        example="青禾县第二中学工会2027年工作计划",
    )
    organization: Organization | None = key(
        "单位",
        "單位",
        default=None,
        about="单位全称，或全称和上级",
        en="Who files the plan",
        example="青禾县第二中学工会",
    )
    kind: Kind | None = key(
        "类型",
        "類型",
        default=None,
        about="学校、幼儿园、高校、医院、企业、机关、社区、总工会、女工委",
        en="school, kindergarten, university, hospital, enterprise, government, community, "
        "federation, women",
        example="学校",
    )
    period: Period | None = key(
        "期间",
        "期間",
        default=None,
        about="2027、2026-2027学年、2026-2027学年第一学期、2027年上半年、2027-03..2027-08",
        en="2027, 2026-2027学年, 2026-2027学年第一学期, 2027年上半年, 2027-03..2027-08",
        example="2027",
    )
    region: Region = key(
        "地区",
        "地區",
        default="cn",
        about="cn、tw、hk 或 mo",
        en="cn, tw, hk or mo",
        example="cn",
    )
    addressees: Names = key(
        "主送",
        default=(),
        about="主送机关",
        en="Whom it is addressed to",
        example=["各基层工会"],
    )
    preamble: Prose | None = key(
        "前言",
        default=None,
        about="第一个标题之前的段落",
        en="Paragraphs before any heading",
        example="为做好全年工会工作，制定本计划。",
    )
    review: Section | None = key(
        "回顾",
        "回顧",
        "工作回顾",
        "工作回顧",
        default=None,
        about="上一年的工作和不足",
        en="What was done last year and what fell short",
        example="上一年完成建家验收。",
    )
    guiding_ideology: Section | None = key(
        "指导思想",
        "指導思想",
        default=None,
        about="指导思想",
        en="Guiding ideology",
        example="坚持以职工为中心，服务发展大局。",
    )
    focus: Section | None = key(
        "工作思路",
        "工作思路",
        "工作重点",
        "工作重點",
        "工作方向",
        default=None,
        about="工作思路或工作重点",
        en="Approach or focus of the work",
        example="抓基层、强服务、促和谐。",
    )
    targets: Targets | None = key(
        "工作目标",
        "工作目標",
        default=None,
        about="目标：句子、口号或可衡量的指标",
        en="Targets: sentences, slogan sets, or measured values",
        example=[{"指标": "职工入会率", "要求": "≥98%"}],
    )
    tasks: Section | None = key(
        "重点任务",
        "重點任務",
        "主要任务",
        "主要任務",
        "主要工作",
        default=None,
        about="任务，可以分四级",
        en="Tasks, nested to four levels",
        example=[{"标题": "加强思想引领", "内容": "组织专题学习。", "责任人": "宣传部"}],
    )
    stages: Stages | None = key(
        "实施步骤",
        "實施步驟",
        default=None,
        about="分阶段的步骤",
        en="Dated stages",
        example=[{"名称": "动员部署阶段", "时间": "3月"}],
    )
    schedule: Schedule | None = key(
        "月度安排",
        default=None,
        about="按月安排的活动",
        en="Activities month by month",
        example=[{"月份": "3", "活动": ["“三八”国际妇女节活动"]}],
    )
    leadership: Leadership | None = key(
        "组织领导",
        "組織領導",
        default=None,
        about="领导小组和分工",
        en="Leading group",
        example={"组长": "工会主席"},
    )
    budget: Budget | None = key(
        "经费预算",
        "經費預算",
        default=None,
        about="预算，各行相加",
        en="Lines that add up",
        example=[{"项目": "慰问困难职工", "金额": "10000元"}],
    )
    safeguards: Section | None = key(
        "保障措施",
        default=None,
        about="保障措施",
        en="Safeguards",
        example=["加强组织保障"],
    )
    closing: Prose | None = key(
        "结语",
        "結語",
        default=None,
        about="结尾段落，不印标题",
        en="Closing, without heading",
        example="以实干开创新局面。",
    )
    sections: Many[CustomSection] = key(
        "其他章节",
        "其他章節",
        default=(),
        about="其他任何章节",
        en="Any other section",
        example=[{"标题": "附则", "内容": "本计划自印发之日起施行。"}],
    )
    attachments: Many[Attachment] = key(
        "附件",
        default=(),
        about="附件：只写名称，或连同内容",
        en="Titles, or with content",
        example=["2027年工会活动安排表"],
    )
    signature: Signature | None = key(
        "落款",
        default=None,
        about="署名、日期、审议",
        en="Body, date and approval",
        example={"日期": "2027-01-08"},
    )
    protect: Names = key(
        "保护",
        "保護",
        default=(),
        about="简繁转换时原样保留的词，如人名、品牌",
        en="Words that conversion between the scripts leaves alone, such as names",
        example=["范里香", "云岭后街"],
    )
    layout: Layout = key(
        "版式",
        # Checked as part of a plan only; alone it would need a schema of its own.
        default=Layout.model_construct(),
        about="怎样排印",
        en="How it is printed",
        example={"月度安排": "table"},
    )

    _order: tuple[str, ...] = PrivateAttr(())

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(value, dict):
            return handler(value)
        filled_in = present(cls, value)
        token = standing.set(section_names(cls, filled_in, BODY))
        try:
            plan = handler(value)
        finally:
            standing.reset(token)
        plan._order = tuple(field for field in filled_in if field in BODY)  # noqa: SLF001  its own
        return plan

    @property
    def order(self) -> tuple[str, ...]:
        """Names of the body sections that the plan has, in the order of the file.

        Sections that a program put in later come last.
        """
        has = [name for name in BODY if getattr(self, name)]
        kept = [name for name in self._order if name in has]
        return (*kept, *(name for name in has if name not in kept))


BODY: Final = (
    "preamble",
    "review",
    "guiding_ideology",
    "focus",
    "targets",
    "tasks",
    "stages",
    "schedule",
    "leadership",
    "budget",
    "safeguards",
    "sections",
    "closing",
)
