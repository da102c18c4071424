"""Parts of a value are replaced where they stand, else the value is written anew."""

from __future__ import annotations

import pytest

from planforge.source.edit import splice
from planforge.source.encoding import decode, encode
from planforge.source.load import load
from planforge.source.nodes import Scalar
from planforge.source.patch import replace_parts


def patched(text: str, *parts: tuple[int, int, str], anew: bool = False) -> str:
    source = load("plan.yaml", text.encode())
    node = source.find(("a",))
    assert isinstance(node, Scalar)
    return splice(text, sorted(replace_parts(source, node, parts, anew=anew)))


@pytest.mark.parametrize(
    ("before", "parts", "after"),
    [
        ("a: 甲,乙,\n   丙 # 注\n", [(1, 2, "，"), (3, 4, "，")], "a: 甲，乙，\n   丙 # 注\n"),
        ("a: '甲,''乙'''\n", [(1, 2, "'")], "a: '甲''''乙'''\n"),
        ('a: "甲\\t乙"\n', [(1, 2, "\\")], 'a: "甲\\\\乙"\n'),
        ("a: |\n  甲\n\n  乙\n", [(3, 4, "丙"), (4, 4, "丁")], "a: |\n  甲\n\n  丙丁\n"),
        ("a: >\n  甲\n  乙\n", [(2, 3, "丙")], "a: >\n  甲\n  丙\n"),
    ],
)
def test_what_is_not_meant_stays_as_it_is_written(
    before: str, parts: list[tuple[int, int, str]], after: str
) -> None:
    assert patched(before, *parts) == after


@pytest.mark.parametrize(
    ("before", "part", "after"),
    [
        ("a: 甲,\n   乙\n", (1, 3, ""), "a: 甲乙\n"),
        ("a: 甲\n", (1, 1, ": 乙"), "a: '甲: 乙'\n"),
        ("a: |\n  甲\n  乙\n", (0, 1, ""), 'a: "\\n乙\\n"\n'),
    ],
)
def test_a_value_is_written_anew_where_a_part_cannot_stand_alone(
    before: str, part: tuple[int, int, str], after: str
) -> None:
    changed = patched(before, part)
    assert load("p", changed.encode()).data() == load("p", after.encode()).data()


def test_a_value_can_be_written_anew_on_demand() -> None:
    assert patched("a: 甲,\n   乙\n", (1, 2, "，"), anew=True) == "a: 甲， 乙\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"", "utf-16-be"),
        (b"", "gb18030"),
    ],
)
def test_a_text_goes_back_into_the_bytes_it_came_from(mark: bytes, encoding: str) -> None:
    data = mark + "标题: 青禾县第二中学工会\n期间: 2027\n".encode(encoding)
    source = decode("plan.yaml", data)
    assert encode(source, source.text, data) == data
