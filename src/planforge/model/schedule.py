"""What is done when: months, ranges, quarters, weeks, and their activities."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import model_validator

from .entry import Entry, key
from .item import Item, Section, Tracked
from .months import Months
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
    audience: str = key(
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
    items: tuple[Item, ...] = key(
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
    text: str = key(
        "内容",
        "內容",
        default="",
        about="活动之前的说明，每行一段",
        en="Text before the activities, one paragraph per line",
        example="配合暑期安排：",
    )
    activities: tuple[Activity, ...] = key(
        "活动",
        "活動",
        default=(),
        about="各项活动",
        en="The activities",
        example=["走访慰问一线职工"],
    )

    @model_validator(mode="before")
    @classmethod
    def _activity_alone(cls, value: Any) -> Any:
        return {"activities": [value]} if isinstance(value, str) else value


class Schedule(Section):
    """The schedule (月度安排).

    Besides a list of entries, a mapping may have months as keys::

        月度安排:
          3月: [慰问女职工]
          七、八月: [送清凉]
    """

    listed: ClassVar[str] = "entries"

    entries: tuple[ScheduleEntry, ...] = key(
        "安排",
        default=(),
        about="按月份排列的安排",
        en="The entries, in order",
        example=[{"月份": "3", "活动": ["慰问女职工"]}],
    )

    @model_validator(mode="before")
    @classmethod
    def _months_as_keys(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        months = [k for k in value if isinstance(k, str) and Months.looks_like(k)]
        if not months:
            return value
        rest = {k: v for k, v in value.items() if k not in months}
        dated = [cls._entry(month, value[month]) for month in months]
        return {**rest, "entries": [*rest.get("entries", ()), *dated]}

    @staticmethod
    def _entry(month: str, value: Any) -> dict[str, Any]:
        if isinstance(value, dict):
            return {"months": month, **value}
        return {"months": month, "activities": value if isinstance(value, list) else [value]}
