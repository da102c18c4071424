"""How far plans are, on any day: whatever is in them, nothing is lost and nothing goes back."""

from __future__ import annotations

import datetime as dt
import json
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.agenda import Matter, matters, report
from planforge.agenda.matter import Nature
from planforge.agenda.progress import State, standings
from planforge.catalogue import load_catalogue
from planforge.model.validate import validate
from planforge.source.load import Source, load

ANY: Final = settings(max_examples=150, deadline=None)
WHEN: Final = st.sampled_from(
    [
        *("", "3月", "3月底前", "6月30日前", "2027-05-20", "8月中下旬", "春节前", "国庆前后"),
        *("每月", "每季度末", "重阳节", "适时", "2月29日", "4月—5月", "一季度"),
    ]
)
STATUS: Final = st.sampled_from(["", "", "", "未开始", "进行中", "已完成", "延期", "取消"])
OWNER: Final = st.sampled_from(["", "办公室", "女工委员"])
MONTHS: Final = st.sampled_from(["3月", "七、八月", "4-7月", "一季度", "第三周"])
PERIODS: Final = st.sampled_from(["2027", "2027上半年", "2026-2027学年", "2026-2027学年第二学期"])
DAYS: Final = st.dates(dt.date(2026, 8, 1), dt.date(2027, 12, 31))


def entry(name: str, date: str, number: int, drawn: tuple[str, str, str]) -> str:
    when, status, owner = drawn
    pairs = {name: f"事{number}号", date: when, "状态": status, "责任人": owner}
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items() if value) + "}"


@st.composite
def plans(draw: st.DrawFn) -> str:
    """A plan with tasks, stages, targets and months, every thing with a name of its own."""
    drawn = draw(st.lists(st.tuples(WHEN, STATUS, OWNER), min_size=3, max_size=12))
    kinds = [draw(st.sampled_from(["任务", "阶段", "活动"])) for _one in drawn]
    places = {"任务": ("标题", "期限"), "阶段": ("名称", "时间"), "活动": ("名称", "日期")}
    found: dict[str, list[str]] = {"任务": [], "阶段": [], "活动": []}
    for number, (kind, one) in enumerate(zip(kinds, drawn, strict=True)):
        found[kind].append(entry(*places[kind], number, one))
    reached = draw(st.sampled_from(["", ", 完成值: 98%", ", 完成值: 90%"]))
    text = (
        f"标题: 甲\n期间: {draw(PERIODS)}\n工作目标:\n  - {{指标: 入会率, 要求: ≥95%{reached}}}\n"
    )
    for heading, kind in (("重点任务", "任务"), ("实施步骤", "阶段")):
        if found[kind]:
            text += f"{heading}:\n" + "".join(f"  - {one}\n" for one in found[kind])
    if found["活动"]:
        text += f"月度安排:\n  - 月份: {draw(MONTHS)}\n    活动:\n"
        text += "".join(f"      - {one}\n" for one in found["活动"])
    return text


def read(text: str) -> tuple[Source, tuple[Matter, ...]]:
    source = load("plan.yaml", text.encode())
    return source, matters(validate(source, load_catalogue()))


@given(text=plans(), day=DAYS)
@ANY
def test_everything_is_in_one_state_and_in_one_group(text: str, day: dt.date) -> None:
    source, all_ = read(text)
    standing = standings(all_, day)
    assert [one.matter for one in standing] == list(all_)
    assert sum(report.counts(standing).values()) == len(all_)
    for by in report.GROUPS:
        groups = report.grouped(standing, by, everything=True)
        shown = [id(one) for group in groups.values() for one in group]
        assert sorted(shown) == sorted(map(id, standing))
    owners = report.owners(standing)
    assert sum(number for number, _open, _late in owners.values()) == len(all_)
    late = sum(one.state is State.LATE for one in standing)
    assert sum(number for _all, _open, number in owners.values()) == late
    told = json.loads(report.dumped([report.as_json("plan.yaml", standing, source, day)]))[0]
    lines = text.splitlines()
    assert len(told["items"]) == len(all_)
    for item in told["items"]:
        assert item["title"] in lines[item["line"] - 1]


@given(text=plans(), first=DAYS, later=st.integers(1, 300))
@ANY
def test_as_days_go_by_what_nobody_reports_gets_due_and_then_late(
    text: str, first: dt.date, later: int
) -> None:
    order = [State.LATER, State.DUE, State.LATE]
    _source, all_ = read(text)
    second = first + dt.timedelta(later)
    pairs = zip(standings(all_, first), standings(all_, second), strict=True)
    for before, after in pairs:
        if before.matter.status is None and before.state in order:
            assert order.index(after.state) >= order.index(before.state)
        elif before.state not in order and before.state is not State.IN_PROGRESS:
            assert after.state is before.state


@given(text=plans(), day=DAYS)
@ANY
def test_nothing_is_late_before_its_last_day_is_over(text: str, day: dt.date) -> None:
    for one in standings(read(text)[1], day):
        if one.state is State.LATE:
            assert one.matter.span is not None
            assert one.matter.span.last < day
        if one.matter.status == "done":
            assert one.state is State.DONE
        if one.state is State.DONE and one.matter.nature is Nature.TARGET:
            assert "完成值: 98%" in text
