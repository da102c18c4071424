"""A plan of one year becomes that of another."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge import roll
from planforge.catalogue import load_catalogue
from planforge.errors import UserError
from planforge.facts import festivals
from planforge.model.validate import validate
from planforge.model.years import year
from planforge.roll.numerals import like
from planforge.roll.years import YEARS
from planforge.source import quote
from planforge.source.load import load

if TYPE_CHECKING:
    import re

PLANS: Final = sorted(
    path
    for folder in ("examples", "tests/lint/clean")
    for path in (Path(__file__).parents[2] / folder).glob("*.yaml")
)


def rolled(text: str, to: str, *, carry: bool = False, keep_progress: bool = False) -> str:
    rolling = roll.read("plan.yaml", text.encode(), to)
    return roll.roll(rolling, carry=carry, keep_progress=keep_progress).source.text.text


def body(line: str, period: str = "2027") -> str:
    return f"标题: 甲\n期间: {period}\n{line}\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("前言: 2027年，做三件事。", "前言: 2028年，做三件事。"),
        ("前言: 二〇二七年，做三件事。", "前言: 二〇二八年，做三件事。"),
        ("落款: {日期: 2027-01-08}", "落款: {日期: 2028-01-08}"),
        ("前言: 建会于1998年。", "前言: 建会于1998年。"),
        ("前言: 到2030年全部建成。", "前言: 到2030年全部建成。"),
        ("前言: 投入2027元。", "前言: 投入2027元。"),
        ("前言: 第43个教师节。", "前言: 第44个教师节。"),
        ("前言: 办第三届读书节。", "前言: 办第四届读书节。"),
        ("前言: 办第九届“青禾杯”球赛。", "前言: 办第十届“青禾杯”球赛。"),
        ("前言: 庆祝建党106周年。", "前言: 庆祝建党107周年。"),
        ("前言: 3月8日（星期一）上午。", "前言: 3月8日（星期三）上午。"),
        (
            "月度安排:\n  9月: [{名称: 中秋晚会, 日期: 2027-09-15}]",
            "# 月度安排:\n  9月: [{名称: 中秋晚会, 日期: 2028-10-03}]",
        ),
        ("前言: 重阳节（10月8日）敬老。", "前言: 重阳节（10月26日）敬老。"),
        ("前言: 春节前（2月4日）慰问。", "前言: 春节前（1月24日）慰问。"),
        ("前言: “中秋节”前夕（9月10日）座谈。", "前言: “中秋节”前夕（9月28日）座谈。"),
        (
            "重点任务: [{标题: 春节之后回访, 期限: 2027年2月12日（星期五）}]",
            "重点任务: [{标题: 春节之后回访, 期限: 2028年2月1日（星期二）}]",
        ),
        ("前言: 春节前走访，3月1日（星期一）总结。", "前言: 春节前走访，3月1日（星期三）总结。"),
        ("前言: 春节联欢，2月4日彩排。", "前言: 春节联欢，2月4日彩排。"),
    ],
)
def test_what_goes_with_the_year_is_changed_and_nothing_else(line: str, expected: str) -> None:
    new = rolled(body(line), "2028").splitlines()
    kept = [one for one in new if not one.lstrip().startswith("#")]
    wanted = body(expected.removeprefix("# "), "2028").splitlines()
    assert kept == wanted


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("前言: 按《2027年要点》办。", "# 请核对：书名号里的文件是否有新一年的，请核对"),
        ("前言: 2026年入会九十人。", "# 请核对：这是再上一年的情况，请更新"),
        ("前言: 开好第七届三次全委会。", "# 请核对：“第七届”是否还对，请核对"),
        ("前言: 值班人员2月29日前报名。", None),
        ("落款: {审议: 2027年1月5日通过}", "# 请核对：新计划的审议情况请重填"),
        (
            "前言: 国庆放假期间值班。",
            "# 请核对：2028年的放假安排以国务院办公厅通知为准，公布后请核对",
        ),
        ("前言: 校庆八十周年。", "# 请核对：“八十周年”是否还对，请核对"),
    ],
)
def test_what_nobody_can_decide_becomes_a_comment_above_the_line(
    line: str, note: str | None
) -> None:
    new = rolled(body(line), "2028").splitlines()
    comments = [one for one in new if one.startswith("# 请核对")]
    assert comments == ([note] if note else [])
    if note:
        assert new[new.index(note) + 1] == line


def test_a_five_year_plan_that_has_ended_and_its_last_year_are_asked_about() -> None:
    line = "前言: 今年是“十五五”规划的收官之年。"
    new = rolled(body(line, "2030"), "2031")
    assert (
        f"# 请核对：新的期间已不在“十五五”之内，请核对；“收官之年”是否还对，请核对\n{line}\n" in new
    )
    assert "十五五" not in rolled(body("前言: 落实“十五五”规划。"), "2028").partition("前言")[0]


def test_days_off_of_a_school_year_lie_in_either_of_its_years() -> None:
    new = rolled(body("前言: 五一放假期间值班。", "2026-2027学年"), "2027-2028学年")
    assert "# 请核对：2027、2028年的放假安排以国务院办公厅通知为准，公布后请核对\n" in new


@given(days=st.integers(1, 15), before=st.booleans(), years=st.integers(1, 10))
@settings(deadline=None)
def test_what_goes_with_a_festival_keeps_its_distance_forth_and_back(
    days: int, before: bool, years: int
) -> None:
    held = festivals.date("春节", 2027)
    assert held is not None
    day = held + dt.timedelta(-days if before else days)
    line = f"前言: 春节{'前' if before else '后'}（{day.month}月{day.day}日）慰问。"
    new = rolled(body(line), str(2027 + years))
    there = festivals.date("春节", 2027 + years)
    assert there is not None
    moved = there + dt.timedelta(-days if before else days)
    assert f"（{moved.month}月{moved.day}日）" in new
    assert rolled(new, "2027") == body(line)


def test_a_leap_day_that_the_new_year_has_not_is_asked_about() -> None:
    new = rolled(body("前言: 2028年2月29日集中。", "2028"), "2029")
    assert "# 请核对：新的一年没有这一天，请改日期" in new


def test_a_school_year_moves_both_its_years() -> None:
    text = "标题: 甲中学工会2026—2027学年第二学期计划\n期间: 2026-2027学年第二学期\n"
    assert rolled(text, "2027-2028学年第二学期") == text.replace("2027", "2028").replace(
        "2026", "2027"
    )


def test_a_year_of_the_republic_stays_one() -> None:
    text = "標題: 甲企業工會116年度工作計畫\n期間: 116年度\n地區: tw\n落款: {日期: 116年1月8日}\n"
    assert rolled(text, "117年度") == text.replace("116", "117")


def test_the_other_term_changes_the_term_and_asks_about_days() -> None:
    text = (
        "标题: 甲中学工会2026—2027学年第一学期计划\n期间: 2026-2027学年第一学期\n"
        "月度安排:\n  9月: [{名称: 迎新, 日期: 2026-09-10}]\n"
    )
    new = rolled(text, "2026-2027学年第二学期")
    assert "标题: 甲中学工会2026—2027学年第二学期计划\n" in new
    assert "期间: 2026-2027学年第二学期\n" in new
    *_head, comment, line = new.splitlines()
    assert comment.startswith("  # 请核对：学期改变，日期请重定；")
    assert line == "  9月: [{名称: 迎新, 日期: 2026-09-10}]"


PROGRESS: Final = """\
标题: 甲
期间: 2027
工作目标:
  - {指标: 入会率, 要求: ≥98%, 基数: 95%, 完成值: 98.6%}
重点任务:
  - 标题: 建家
    状态: 已完成  # 验收过
    完成时间: 2027-05-20
    # 留着
    佐证: 照片
  - {标题: 培训, 状态: 延期, 备注: 等场地}
"""


def test_progress_is_taken_out_and_what_was_reached_is_the_new_base() -> None:
    assert rolled(PROGRESS, "2028") == (
        "标题: 甲\n期间: 2028\n工作目标:\n  - {指标: 入会率, 要求: ≥98%, 基数: 98.6%}\n"
        "重点任务:\n  - 标题: 建家\n    # 留着\n  - {标题: 培训, 备注: 等场地}\n"
    )


def test_evidence_that_is_only_planned_stays() -> None:
    line = "重点任务: [{标题: 建家, 佐证: 会议记录}]"
    assert rolled(body(line), "2028") == body(line, "2028")


def test_years_in_progress_that_goes_are_neither_changed_nor_asked_about() -> None:
    text = body("重点任务: [{标题: 建家, 状态: 已完成, 完成时间: 2027-05-20, 佐证: 2026年表}]")
    rolling = roll.read("plan.yaml", text.encode(), "2028")
    assert [turn.old for turn in roll.turns(rolling)] == ["2027"]
    assert roll.roll(rolling).source.text.text == body("重点任务: [{标题: 建家}]", "2028")
    assert len(roll.turns(rolling, keep_progress=True)) == 3


def test_what_loses_its_progress_is_listed_with_its_line() -> None:
    rolling = roll.read("plan.yaml", PROGRESS.encode(), "2028")
    assert roll.roll(rolling).cleared == ((4, "入会率"), (6, "建家"), (11, "培训"))
    assert roll.roll(rolling, keep_progress=True).cleared == ()


def test_what_was_not_done_is_carried_over_on_request() -> None:
    assert "  - {标题: 培训, 备注: 等场地；上年未完成，结转}\n" in rolled(
        PROGRESS, "2028", carry=True
    )


def test_progress_stays_on_request() -> None:
    assert rolled(PROGRESS, "2028", keep_progress=True).count("状态") == 2


def test_a_refused_change_is_not_made() -> None:
    rolling = roll.read("plan.yaml", body("前言: 2027年，2027年。").encode(), "2028")
    found = roll.turns(rolling)
    assert [turn.old for turn in found] == ["2027", "2027", "2027"]
    assert roll.roll(rolling, refused={1}).source.text.text == body(
        "前言: 2027年，2028年。", "2028"
    )


def test_a_period_of_another_kind_is_refused() -> None:
    with pytest.raises(UserError, match="another kind of period"):
        roll.read("plan.yaml", body("").encode(), "2027-2028学年")


def without_comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.lstrip().startswith("# 请核对")]


def test_there_are_plans_to_roll() -> None:
    assert len(PLANS) >= 25


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_forth_and_back_is_the_same_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    there = roll.read(str(path), text.encode(), _next(text, str(path), 1))
    new = roll.roll(there, keep_progress=True).source.text.text
    back = roll.read(str(path), new.encode(), _next(new, str(path), -1))
    again = roll.roll(back, keep_progress=True).source.text.text
    assert without_comments(again) == without_comments(text)


def _next(text: str, path: str, step: int) -> str:
    """The same period one year later or earlier, in the words of the file."""
    period = validate(load(path, text.encode()), load_catalogue()).period
    assert period is not None

    def shifted(match: re.Match[str]) -> str:
        return like(match[0], year(match[0].replace("國", "国")) + step)

    return YEARS.sub(shifted, period.text)


@given(st.text("2027年第一二届次个周天节月日8（星期一）《》2026-—学年度建党,，\n 116", max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_words_are_rolled_without_an_error(words: str) -> None:
    text = f"标题: 甲\n期间: 2027\n前言: {quote.double(words)}\n"
    new = rolled(text, "2028")
    assert new.startswith("标题: 甲\n期间: 2028\n")
