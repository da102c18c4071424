"""The whole plan."""

from __future__ import annotations

from typing import Any, ClassVar, Final, Literal, Self

from pydantic import ModelWrapValidatorHandler, PrivateAttr, model_validator

from .entry import Entry, key
from .item import Attachment, CustomSection, Section
from .catalogue import Kind, Region
from .names import Names
from .period import Period
from .schedule import Schedule
from .sections import Budget, Leadership, Stages
from .targets import Targets
from .when import When


class Organization(Entry):
    """Who files the plan."""

    shorthand: ClassVar[str] = "name"

    name: str = key("名称", "名稱", about="单位全称", en="Full name", example="青禾县第二中学工会")
    superior: str = key(
        "上级",
        "上級",
        default="",
        about="上级工会",
        en="The body above it",
        example="青禾县教育工会",
    )


class Signature(Entry):
    """Who signs, when, and by whom the plan was approved (落款)."""

    body: str = key(
        "单位",
        "單位",
        "署名",
        default="",
        about="署名单位；不写用“单位”",
        en="Signing body; the organization when absent",
        example="青禾县第二中学工会",
    )
    date: When | None = key(
        "日期",
        default=None,
        about="成文日期",
        en="Date of the document",
        example="2027-01-08",
    )
    approval: str = key(
        "审议",
        "審議",
        "审议通过",
        default="",
        about="何时经何会议审议通过",
        en="When and by which meeting it was approved",
        example="2027年1月5日经工会委员会第一次会议审议通过",
    )


class Layout(Entry):
    """How the plan is printed (版式)."""

    style: str = key(
        "样式",
        "樣式",
        default="",
        about="版式名称：gb、tw、hk；不写随“地区”",
        en="Name of a page style; follows the region when absent",
        example="gb",
    )
    schedule: Literal["list", "table"] = key(
        "月度安排",
        default="list",
        about="list（分条）或 table（表格）",
        en="Print the schedule as list or table",
        example="table",
    )
    targets: Literal["list", "table"] = key(
        "工作目标",
        "工作目標",
        default="list",
        about="list（分条）或 table（表格）",
        en="Print the targets as list or table",
        example="table",
    )
    tasks: Literal["list", "table"] = key(
        "重点任务",
        "重點任務",
        default="list",
        about="list（分条）或 table（任务分解表）",
        en="Print the tasks as list or table",
        example="list",
    )


class Plan(Entry):
    """A work plan. The sections are printed in the order in which the file has them."""

    planforge: Literal["1"] = key(
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
    preamble: Section | None = key(
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
    closing: Section | None = key(
        "结语",
        "結語",
        default=None,
        about="结尾段落，不印标题",
        en="Closing, without heading",
        example="以实干开创新局面。",
    )
    sections: tuple[CustomSection, ...] = key(
        "其他章节",
        "其他章節",
        default=(),
        about="其他任何章节",
        en="Any other section",
        example=[{"标题": "附则", "内容": "本计划自印发之日起施行。"}],
    )
    attachments: tuple[Attachment, ...] = key(
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
    layout: Layout = key(
        "版式",
        default=Layout(),
        about="怎样排印",
        en="How it is printed",
        example={"月度安排": "table"},
    )

    _order: tuple[str, ...] = PrivateAttr(())

    @model_validator(mode="wrap")
    @classmethod
    def _remember_order(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        plan = handler(value)
        if isinstance(value, dict):
            fields = {
                name: field
                for field, names in cls.keys().items()
                for name in (field, names.zh, names.hant, *names.also)
            }
            order = (fields[k] for k in value if k in fields and value[k] is not None)
            plan._order = tuple(name for name in order if name in BODY)  # noqa: SLF001
        return plan

    @property
    def order(self) -> tuple[str, ...]:
        """Names of the body sections that the plan has, in the order of the file."""
        return self._order or tuple(n for n in BODY if getattr(self, n))


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
