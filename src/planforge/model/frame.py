"""What stands around the sections: who files the plan, who signs it, how it is printed."""

from typing import ClassVar

from .entry import Entry, key
from .issue import Issue
from .shapes import Arrangement
from .when import When
from .yes_no import YesNo, YesNoAuto


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
    sealed: YesNo = key(
        "盖章",
        "蓋章",
        "用印",
        default=False,
        about="署名和日期上要盖章，按用印的位置排",
        en="Whether body and date are placed for a seal",
        example="是",
    )


class Layout(Entry):
    """How the plan is printed (版式)."""

    style: str = key(
        "样式",
        "樣式",
        default="",
        about="版式名称：gb、gb-33476、plain、tw、hk，或本单位的 Word 文件；不写随“地区”",
        en="Name of a page style, or a Word file of yours; follows the region when absent",
        example="gb",
    )
    schedule: Arrangement = key(
        "月度安排",
        default="list",
        about="list（分条）或 table（表格）",
        en="Print the schedule as list or table",
        example="table",
    )
    targets: Arrangement = key(
        "工作目标",
        "工作目標",
        default="list",
        about="list（分条）或 table（表格）",
        en="Print the targets as list or table",
        example="table",
    )
    tasks: Arrangement = key(
        "重点任务",
        "重點任務",
        default="list",
        about="list（分条）或 table（任务分解表）",
        en="Print the tasks as list or table",
        example="list",
    )
    issue: Issue | None = key(
        "发文",
        "發文",
        default=None,
        about="用通知印发：版头、通知正文和版记，计划作为附件",
        en="Issue the plan under a notice, with letterhead and imprint; the plan is its attachment",
        example={"发文字号": "青工发〔2027〕3号", "抄送": ["青禾县委办公室"]},
    )
    contents: YesNo = key(
        "目录",
        "目錄",
        default=False,
        about="正文前单独一页的目录，列各级标题和附件",
        en="A table of contents on a page of its own before the text",
        example="是",
    )
    chart: YesNo = key(
        "图表",
        "圖表",
        default=False,
        about="月度安排之后画一张全年安排图：哪些月做什么",
        en="A chart of the year behind the schedule: what is done in which months",
        example="是",
    )
    landscape: YesNoAuto = key(
        "横排",
        "橫排",
        default="auto",
        about="表格排在横页上：自动（超过六列或排不下时）、是（全部）、否",
        en="Tables on landscape pages: auto (more than six columns, or too wide), yes (all), no",
        example="自动",
    )
