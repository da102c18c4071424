"""Numbered points: work that somebody is in charge of."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from planforge.language import _

from .entry import Entry, key
from .money import Money
from .refusal import RefusedError
from .shapes import Text, Words, nested
from .status import Status
from .when import When
from .yes_no import YesNo


class Assigned(Entry):
    """Something that somebody is in charge of."""

    owner: Words = key(
        "责任人",
        "責任人",
        "责任部门",
        "責任部門",
        "责任单位",
        "責任單位",
        "负责人",
        "負責人",
        default="",
        about="责任人或责任部门",
        en="Person or department in charge",
        example="组织部",
    )


class Tracked(Assigned):
    """Work with money, progress and evidence."""

    budget: Money | None = key(
        "经费",
        "經費",
        default=None,
        about="所需经费",
        en="Money needed",
        example="1.2万元",
    )
    status: Status | None = key(
        "状态",
        "狀態",
        default=None,
        about="未开始、进行中、已完成、延期、取消",
        en="not started, in progress, done, postponed, cancelled",
        example="进行中",
    )
    finished: When | None = key(
        "完成时间",
        "完成時間",
        default=None,
        about="实际完成的日期",
        en="Date on which it was done",
        example="2027-06-18",
    )
    evidence: Words = key(
        "佐证",
        "佐證",
        default="",
        about="完成情况的佐证材料",
        en="Evidence that it was done",
        example="会议纪要、签到表",
    )
    remarks: Text = key(
        "备注",
        "備註",
        default="",
        about="备注",
        en="Remarks",
        example="视天气调整",
    )


class Item(Tracked):
    """A point of a list, a task: a string, or a mapping; nested to four levels."""

    shorthand: ClassVar[str] = "text"

    title: str = key(
        "标题",
        "標題",
        "名称",
        "名稱",
        default="",
        about="小标题，单独成行；与“接排”合用时与正文同段",
        en="Heading of the point, on its own line unless run_in is set",
        example="深化产业工人队伍建设改革",
    )
    text: Text = key(
        "内容",
        "內容",
        default="",
        about="正文，每行一段",
        en="Body text, one paragraph per line",
        example="上半年完成调研，下半年出台措施。",
    )
    run_in: YesNo = key(
        "接排",
        default=False,
        about="标题与正文排在同一段",
        en="Set title and text in one paragraph",
        example="是",
    )
    numbered: YesNo = key(
        "编号",
        "編號",
        default=True,
        about="是否编号；“否”表示只是一段话",
        en="Whether the point is numbered; “no” makes it a plain paragraph",
        example="否",
    )
    due: When | None = key(
        "期限",
        "期限",
        "完成时限",
        "完成時限",
        default=None,
        about="完成期限",
        en="When it must be done",
        example="6月底前",
    )
    frequency: str = key(
        "频次",
        "頻次",
        default="",
        about="多久一次",
        en="How often",
        example="每季度一次",
    )
    items: Annotated[tuple["Item", ...], nested()] = key(
        "子项",
        "子項",
        "事项",
        "事項",
        default=(),
        about="下一级各项",
        en="Points of the next level",
        example=["摸清底数", "建立台账"],
    )

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if self.title or self.text:
            return self
        raise RefusedError(_("this point has neither a title nor a text"))


Points = Annotated[tuple[Item, ...], nested()]
"""A list of points, one level below what holds it."""
