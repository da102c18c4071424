from __future__ import annotations

import pytest

from planforge.source.load import load
from planforge.source.place import Place

TEXT = """\
标题: 甲
组织: 青禾县总工会
重点任务:
  - 加强学习
  - 标题: 乙
    责任人:
    子项: [丙, 丁]
空: {}
月度安排: &x
  - - 戊
附件: *x
"""
SOURCE = load("plan.yaml", TEXT.encode())


@pytest.mark.parametrize(
    ("loc", "shown", "is_key"),
    [
        (("标题",), "甲", False),
        (("组织", "name"), "青禾县总工会", False),
        (("重点任务",), "重点任务", True),
        (("重点任务", "items", 0, "text"), "加强学习", False),
        (("重点任务", "items", 1, "标题"), "乙", False),
        (("重点任务", "items", 1, "缺少"), "标题", True),
        (("重点任务", "items", 1, "责任人"), "责任人", True),
        (("重点任务", "items", 1, "子项", 1), "丁", False),
        (("重点任务", "items", 9), "重点任务", True),
        (("空", "名称"), "空", True),
        (("月度安排", "entries", 0, "months"), "戊", False),
        (("附件", 0, 0), "戊", False),
        ((), "标题", True),
        (("标题", 0, "x", 3), "甲", False),
        ((0, "标题"), "甲", False),
    ],
)
def test_an_error_points_at_the_deepest_thing_that_was_written(
    loc: tuple[str | int, ...], shown: str, *, is_key: bool
) -> None:
    place = SOURCE.place(loc)
    assert (TEXT[place.start : place.end], place.is_key) == (shown, is_key)


def test_an_unknown_key_is_pointed_at_itself() -> None:
    place = SOURCE.key_span(("重点任务", 1, "标题"))
    assert TEXT[place.start : place.end] == "标题"
    assert SOURCE.text.position(place.start) == (5, 5)
    place = SOURCE.key_span(("重点任务", "items", 1, "items"))
    assert TEXT[place.start : place.end] == "重点任务"


def test_an_empty_mapping_at_the_top_is_pointed_at() -> None:
    source = load("plan.yaml", b"{}\n")
    assert source.place(("x",)) == Place(0, 2, is_key=False)
