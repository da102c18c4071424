from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.source.edit import replace_scalar, splice
from planforge.source.load import load
from planforge.source.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = """\
标题: 甲 # 一
列:
- 乙
-   丙 # 二
-
- k: v
  w: |  # 三
    l1
    l2

  z: >-
   f1
   f2

# 四
m: {a: b, c: , d: 'q'}
n: [x, "y"]
o: |+
  t

p: "dd
  ee"
q:
  plain
  more
r:
s: |
  last
"""


def edited(text: str, loc: tuple[str | int, ...], value: str) -> str:
    source = load("plan.yaml", text.encode())
    node = source.find(loc)
    assert isinstance(node, Scalar)
    return splice(text, [replace_scalar(source, node, value)])


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: 甲 # 注\n", "乙", "a: 乙 # 注\n"),
        ("a: 甲 # 注\n", "乙: 丙", "a: '乙: 丙' # 注\n"),
        ("a: 甲 # 注\n", "乙\n丙", "a: |- # 注\n  乙\n  丙\n"),
        ("a: 甲\n", "乙\n丙\n", "a: |\n  乙\n  丙\n"),
        ("a: 甲\r\nb: 1\r\n", "乙\n丙", "a: |-\r\n  乙\r\n  丙\r\nb: 1\r\n"),
        ("a: 甲", "乙\n丙\n", "a: |\n  乙\n  丙\n"),
        ("a: 甲\n", " 乙\n丙", 'a: " 乙\\n丙"\n'),
        ("a: 甲\n", "null", "a: 'null'\n"),
        ("a: 甲\n", "", "a: ''\n"),
        ("a: '甲'\n", "it's", "a: 'it''s'\n"),
        ('a: "甲"\n', 'C:\\乙"', 'a: "C:\\\\乙\\""\n'),
        ("a:\nb: 1\n", "甲", "a: 甲\nb: 1\n"),
        ("a:   # 注\nb: 1\n", "甲", "a: 甲   # 注\nb: 1\n"),
        ("a: |  # 注\n   甲\n\nb: 1\n", "乙\n丙\n", "a: |  # 注\n   乙\n   丙\n\nb: 1\n"),
        ("a: |\n   甲\nb: 1\n", "乙", "a: |-\n   乙\nb: 1\n"),
        ("a: >\n  甲\n  乙\nb: 1\n", "丙\n丁\n", "a: >\n  丙\n\n  丁\nb: 1\n"),
        ("a: >\n  甲\n  乙\nb: 1\n", "丙\n 丁\n", "a: |\n  丙\n   丁\nb: 1\n"),
        ("a: |\n  甲\nb: 1\n", " 丙", 'a: " 丙"\nb: 1\n'),
        ("a: 甲\n \t# 注\nb: 1\n", "乙: 丙", "a: '乙: 丙'\n  # 注\nb: 1\n"),
        ("a: 甲\n \t\n\nb: 1\n", "乙: 丙", "a: '乙: 丙'\n  \n\nb: 1\n"),
        ("a: 甲\t# 注\nb: 1\n", "乙: 丙", "a: '乙: 丙'\t# 注\nb: 1\n"),
        ("a: 甲\n \t# 注\nb: 1\n", "乙", "a: 乙\n \t# 注\nb: 1\n"),
    ],
)
def test_a_value_is_written_in_the_style_it_had(before: str, value: str, after: str) -> None:
    assert edited(before, ("a",), value) == after
    assert load("plan.yaml", after.encode()).data()["a"] == value


def test_a_value_in_brackets_is_quoted_when_it_holds_a_comma() -> None:
    assert edited("a: [x, y]\n", ("a", 0), "甲,乙") == "a: ['甲,乙', y]\n"
    assert edited("a: {b: x, c: }\n", ("a", "c"), "甲\n乙") == 'a: {b: x, c: "甲\\n乙" }\n'


def test_a_key_is_replaced_like_a_value() -> None:
    source = load("plan.yaml", "标题: 甲 # 注\n".encode())
    key, _value = source.root.pairs[0]
    assert splice(source.text.text, [replace_scalar(source, key, "a: b")]) == "'a: b': 甲 # 注\n"


def test_edits_must_be_sorted_and_apart() -> None:
    assert splice("abcd", [(0, 1, "x"), (1, 1, "y"), (3, 4, "")]) == "xybc"
    for edits in ([(1, 2, ""), (0, 1, "")], [(0, 2, ""), (1, 3, "")], [(2, 9, "")], [(2, 1, "")]):
        with pytest.raises(ValueError, match="does not follow"):
            splice("abcd", edits)


def leaves(node: Node, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, Scalar):
        yield way
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            yield from leaves(value, (*way, key.value))
    else:
        for index, item in enumerate(node.items):
            yield from leaves(item, (*way, index))


def changed(data: Any, way: tuple[str | int, ...], value: str) -> Any:
    result = copy.deepcopy(data)
    inner = result
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = value
    return result


VALUES = st.one_of(
    st.text(alphabet="甲乙a :-#'\"\\,[]{}&*!|>%@`?~\n\n\t\x85\u2028", max_size=12),
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])),
    st.sampled_from(["null", "~", "yes", "<<", "---", "...", "- x", "k: v", "a\n\n\n", "\n", " "]),
)
TEXTS = [TEXT, TEXT.rstrip("\n"), TEXT + "\n\n", TEXT.replace("\n", "\r\n")]


@settings(deadline=None, max_examples=1000)
@given(st.sampled_from(TEXTS), st.data(), VALUES)
def test_an_edit_changes_one_value_and_nothing_else(
    text: str, choice: st.DataObject, value: str
) -> None:
    source = load("plan.yaml", text.encode())
    ways = list(leaves(source.root))
    way = choice.draw(st.sampled_from(ways))
    after = edited(text, way, value)
    assert load("plan.yaml", after.encode()).data() == changed(source.data(), way, value)
    assert re.findall("# [一二三四]", after) == re.findall("# [一二三四]", text)
    node = source.find(way)
    assert after.startswith(text[: node.start])
    # A block may need the line end behind it, or take in a comment of its line.
    rest = text[node.end :].partition("\n")[2]
    assert after.endswith(rest)
