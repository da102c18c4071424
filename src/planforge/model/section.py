"""What sections have in common, and the sections that hold points."""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from planforge.language import _

from .entry import Entry, key
from .grid import Grid
from .item import Points
from .nearest import nearest
from .refusal import RefusedError
from .shapes import OneOrMore, Text
from .yes_no import YesNo


class Headed(Entry):
    """A section with a heading of its own; what it holds below its text is up to subclasses."""

    shorthand: ClassVar[str] = "text"
    listed: ClassVar[str] = "items"

    heading: str | None = key(
        "标题",
        "標題",
        default=None,
        about="章节标题；不写用通行的标题，写成空字符串则不印标题",
        en="Heading; absent = the usual words, empty string = no heading",
        example="主要工作",
    )
    numbered: YesNo = key(
        "编号",
        "編號",
        default=True,
        about="章节标题是否编号",
        en="Whether the heading is numbered",
        example="否",
    )
    text: Text = key(
        "内容",
        "內容",
        default="",
        about="标题之下、各项之前的文字，每行一段",
        en="Text before the points, one paragraph per line",
        example="全年重点抓好以下工作：",
    )
    table: OneOrMore[Grid] = key(
        "表格",
        default=(),
        about="章节里的表格；有几张时写成列表",
        en="A table in the section, or a list of tables",
        example={"列": ["项目", "要求"], "行": [["签到", "全员参加"]]},
    )


class Section(Headed):
    """A section of points: a string, a list of points, or a mapping."""

    items: Points = key(
        "子项",
        "子項",
        "事项",
        "事項",
        default=(),
        about="各项内容，可以分四级",
        en="The points, nested to four levels",
        example=["加强学习", "服务职工"],
    )


class Prose(Section):
    """A section of plain paragraphs: a list has one paragraph per entry."""

    listed: ClassVar[str] = "text"


standing: ContextVar[Mapping[str, str] | None] = ContextVar("standing", default=None)
"""While a plan is read: every name its sections go by → what `CustomSection.after` keeps."""


def _follows(name: str) -> str:
    names = standing.get()
    if names is None or not name:
        return name
    if name in names:
        return names[name]
    close = nearest(name, names)
    raise RefusedError(
        _("the plan has no section “{name}”").format(name=name),
        _("Did you mean “{name}”?").format(name=close)
        if close
        else _("Sections of the plan: {names}").format(names="、".join(dict.fromkeys(names))),
    )


class CustomSection(Section):
    """Any other section, placed where `sections` stands or after a named section."""

    after: Annotated[str, AfterValidator(_follows)] = key(
        "位于",
        "位於",
        default="",
        about="排在哪一章节之后：写章节的栏目名称或标题",
        en="The key or heading of the section it follows",
        example="重点任务",
    )


class Attachment(Section):
    """An attachment, announced at the end of the body and printed on its own pages."""

    shorthand: ClassVar[str] = "heading"
