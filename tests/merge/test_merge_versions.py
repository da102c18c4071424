"""Several plans of one union: amended ones replace the old, others count side by side."""

from __future__ import annotations

import datetime as dt
import io
import re

import vobject
from msgspec.structs import replace
from openpyxl import load_workbook

from planforge.catalogue import load_catalogue
from planforge.document.tree import Heading, Table
from planforge.merge import Sent, collection, sent
from planforge.merge.document import document
from planforge.merge.workbook import workbook
from planforge.model.validate import validate
from planforge.source.load import load
from planforge.writers.ics import events, joined

PLAN = """\
标题: {union}{period}工作计划
单位: {union}
期间: {period}
月度安排:
  3月: [{{名称: 读书会, 日期: 3月8日}}, {{名称: {title}, 日期: 3月9日}}]
{rest}"""


def one(  # noqa: PLR0913  one argument per thing that tells plans apart
    path: str,
    union: str = "甲工会",
    period: str = "2027",
    *,
    title: str = "座谈",
    signed: str = "",
    day: int = 1,
) -> Sent:
    rest = f"落款: {{日期: {signed}}}\n" if signed else ""
    text = PLAN.format(union=union, period=period, title=title, rest=rest)
    source = load(path, text.encode())
    changed = dt.datetime(2027, 1, day, tzinfo=dt.UTC)
    return sent(path, validate(source, load_catalogue()), source, changed)


def test_of_two_versions_the_one_that_was_changed_last_counts() -> None:
    made = collection([one("新.yaml", day=3), one("旧.yaml", day=2), one("乙.yaml", "乙工会")])
    assert [plan.path for plan in made.plans] == ["乙.yaml", "新.yaml"]
    (union,) = made.several
    assert [(old.path, new.path) for old, new in union.replaced] == [("旧.yaml", "新.yaml")]


def test_the_day_that_is_signed_says_more_than_that_of_the_file() -> None:
    signed = one("修订.yaml", signed="2027-02-01", day=1)
    older = one("初稿.yaml", signed="2027-01-05", day=9)
    assert [plan.path for plan in collection([older, signed]).plans] == ["修订.yaml"]


def test_committees_and_blanks_make_no_other_union() -> None:
    made = collection([one("a.yaml", "甲工会委员会"), one("b.yaml", "甲 工会", "2027上半年")])
    assert [len(union.counted) for union in made.several] == [2]
    assert made.clashes() == []


def test_plans_for_a_year_and_for_a_term_count_both_and_what_both_say_is_one_line() -> None:
    made = collection([one("年.yaml"), one("上半年.yaml", period="2027上半年", title="培训")])
    assert [(line.entry.title, line.source) for line in made.lines()] == [
        ("读书会", "上半年.yaml:5、年.yaml:5"),
        ("培训", "上半年.yaml:5"),
        ("座谈", "年.yaml:5"),
    ]


def test_the_same_words_twice_in_one_plan_stay_two_lines() -> None:
    made = collection([one("年.yaml", title="读书会"), one("半年.yaml", period="2027上半年")])
    same = one("年.yaml").entries[0]
    twice = replace(made.plans[1], entries=(same, same))
    lines = collection([made.plans[0], twice]).lines()
    assert [line.entry.title for line in lines] == ["读书会", "读书会", "座谈"]


def test_the_document_and_the_workbook_say_which_plans_count() -> None:
    plans = [one("新.yaml", day=3), one("旧.yaml", day=2), one("上.yaml", period="2027上半年")]
    made = collection(plans)
    rows = [
        ("甲工会", "甲工会2027上半年工作计划", "2027上半年", "上.yaml", "计入"),
        ("甲工会", "甲工会2027工作计划", "2027", "新.yaml", "计入"),
        ("甲工会", "甲工会2027工作计划", "2027", "旧.yaml", "已有更新的一份"),
    ]
    blocks = document(made, "").blocks
    place = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text == "多份报送")
    below = blocks[place + 1]
    assert isinstance(below, Table)
    assert list(below.rows) == rows
    sheet = load_workbook(io.BytesIO(workbook(made, "")))["多份报送"]
    assert list(sheet.iter_rows(min_row=2, values_only=True)) == rows


def test_unions_with_one_plan_each_are_not_listed() -> None:
    made = collection([one("a.yaml"), one("b.yaml", "乙工会")])
    assert made.several == ()
    assert "多份报送" not in load_workbook(io.BytesIO(workbook(made, ""))).sheetnames


def test_two_plans_with_the_same_words_have_events_of_their_own() -> None:
    text = PLAN.format(union="甲工会", period="2027", title="座谈", rest="")
    moment = dt.datetime(2027, 1, 8, tzinfo=dt.UTC)
    texts = [text, text.replace("工作计划", "女职工工作计划")]
    parts = [
        events(validate(load("a.yaml", each.encode()), load_catalogue()), moment) for each in texts
    ]
    calendar = vobject.readOne(joined(parts, "全县", "Asia/Shanghai").decode())
    uids = [event.uid.value for event in calendar.vevent_list]
    assert len(uids) == len(set(uids)) == 4
    assert all(re.fullmatch(r"[0-9a-f-]{36}@planforge", uid) for uid in uids)
    alone = vobject.readOne(joined(parts[:1], "甲", "Asia/Shanghai").decode())
    assert [event.uid.value for event in alone.vevent_list] == uids[:2]
