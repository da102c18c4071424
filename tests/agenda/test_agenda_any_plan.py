"""Progress in generated plans, written by hand in every style: only the marked thing changes."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from planforge import roll
from planforge.agenda import Matter, choosing, matters, returned
from planforge.agenda.marking import marked
from planforge.catalogue import load_catalogue
from planforge.model.validate import validate
from planforge.source import quote
from planforge.source.load import Source, load
from planforge.writers.xlsx import to_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.model.plan import Plan

ANY: Final = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Words that an editor may type: YAML's own signs, figures, full and half width, two lines.
TYPED: Final = st.text("签到表照片、，：: #'\"{}[]=+-@%&*|>!?a1\n", min_size=1, max_size=16).filter(
    lambda text: text.strip() == text and "\n\n" not in text
)
TITLES: Final = st.sampled_from(
    [
        *("慰问", "走访：职工", "读书会 #1", "it's", "办班, 培训", "a: b", "- 横线", "建家" * 60),
        *("=1+1", "2027", "是", "[方]", '"引"', "“引”", "第三届读书节", "2027年总结"),
    ]
)
DATES: Final = st.sampled_from(
    ["3月", "3月底前", "6月30日前", "2027-05-20", "8月中下旬", "春节前", "国庆前后", "重阳节"]
)
Draw = st.DrawFn


@st.composite
def items(draw: Draw, name: str, date: str) -> str:
    """The lines of one item of a list, with its dash in the first column."""
    title, style = draw(TITLES), draw(st.integers(0, 7))
    bare = quote.plain(title) or quote.single(title) or quote.double(title)
    fields = draw(
        st.lists(
            st.sampled_from(["责任人: 办公室", f"{date}: {draw(DATES)}", "状态: 延期  # 等"]),
            unique_by=lambda pair: pair.partition(":")[0],
        )
    )
    comment = draw(st.sampled_from(["", "  # 说明"]))
    below = draw(st.sampled_from(["", "  # 后面的说明\n", "\n", "# 顶格\n"]))
    inside = [f"{name}: {quote.double(title)}", *(one.partition("  #")[0] for one in fields)]
    anchor = f"&k{draw(st.integers(0, 10**9))}"
    lines, further = ("".join(f"{by}{one}\n" for one in fields) for by in ("  ", "    "))
    return (
        f"- {bare}{comment}\n",
        f"- {quote.double(title)}{comment}\n",
        f"- |\n  {title}\n  第二行\n",
        f"- >-{comment}\n  {title}\n  第二行\n",
        f"- {{{', '.join(inside)}}}{comment}\n",
        f"- {anchor} {quote.double(title)}{comment}\n",
        f"-   {name}: {bare}{comment}\n{further}",
        f"-\n  {name}: {bare}{comment}\n{lines}",
    )[style] + below


def deeper(text: str, by: str) -> str:
    return "".join(f"{by}{line}" for line in text.splitlines(keepends=True))


@st.composite
def plans(draw: Draw) -> str:
    """A plan file with tasks, months and comments, some of them the same words twice."""
    tasks = "".join(draw(st.lists(items("标题", "期限"), min_size=1, max_size=5)))
    held = "".join(draw(st.lists(items("名称", "日期"), min_size=1, max_size=3)))
    period = draw(st.sampled_from(["2027", "2027上半年", "2026-2027学年", None]))
    head = "# 头一行\n标题: 甲2027年计划  # 题\n" + (f"期间: {period}\n" if period else "")
    by = draw(st.sampled_from(["", "  ", "    "]))
    steps = "".join(draw(st.lists(items("名称", "时间"), max_size=2)))
    text = head + "重点任务:\n" + deeper(tasks, by)
    text += f"实施步骤:\n{deeper(steps, by)}" if steps else ""
    text += "月度安排:\n"
    if draw(st.booleans()):
        text += "  3月: 慰问、座谈  # 一行\n  9月: [节, '会, 议']\n"
        text += "  # 各项\n  11月:\n" + deeper(held, f"  {by}")
    else:
        text += f"{by}- 月份: 3月\n{by}  活动:\n" + deeper(held, f"{by}  {by}")
    text = draw(st.sampled_from([text, text.rstrip("\n")]))
    return draw(st.sampled_from([text, text.replace("\n", "\r\n")]))


def read(text: str) -> tuple[Source, Plan]:
    source = load("plan.yaml", text.encode())
    return source, validate(source, load_catalogue())


def markable(plan: Plan) -> list[int]:
    return [number for number, one in enumerate(matters(plan)) if one.is_work]


def only_there(before: str, after: str, line: int, following: int) -> None:
    """Every line before one matter and from the next one on is as it was, and no comment went.

    Compared place by place, since a difference is found in either of two neighbours alike.
    """
    old, new = before.splitlines(), after.splitlines()
    assert new[: line - 1] == old[: line - 1]
    tail = old[following - 1 :]
    assert new[len(new) - len(tail) :] == tail
    for sign in ("# 头一行", "# 题", "# 说明", "# 后面的说明", "# 顶格", "# 一行", "# 各项"):
        assert after.count(sign) == before.count(sign)
    assert set(_breaks(after)) <= set(_breaks(before)) or "\n" not in before


def _breaks(text: str) -> list[str]:
    return ["\r\n"] * text.count("\r\n") + ["\n"] * (text.count("\n") - text.count("\r\n"))


def lines_of(source: Source, plan: Plan, number: int) -> tuple[int, int]:
    """The first line of a matter, and the first of the next one or one after the last."""
    from planforge.agenda.choosing import line

    all_ = matters(plan)
    starts = sorted({line(one, source) for one in all_})
    first = line(all_[number], source)
    later = [start for start in starts if start > first]
    return max(first - 1, 1), later[0] if later else len(source.text.text.splitlines()) + 1


def same_but(before: tuple[Matter, ...], after: tuple[Matter, ...], number: int) -> None:
    assert len(after) == len(before)
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if place != number:
            assert new == old


@given(text=plans(), words=TYPED, data=st.data())
@ANY
def test_marking_changes_the_lines_of_one_thing(text: str, words: str, data: st.DataObject) -> None:
    source, plan = read(text)
    number = data.draw(st.sampled_from(markable(plan)))
    before = matters(plan)
    changes = {"status": "已完成", "finished": "2027-03-08", "evidence": words}
    new = marked(source, before[number].loc, changes)
    after = matters(validate(new, load_catalogue()))
    same_but(before, after, number)
    one = after[number]
    assert (one.status, one.evidence, one.name) == ("done", words, before[number].name)
    only_there(text, new.text.text, *lines_of(source, plan, number))
    assert marked(new, one.loc, changes).text.text == new.text.text


@given(text=plans(), until=st.dates(dt.date(2026, 9, 1), dt.date(2027, 12, 31)))
@ANY
def test_what_was_to_be_over_is_marked_and_nothing_else(text: str, until: dt.date) -> None:
    source, plan = read(text)
    before = matters(plan)
    meant = {one.loc for one in choosing.passed(before, until, source)}
    new = source
    for one in before:
        if one.loc in meant:
            assert one.span is not None
            assert one.span.last <= until
            new = marked(new, one.loc, {"status": "已完成"})
    after = matters(validate(new, load_catalogue()))
    assert [one.status == "done" for one in after] == [one.loc in meant for one in before]
    assert [one.name for one in after] == [one.name for one in before]
    assert choosing.passed(after, until, new) == ()
    for sign in ("# 头一行", "# 题", "# 说明", "# 后面的说明", "# 顶格", "# 一行", "# 各项"):
        assert new.text.text.count(sign) == text.count(sign)


@given(text=plans(), words=TYPED, data=st.data())
@ANY
def test_a_filled_in_workbook_changes_the_lines_of_one_thing(
    text: str, words: str, data: st.DataObject
) -> None:
    source, plan = read(text)
    exported = to_xlsx(plan)
    assert returned.read("t.xlsx", exported, plan) == ((), 0)
    number = data.draw(st.sampled_from(markable(plan)))
    book = load_workbook(io.BytesIO(exported))
    _fill(book, _identifier(plan, number), words)
    target = io.BytesIO()
    book.save(target)
    changes, strange = returned.read("t.xlsx", target.getvalue(), plan)
    assert strange == 0
    new = returned.taken_in(source, changes)
    after = matters(validate(new, load_catalogue()))
    same_but(matters(plan), after, number)
    assert (after[number].status, after[number].remarks) == ("done", words)
    only_there(text, new.text.text, *lines_of(source, plan, number))


def _identifier(plan: Plan, number: int) -> str:
    from planforge.agenda import identified

    return list(identified(plan, matters(plan)))[number][0]


def _fill(book: object, identifier: str, words: str) -> None:
    from openpyxl import Workbook

    assert isinstance(book, Workbook)
    for sheet in book.worksheets:
        heads = [cell.value for cell in sheet[2]]
        for row in sheet.iter_rows(min_row=3):
            if row[0].value == identifier:
                row[heads.index("状态")].value = "已完成"
                cell = row[heads.index("备注")]
                cell.value = words
                cell.data_type = "s"


def _without_notes(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.lstrip().startswith("# 请核对")]


YEARS: Final[dict[str, str]] = {
    "2027": "2028",
    "2027上半年": "2028上半年",
    "2026-2027学年": "2027-2028学年",
}


@given(text=plans().filter(lambda text: "期间: " in text))
@ANY
def test_rolled_forth_and_back_a_plan_is_the_same(text: str) -> None:
    plan = read(text)[1]
    assert plan.period is not None
    there = roll.read("plan.yaml", text.encode(), YEARS[plan.period.text])
    new = roll.roll(there, keep_progress=True).source.text.text
    assert _without_notes(new) != _without_notes(text)
    back = roll.read("plan.yaml", new.encode(), plan.period.text)
    again = roll.roll(back, keep_progress=True).source.text.text
    assert _without_notes(again) == _without_notes(text)


@given(text=plans().filter(lambda text: "期间: " in text))
@ANY
def test_every_change_of_a_rolled_plan_is_listed_and_can_be_refused(text: str) -> None:
    plan = read(text)[1]
    assert plan.period is not None
    rolling = roll.read("plan.yaml", text.encode(), YEARS[plan.period.text])
    listed = roll.turns(rolling, keep_progress=True)
    nothing = roll.roll(rolling, refused=range(len(listed)), keep_progress=True)
    assert _without_notes(nothing.source.text.text) == _without_notes(text)
    told: Callable[[roll.Turn], bool] = lambda turn: turn.new is not None  # noqa: E731
    assert [(t.old, t.new) for t in filter(told, nothing.turns)] == [
        (t.old, t.new) for t in filter(told, listed)
    ]
