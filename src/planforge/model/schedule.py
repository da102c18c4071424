"""What is done when: months, ranges, quarters, weeks, and their activities."""

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar

from .entry import Entry, key, without_blanks
from .item import Item, Tracked
from .months import Months
from .section import Section
from .shapes import Many, Text, Words, nested
from .when import When
from .yes_no import YesNo


class Activity(Tracked):
    """One activity of the schedule: a string or a mapping."""

    shorthand: ClassVar[str] = "title"

    title: str = key(
        "名称",
        "名稱",
        "标题",
        "標題",
        "活动",
        "活動",
        "内容",
        "內容",
        about="活动名称，可以写成一句话",
        en="Name of the activity, or a sentence",
        example="“三八”国际妇女节趣味运动会",
    )
    date: When | None = key(
        "日期",
        "日期",
        "时间",
        "時間",
        default=None,
        about="日期：2027-03-08、3月底前、8月中下旬、国庆前后、每月",
        en="2027-03-08, 3月底前, 8月中下旬, 国庆前后, 每月",
        example="3月8日",
    )
    place: str = key(
        "地点",
        "地點",
        default="",
        about="地点",
        en="Place",
        example="职工之家",
    )
    audience: Words = key(
        "对象",
        "對象",
        "参加人员",
        "參加人員",
        default="",
        about="参加的人",
        en="Who takes part",
        example="全体女职工",
    )
    numbered: YesNo = key(
        "编号",
        "編號",
        default=True,
        about="是否编号",
        en="Whether it is numbered",
        example="否",
    )
    items: Annotated[tuple[Item, ...], nested(3)] = key(
        "子项",
        "子項",
        default=(),
        about="活动下面的各项",
        en="Points below the activity",
        example=["报名", "抽签"],
    )


class ScheduleEntry(Entry):
    """What is done in one month, several months, a quarter, a half year or a week.

    A string is an activity without a month.
    """

    months: Months | None = key(
        "月份",
        "月份",
        "时间",
        "時間",
        default=None,
        about="3、七、八月、4-7、一季度、上半年、第3周",
        en="3, 七、八月, 4-7, 一季度, 上半年, 第3周",
        example="七、八月",
    )
    theme: str = key(
        "主题",
        "主題",
        default="",
        about="这段时间的主题",
        en="Theme",
        example="服务季",
    )
    text: Text = key(
        "内容",
        "內容",
        default="",
        about="活动之前的说明，每行一段",
        en="Text before the activities, one paragraph per line",
        example="配合暑期安排：",
    )
    activities: Many[Activity] = key(
        "活动",
        "活動",
        default=(),
        about="各项活动",
        en="The activities",
        example=["走访慰问一线职工"],
    )

    listed: ClassVar[str] = "activities"

    @classmethod
    def from_text(cls, text: str) -> Any:
        """An activity; what stands before a colon may be its month (3月：走访职工)."""
        months, _colon, rest = text.replace(":", "：", 1).partition("：")
        if rest.strip() and Months.looks_like(months):
            return {"months": months, "activities": [text[len(months) + 1 :].strip()]}
        return {"activities": [text]}

    @classmethod
    def from_mapping(cls, values: dict[str, Any]) -> dict[str, Any]:
        """The entry with a month that stands as a key (3月: [走访职工]) written out."""
        months = month_keys(cls, values)
        if len(months) != 1:
            return values
        (month,) = months
        inner = values[month]
        rest = {name: value for name, value in values.items() if name != month}
        if isinstance(inner, dict):
            below = {cls._apart(name, rest): v for name, v in without_blanks(inner).items()}
            return {**rest, "months": month, **below}
        return {**rest, "months": month, "activities": inner}

    @classmethod
    def _apart(cls, name: str, others: dict[str, Any]) -> str:
        """``name``, or another name of the same key, so that neither of two values is lost."""
        if name not in others or (field := cls.fields_by_key().get(name)) is None:
            return name
        names = (field, *cls.keys()[field].chinese)
        return next((other for other in names if other not in others), name)


class Schedule(Section):
    """The schedule (月度安排).

    Besides a list of entries, a mapping may have months as keys::

        月度安排:
          3月: [慰问女职工]
          七、八月: [送清凉]
    """

    listed: ClassVar[str] = "entries"

    entries: Many[ScheduleEntry] = key(
        "安排",
        default=(),
        about="按月份排列的安排",
        en="The entries, in order",
        example=[{"月份": "3", "活动": ["慰问女职工"]}],
    )

    @classmethod
    def from_mapping(cls, values: dict[str, Any]) -> dict[str, Any]:
        """The schedule with months that stand as keys written out, behind the other entries."""
        months = month_keys(cls, values)
        if not months:
            return values
        fields = cls.fields_by_key()
        rest = {name: value for name, value in values.items() if name not in months}
        written = next((name for name in rest if fields.get(name) == "entries"), "entries")
        before = rest.get(written, [])
        dated = [{month: values[month]} for month in months]
        return {**rest, written: [*(before if isinstance(before, list) else [before]), *dated]}


def month_keys(entry: type[Entry], names: Iterable[str]) -> list[str]:
    """Those of ``names`` that are months and not keys of ``entry``."""
    known = entry.fields_by_key()
    return [name for name in names if name not in known and Months.looks_like(name)]
