"""Whatever a reader finds, a valid plan comes of it, and no character is lost."""

from __future__ import annotations

import gc
import tracemalloc
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple

from planforge.catalogue import load_catalogue
from planforge.document.compose import compose
from planforge.document.plain import texts
from planforge.errors import PlanforgeError
from planforge.model.validate import validate
from planforge.readers import read
from planforge.readers.line import Cell, Line
from planforge.recognise import Imported, Role, plan_from_lines, plan_from_text, plans_from_lines
from planforge.regions import load_region
from planforge.source.load import load

MARKS = "一、 二、 （一） （二） 1、 2. （1） ① ② a) 第一、 一是 —— • 壹、 1.1 - 七、"
WORDS = (
    "指导思想 工作目标： 主要工作 实施步骤 组织领导 经费预算 保障措施 月度安排 三月份： 四月份 "
    "5月：慰问 动员阶段（3月） 组长：工会主席 成员：张村、李村 主要职责： 会员入会率达到98% "
    "慰问（责任人：组织部；期限：6月） 各工会小组： 附件：1.名单 附件1 2027年1月8日 云岭区总工会 "
    "云岭区总工会2027年工作计划 下一篇 小编整理 项目 金额 500元 合计 月份 活动 序号 目标 要求 1 2 "
    "戰(zhàn) 基矗 ;顒 。ㄒ唬 \ue46a 20xx年 总之，很好。 1、报名；2、抽签；3、比赛 "
    "青工发〔2027〕3号 关于印发2027年工作计划的通知 抄送：县委。 "
    "（2027年1月5日经委员会通过） 指导思想：以职工为中心，服务大局，开创局面。"
)
free = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
words = st.lists(st.sampled_from(WORDS.split()) | free, min_size=1, max_size=3).map("".join)
lines = st.builds(
    Line,
    number=st.integers(0, 5),
    text=st.builds("{}{}".format, st.sampled_from([*MARKS.split(), "", "", "　　"]), words),
    label=st.sampled_from(["", "", "", "一、", "（二）", "1.", "•", "?"]),
    level=st.sampled_from([0, 0, 0, 1, 2, 7]),
    bold=st.booleans(),
    cell=st.none() | st.builds(Cell, st.integers(0, 1), st.integers(0, 3), st.integers(0, 3)),
    part=st.sampled_from(["", "", "", "", "header", "footer", "footnote", "textbox"]),
    style=st.sampled_from(["", "", "", "title"]),
    continues=st.booleans(),
)


def is_valid(imported: Imported) -> bool:
    plan = validate(load("旧计划.yaml", imported.yaml.encode()), load_catalogue())
    return bool([*texts(compose(plan, load_region(plan.region)))])


def characters(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalnum())


@settings(deadline=None, max_examples=150)
@given(found=st.lists(lines, max_size=16), repair=st.booleans())
def test_any_lines_make_a_valid_plan(found: list[Line], *, repair: bool) -> None:
    imported = plan_from_lines("旧计划.docx", found, repair=repair)
    assert is_valid(imported)
    assert all(map(str, imported.notes))
    for start, end, _number, column, place in map(astuple, imported.origins):
        assert imported.yaml[start:end] == found[place].text[column : column + end - start]


@settings(deadline=None, max_examples=100)
@given(found=st.lists(lines, max_size=16))
@example(found=[Line(1, "一、学习"), Line(2, "\x1b")])
@example(found=[Line(1, "\x1b"), Line(2, "一、学习")])
def test_no_character_of_any_line_is_lost(found: list[Line]) -> None:
    imported = plan_from_lines("旧计划.docx", found)
    wanted: Counter[str] = Counter()
    for fate in imported.lines:
        if fate.role is not Role.DROPPED:
            text = found[fate.index].text
            gone = {at for start, end in fate.removed for at in range(start, end)}
            wanted += characters("".join(c for at, c in enumerate(text) if at not in gone))
    plan = load("旧计划.yaml", imported.yaml.encode())
    assert [*(wanted - characters(repr(plan.data())))] == []
    filled = [place for place, line in enumerate(found) if line.text.strip()]
    assert [fate.index for fate in imported.lines] == filled


@settings(deadline=None, max_examples=100)
@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("gb18030", "replace"))
)
def test_any_bytes_make_a_plan_or_are_refused_in_one_sentence(data: bytes) -> None:
    found: tuple[Line, ...] = ()
    with suppress(PlanforgeError):
        found = read("旧计划.txt", data)
    assert all(map(is_valid, plans_from_lines("旧计划.txt", found)))


def test_a_thousand_imports_leave_nothing_behind() -> None:
    text = "\n".join(f"{mark}{word}" for mark in MARKS.split() for word in WORDS.split()).encode()
    short = "\n".join(f"一、第{n}件实事（责任人：第{n}组）" for n in range(30)).encode()
    plan_from_text("旧计划.txt", text)
    for _round in range(20):
        plan_from_text("旧计划.txt", short, repair=True)
    gc.collect()
    tracemalloc.start()
    for _round in range(5):
        plan_from_text("旧计划.txt", short, repair=True)
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    for _round in range(100):
        plan_from_text("旧计划.txt", short, repair=True)
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert after - before < 50_000


@pytest.mark.parametrize("count", [1, 40])
def test_deep_and_long_lists_are_no_trouble(count: int) -> None:
    found = [Line(n, f"{mark}慰问职工。") for n, mark in enumerate(MARKS.split() * count, 1)]
    assert is_valid(plan_from_lines("旧计划.txt", found))
