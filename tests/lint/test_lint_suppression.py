"""Comments that turn rules off: what they cover, and what may not be turned off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from case_files import place
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.lint.choice import Choice
from planforge.lint.directives import in_yaml
from planforge.lint.engine import look
from planforge.source import quote
from planforge.source.edit import splice
from planforge.source.emit import emit
from planforge.source.load import load

if TYPE_CHECKING:
    from planforge.lint import Found

PLAN = "标题: 青禾县工会20xx年工作计划\n"


def lint(text: str) -> tuple[Found, ...]:
    choice = Choice(select=("PF0", "PF401"))
    return look("plan.yaml", text.encode(), choice=choice).found


def is_unused(one: Found) -> bool:
    return one.problem.code == "PF006"


def codes(text: str) -> list[str]:
    return [one.problem.code for one in lint(text)]


@pytest.mark.parametrize(
    "comment",
    [
        "# planforge: disable=PF401",
        "#  planforge : disable = PF401 -- 年份待定",
        "# planforge：disable＝PF401，PF006 —— 年份待定",
        "# planforge: disable=pf401",
        "# planforge: disable=PF4,PF006",
        "# planforge: disable=占位年份",
        "# planforge: disable=placeholder-year",
        "# 年份待定 # planforge: disable=PF401",
    ],
)
def test_a_comment_turns_a_rule_off_for_its_line(comment: str) -> None:
    assert codes(PLAN) == ["PF401"]
    assert codes(PLAN.replace("\n", f" {comment}\n")) == []
    assert codes(f"{PLAN}前言: x {comment}\n").count("PF401") == 1


@pytest.mark.parametrize(
    "text",
    [
        '标题: "20xx年 # planforge: disable=PF401"\n',
        "标题: '20xx年 # planforge: disable=PF401'\n",
        "标题: 20xx年#planforge:disable=PF401\n",
        "标题: |\n  20xx年 # planforge: disable=PF401\n",
        "标题: >-\n  20xx年\n  # planforge: disable=PF401\n",
    ],
)
def test_what_looks_like_a_comment_within_a_text_is_none(text: str) -> None:
    assert codes(text) == ["PF401"]


@pytest.mark.parametrize(
    "text",
    [
        "前言: |  # planforge: disable=PF401\n  一\n\n  20xx年\n\n",
        "前言: >-\t# planforge: disable=PF401\n  一\n  20xx年",
        "# planforge: disable-next-line=PF401\n前言: |\n  一\n  20xx年\n",
        "# planforge: disable-next-line=PF401\n\n# 注\n前言: 一\n  20xx年\n",
        "前言: '一\n\n  20xx年'  # planforge: disable=PF401\n",
        '# planforge: disable-next-line=PF401\n前言: "一\\\n  20xx年"\n',
        "前言:\r\n  - |2- # planforge: disable=PF401\r\n    一\r\n    20xx年\r\n",
    ],
)
def test_a_text_in_several_lines_is_covered_whole(text: str) -> None:
    text = f"标题: 一\n{text}"
    assert codes(text) == []
    assert "PF401" in codes(text.replace("PF401", "PF006"))


def test_a_block_below_the_covered_one_is_not_covered() -> None:
    text = "标题: 一\n前言: | # planforge: disable=PF401\n  20xx年\n结语: |\n  20xx年\n"
    assert [place(one) for one in lint(text)] == ["5:3-5:8"]


@pytest.mark.parametrize("head", ["", "# 说明\n\n", "---\n", "\ufeff"])
def test_the_first_comment_covers_the_whole_file(head: str) -> None:
    assert codes(f"{head}# planforge: disable-file=PF401\n{PLAN}") == []
    assert codes(f"{PLAN}# planforge: disable-file=PF401\n") == ["PF401", "PF006"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# planforge: disable-file=PF003\n标题: 一\n标提: 二\n", "PF003"),
        ("# planforge: disable-file=ALL\n标题: 一\n期间: 明年\n", "PF004"),
        ("# planforge: disable-file=PF0\n标题: 一\n标题: 二\n", "PF002"),
        ("# planforge: disable-file=PF001\n标题: [一\n", "PF001"),
    ],
)
def test_what_makes_a_file_unreadable_cannot_be_turned_off(text: str, code: str) -> None:
    assert code in codes(text)


def test_a_comment_about_a_rule_that_nobody_looks_for_is_left_alone() -> None:
    text = "标题: x # planforge: disable=PF401\n"
    assert codes(text) == ["PF006"]
    assert not look("p", text.encode(), choice=Choice(select=("PF006",))).found


@pytest.mark.parametrize(
    "fault",
    ["期间: 明年\n", "标提: 二\n", "标题: 二\n", "版本: 9\n"],
    ids=["value", "unknown key", "key twice", "version"],
)
def test_a_comment_is_left_alone_where_a_part_of_the_file_could_not_be_judged(fault: str) -> None:
    text = (
        "标题: 青禾县工会2027年工作计划\n"
        "回顾: 3月8日（星期日）妇女节 # planforge: disable=PF306 -- 去年\n"
        "结语: 完 # planforge: disable=PF401 -- 待定\n"
    )
    head = "# planforge: disable-file=PF402\n"
    every = Choice(select=("PF006", "PF306", "PF401", "PF402"))
    told = [
        [one.problem.line for one in look("p", each.encode(), choice=every).found if is_unused(one)]
        for each in (head + text, head + text + fault)
    ]
    # A rule that needs no plan did look at the closing words, and found nothing there.
    assert told == [[1, 3, 4], [4]]


@pytest.mark.parametrize(
    "unread",
    [
        "未知: 在20xx年 # planforge: disable=PF401\n",
        "未知: # planforge: disable-next-line=PF401\n  甲: 在20xx年\n",
        "未知: |\n  在20xx年\n  # planforge: disable=PF401\n",
        "落款: {单位: 一, 未知: 在20xx年} # planforge: disable=PF401\n",
    ],
)
def test_a_comment_at_a_place_that_no_rule_saw_is_left_alone(unread: str) -> None:
    assert "PF006" not in codes("标题: 一\n" + unread)


def test_a_comment_about_several_rules_is_left_alone_unless_all_of_them_were_asked() -> None:
    text = "标题: 一\n前言: 慰问x人 # planforge: disable=PF4\n"
    some = Choice(select=("PF006", "PF401"))
    assert not look("p", text.encode(), choice=some).found
    assert not look("p", text.encode(), choice=Choice(select=("PF006", "PF4"))).found
    text = text.replace("x", "3")
    assert not look("p", text.encode(), choice=some).found
    assert look("p", text.encode(), choice=Choice(select=("PF006", "PF4"))).found


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("标题: 一 # planforge: disable=PF401 -- x\n", "标题: 一\n"),
        ("标题: 一\n# planforge: disable-next-line=PF401\n前言: 二\n", "标题: 一\n前言: 二\n"),
        ("标题: 一\n前言: 二\n  # planforge: disable=PF401", "标题: 一\n前言: 二\n"),
        ("标题: 20xx年 # planforge: disable=PF006,PF401\n", ""),
        (
            "标题: 20xx年 # planforge: disable=PF998, PF401，PF999 -- 为何\n",
            "标题: 20xx年 # planforge: disable=PF401 -- 为何\n",
        ),
        ("前言: | # planforge: disable=PF401\n  一\n标题: 二\n", "前言: |\n  一\n标题: 二\n"),
    ],
)
def test_what_is_not_needed_is_taken_out(text: str, mended: str) -> None:
    fixes = [one.fix for one in lint(text) if one.problem.code == "PF006"]
    made = [splice(text, fix.edits) for fix in fixes if fix]
    assert made == ([mended] if mended else [])


_PARTS = ("# planforge: disable=PF401", " ", "\n", "#", "'", '"', ": ", "年", "- ", "|")
_TEXTS = st.lists(st.sampled_from(_PARTS), max_size=8).map("".join)


@settings(deadline=None)
@given(st.lists(_TEXTS, min_size=1, max_size=4))
def test_no_text_that_planforge_writes_is_taken_for_a_comment(texts: list[str]) -> None:
    written = emit({"前言": texts[0], "结语": texts})
    assert in_yaml(load("plan.yaml", written.encode())) is None


@settings(deadline=None)
@given(_TEXTS)
def test_a_comment_behind_any_text_is_found_at_its_place(text: str) -> None:
    comment = "# planforge: disable=PF401 -- 理由"
    written = f"前言: {quote.double(text)} {comment}\n"
    found = in_yaml(load("plan.yaml", written.encode()))
    assert found is not None
    (one,) = found.found
    assert written[slice(*one.span)] == comment
