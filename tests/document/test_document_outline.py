from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.document.outline import DEEPEST, Place, Point, outline
from planforge.document.plain import of_blocks
from planforge.document.tree import Block, Heading, Item, Paragraph


def printed(*points: Point, level: int = 2) -> list[Block]:
    return list(outline(points, Place(level)))


def test_a_text_is_a_numbered_paragraph() -> None:
    blocks = printed(Point(paragraphs=("慰问职工",)), Point(paragraphs=("走访企业",)))
    assert blocks == [Item(2, 1, "", "慰问职工"), Item(2, 2, "", "走访企业")]


def test_a_short_first_sentence_with_more_behind_it_is_a_lead() -> None:
    assert printed(Point(paragraphs=("加强学习。组织读书会。",))) == [
        Item(2, 1, "加强学习。", "组织读书会。")
    ]


@pytest.mark.parametrize(("length", "lead"), [(24, True), (25, False)])
def test_a_lead_has_at_most_25_characters_with_its_full_stop(length: int, *, lead: bool) -> None:
    sentence = "学" * length + "。"
    [item] = printed(Point(paragraphs=(sentence + "余下。",)))
    assert isinstance(item, Item)
    assert (item.lead == sentence) is lead
    assert item.lead + item.text == sentence + "余下。"


def test_facts_alone_make_no_lead() -> None:
    assert printed(Point(paragraphs=("加强学习。",), facts="（责任人：组织部）")) == [
        Item(2, 1, "", "加强学习。（责任人：组织部）")
    ]


def test_facts_stand_behind_the_last_paragraph_before_the_children() -> None:
    point = Point("", ("甲", "乙"), "（期限：6月底前）", children=(Point(paragraphs=("丙",)),))
    assert printed(point) == [
        Item(2, 1, "", "甲"),
        Paragraph("乙（期限：6月底前）"),
        Item(3, 1, "", "丙"),
    ]


def test_a_title_over_text_is_a_heading() -> None:
    assert printed(Point("思想引领", ("办讲堂。",), "（频次：每月）")) == [
        Heading(2, "思想引领", 1),
        Paragraph("办讲堂。（频次：每月）"),
    ]


def test_a_title_over_points_keeps_its_facts_out_of_the_heading() -> None:
    point = Point("思想引领", facts="（责任人：宣传部）", children=(Point(paragraphs=("办讲堂",)),))
    assert printed(point) == [
        Heading(2, "思想引领", 1),
        Paragraph("（责任人：宣传部）"),
        Item(3, 1, "", "办讲堂"),
    ]


def test_a_title_alone_is_a_point_of_the_list() -> None:
    assert printed(Point("慰问职工", facts="（责任人：女工委）")) == [
        Item(2, 1, "", "慰问职工（责任人：女工委）")
    ]


def test_a_title_alone_looks_like_the_headings_beside_it() -> None:
    blocks = printed(Point("甲", ("正文",)), Point("乙", facts="（期限：年底）"))
    assert blocks[-1] == Item(2, 2, "乙", "（期限：年底）")


@pytest.mark.parametrize(
    ("title", "lead"),
    [("心理援助", "心理援助。"), ("心理援助：", "心理援助："), ("何为？", "何为？")],
)
def test_a_run_in_title_is_closed_with_a_full_stop_only_where_no_mark_ends_it(
    title: str, lead: str
) -> None:
    assert printed(Point(title, ("开通热线。", "专人值守。"), run_in=True)) == [
        Item(2, 1, lead, "开通热线。"),
        Paragraph("专人值守。"),
    ]


def test_an_unnumbered_point_is_a_paragraph_and_is_not_counted() -> None:
    blocks = printed(
        Point(paragraphs=("加强学习。提高素质。",), numbered=False), Point(paragraphs=("乙",))
    )
    assert blocks == [Paragraph("加强学习。提高素质。"), Item(2, 1, "", "乙")]


def test_numbers_start_again_under_every_heading_also_an_unnumbered_one() -> None:
    children = (Point(paragraphs=("子",)),)
    blocks = printed(
        Point("甲", children=children),
        Point("乙", numbered=False, children=children),
        Point("丙", children=children),
    )
    assert blocks == [
        Heading(2, "甲", 1),
        Item(3, 1, "", "子"),
        Heading(2, "乙", None),
        Item(3, 1, "", "子"),
        Heading(2, "丙", 2),
        Item(3, 1, "", "子"),
    ]


def test_below_the_deepest_level_numbers_go_on() -> None:
    child = Point(paragraphs=("子",))
    point = Point(paragraphs=("父",), children=(child,))
    assert printed(point, point, level=DEEPEST) == [
        Item(DEEPEST, number, "", text) for number, text in enumerate(("父", "子", "父", "子"), 1)
    ]


WORDS = st.text(alphabet="工会学习。，", min_size=1, max_size=8)
POINTS = st.recursive(
    st.builds(
        Point,
        title=st.just("") | WORDS,
        paragraphs=st.lists(WORDS, min_size=1, max_size=3).map(tuple),
        facts=st.sampled_from(("", "（期限：年底）")),
        run_in=st.booleans(),
        numbered=st.booleans(),
        children=st.just(()),
    ),
    lambda below: st.builds(
        Point,
        title=WORDS,
        paragraphs=st.lists(WORDS, max_size=2).map(tuple),
        facts=st.just(""),
        run_in=st.just(False),  # noqa: FBT003  the value of a field
        numbered=st.booleans(),
        children=st.lists(below, max_size=3).map(tuple),
    ),
    max_leaves=12,
)


def words(point: Point) -> list[str]:
    children = [word for child in point.children for word in words(child)]
    return [*filter(None, (point.title, *point.paragraphs)), point.facts, *children]


@settings(deadline=None)
@given(st.lists(POINTS, max_size=4))
def test_every_text_is_printed_once_and_in_order(points: list[Point]) -> None:
    together = "".join(of_blocks(outline(points, Place())))
    place = 0
    for word in (word for point in points for word in words(point)):
        place = together.index(word, place) + len(word)
    assert len(together) - sum(len(w) for p in points for w in words(p)) <= together.count("。")
