"""Mending a file: only what was meant changes, in every style that YAML has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from planforge.errors import FileProblems, Problem
from planforge.lint.finding import Change, Fix, Found
from planforge.lint.fixing import fixed_text
from planforge.source.edit import Edit
from planforge.source.load import load
from planforge.source.nodes import Scalar, every_node

if TYPE_CHECKING:
    from planforge.source.load import Source


def read(text: str) -> Source:
    return load("plan.yaml", text.encode())


def scalars(source: Source) -> list[Scalar]:
    found = [node for node in every_node(source.root) if isinstance(node, Scalar)]
    return sorted(found, key=lambda node: node.start)


def found(*changes: Change, edits: tuple[Edit, ...] = (), safe: bool = True) -> Found:
    return Found(Problem("PF999", "", "plan.yaml"), Fix(changes, edits, safe=safe))


def replaced(text: str, *wanted: tuple[str, str], safe: bool = True, unsafe: bool = False) -> str:
    """The text with words of its values replaced, one fix for each."""
    source = read(text)
    founds = []
    for old, new in wanted:
        node = next(node for node in scalars(source) if old in node.value)
        start = node.value.index(old)
        founds.append(found(Change(node, start, start + len(old), new), safe=safe))
    return fixed_text(source, founds, unsafe=unsafe).text


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("a: 甲,乙 # 注\n", ",", "，", "a: 甲，乙 # 注\n"),
        ("a: 甲,\n  乙;丙\n", ";", "；", "a: 甲,\n  乙；丙\n"),
        ("a: '甲''乙,丙'\n", ",", "，", "a: '甲''乙，丙'\n"),
        ("a: '甲''乙,丙'\n", "'", "”", "a: '甲”乙,丙'\n"),
        ('a: "\\u7532,乙\\\n   丙"\n', ",", "，", 'a: "\\u7532，乙\\\n   丙"\n'),
        ('a: "\\u7532,乙"\n', "甲", "丁", 'a: "丁,乙"\n'),
        ('a: "甲,乙"\n', ",", '"', 'a: "甲\\"乙"\n'),
        ("a: | # 注\n  甲,乙\n\n  丙\n\nb:\n", ",", "，", "a: | # 注\n  甲，乙\n\n  丙\n\nb:\n"),
        ("a: >-\n  甲\n  乙(bù)\nb: 1\n", "(bù)", "", "a: >-\n  甲\n  乙\nb: 1\n"),
        ("a: [甲,  乙.丙 , 丁]\n", ".", "", "a: [甲,  乙丙 , 丁]\n"),
        ("? 甲.乙\n: 1\n", ".", "", "? 甲乙\n: 1\n"),
    ],
)  # fmt: skip
def test_a_part_of_a_value_is_replaced_where_it_stands(
    before: str, old: str, new: str, after: str
) -> None:
    assert replaced(before, (old, new)) == after


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("a: 甲，乙 # 注\n", "，", ": ", "a: '甲: 乙' # 注\n"),
        ("a: 甲，乙\n \t# 注\nb: 1\n", "，", " #", "a: '甲 #乙'\n  # 注\nb: 1\n"),
        ("a: 甲\n  乙\n", "甲 乙", "丙", "a: 丙\n"),
        ("a: |\n  甲\n  乙\nb: 1\n", "甲\n", "", "a: |\n  乙\nb: 1\n"),
        ("a: |\n  甲\n  乙\nb: 1\n", "甲", " 甲", 'a: " 甲\\n乙\\n"\nb: 1\n'),
        ("a: >\n  甲\n\n  乙\nb: 1\n", "甲", "", "a: >\n\n  乙\nb: 1\n"),
        ("a: [甲, 乙]\n", "甲", "丙,丁", "a: ['丙,丁', 乙]\n"),
        ("a: 甲\n", "甲", "", "a: ''\n"),
        ("a: 甲\n", "甲", "~", "a: '~'\n"),
    ],
)
def test_a_value_is_written_anew_where_its_style_cannot_hold_the_part(
    before: str, old: str, new: str, after: str
) -> None:
    text = replaced(before, (old, new))
    assert load("plan.yaml", text.encode()).data() == load("plan.yaml", after.encode()).data()
    assert text == after


def test_several_parts_of_a_value_are_replaced_at_once() -> None:
    text = "a: |  # 注\n  甲,乙;丙\n  丁.戊\nb: 己,庚\n"
    fixed = replaced(text, (",", "，"), (";", "；"), (".", ""))
    assert fixed == "a: |  # 注\n  甲，乙；丙\n  丁戊\nb: 己,庚\n"


def test_unsafe_fixes_are_made_only_when_asked_for() -> None:
    assert replaced("a: 甲\n", ("甲", "乙"), safe=False) == "a: 甲\n"
    assert replaced("a: 甲\n", ("甲", "乙"), safe=False, unsafe=True) == "a: 乙\n"


def test_of_fixes_that_overlap_the_first_is_made() -> None:
    source = read("a: 甲乙丙\n")
    node = scalars(source)[1]
    founds = [
        found(Change(node, 0, 2, "丁")),
        found(Change(node, 1, 3, "戊")),
        found(Change(node, 2, 3, "己")),
        found(Change(node, 1, 1, "庚")),
    ]
    fixed = fixed_text(source, founds)
    assert fixed.text == "a: 丁己\n"
    assert fixed.applied == (founds[0], founds[2])


def test_a_fix_with_several_places_is_made_as_a_whole_or_not_at_all() -> None:
    source = read("a: 甲\nb: 乙\n")
    a, b = (scalars(source)[n] for n in (1, 3))
    first = found(Change(b, 0, 1, "丙"))
    second = found(Change(a, 0, 1, "丁"), Change(b, 0, 1, "戊"))
    fixed = fixed_text(source, [first, second])
    assert fixed.text == "a: 甲\nb: 丙\n"
    assert fixed.applied == (first,)


def test_whole_lines_can_be_taken_out() -> None:
    source = read("a:\n- 甲\n- 点击下载 # 注\n- 乙,丙\n")
    gone = found(edits=(Edit(8 - 1, 8 - 1 + len("- 点击下载 # 注\n"), ""),))
    comma = found(Change(scalars(source)[3], 1, 2, "，"))
    assert fixed_text(source, [gone, comma]).text == "a:\n- 甲\n- 乙，丙\n"


def test_a_fix_that_would_break_the_file_is_not_made() -> None:
    source = read("a:\n- 甲\n- 乙,丙\n")
    broken = found(edits=(Edit(0, 2, "'"),))
    lost = found(edits=(Edit(3, 7, ""),), safe=True)
    comma = found(Change(scalars(source)[2], 1, 2, "，"))
    fixed = fixed_text(source, [broken, comma])
    assert fixed.text == "a:\n- 甲\n- 乙，丙\n"
    assert fixed.applied == (comma,)
    assert fixed_text(source, [lost]).text == "a:\n- 乙,丙\n"


def test_a_fix_that_changes_another_value_is_not_made() -> None:
    source = read("a: 甲 # 注\nb: 乙\n")
    stolen = found(edits=(Edit(4, 6, ""),))
    assert fixed_text(source, [stolen]).text == "a: 甲 # 注\nb: 乙\n"


def test_a_repeated_text_changes_once() -> None:
    assert replaced("a: &x 甲,乙\nb: *x\n", (",", "，")) == "a: &x 甲，乙\nb: *x\n"


# A file with every style, put together by chance. Comments are numbered, so that none gets lost.
WORDS = st.lists(
    st.sampled_from(["甲", "乙丙", "，", ",", "a b", "《", ".", "(bù)", "#", "x", "“"]),
    min_size=1,
    max_size=5,
).map("".join)
COMMENTS = st.sampled_from(["", " # 注一", "   # 注二: 甲"])
BELOW = st.sampled_from(["", "\n", "# 注三\n", "  # 注四\n\n"])


@st.composite
def values(draw: st.DrawFn) -> str:
    style = draw(st.sampled_from(["", "m", "'", '"', "|", ">", "["]))
    lines = draw(st.lists(WORDS, min_size=1, max_size=4))
    comment = draw(COMMENTS)
    if style == "":
        return f"丁{lines[0]}{comment}\n"
    if style == "m":
        return f"丁{lines[0]}" + "".join(f"\n    戊{line}" for line in lines[1:]) + f"{comment}\n"
    if style == "'":
        body = draw(st.sampled_from(["\n   ", "''", " ", "\n\n   "])).join(lines)
        return f"'{body}'{comment}\n"
    if style == '"':
        joints = ["\n   ", '\\"', "\\u7532", "\\\n   ", "\\n", "\\t"]
        return f'"{draw(st.sampled_from(joints)).join(lines)}"{comment}\n'
    if style == "[":
        return "[" + draw(st.sampled_from([", ", " ,\n   "])).join(f"'{x}'" for x in lines) + "]\n"
    mark = draw(st.sampled_from(["", "-", "+"]))
    joint = draw(st.sampled_from(["\n    ", "\n\n    "]))
    return f"{style}{mark}{comment}\n    {joint.join(lines)}\n"


@st.composite
def files(draw: st.DrawFn) -> str:
    text = "".join(
        f"k{number}: {draw(values())}{draw(BELOW)}" for number in range(draw(st.integers(1, 4)))
    )
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


NEW = st.sampled_from(
    ["", "，", "；", "”", "'", '"', ": ", " #", "己", "\n", " ", "\\", "null", "[", "- "]
)


def expected(source: Source, wanted: dict[int, str]) -> list[str]:
    return [wanted.get(node.start, node.value) for node in scalars(source)]


@settings(deadline=None, max_examples=1500)
@given(files(), st.data())
def test_only_the_intended_values_change_in_any_file(text: str, choice: st.DataObject) -> None:
    try:
        source = read(text)
    except FileProblems:
        reject()
    nodes = [node for node in scalars(source) if node.value and not node.value.startswith("k")]
    founds, wanted = [], {}
    for node in choice.draw(st.lists(st.sampled_from(nodes), max_size=4, unique_by=id)):
        start = choice.draw(st.integers(0, len(node.value)))
        end = choice.draw(st.integers(start, min(start + 3, len(node.value))))
        new = choice.draw(NEW)
        founds.append(found(Change(node, start, end, new)))
        wanted[node.start] = node.value[:start] + new + node.value[end:]
    fixed = fixed_text(source, founds)
    assert fixed.applied == tuple(founds)
    after = read(fixed.text)
    assert [node.value for node in scalars(after)] == expected(source, wanted)
    assert re.findall("# 注.", fixed.text) == re.findall("# 注.", text)
    # Whatever stands between the values is the same, character for character.
    if all(map(_stays_in_its_line, (one for f in founds for one in _changes(f)))):
        assert _between(fixed.text, after) == _between(text, source)


def _stays_in_its_line(change: Change) -> bool:
    """Whether every style can hold it, and no line end goes with what it replaces."""
    gone = change.node.value[change.start : change.end]
    return len(change.new) == 1 and change.new in "，；己" and "\n" not in gone


def _changes(one: Found) -> tuple[Change, ...]:
    assert one.fix is not None
    return one.fix.changes


def _between(text: str, source: Source) -> list[str]:
    flow = [node for node in scalars(source) if node.style not in {"|", ">"}]
    starts = [0, *(node.end for node in flow)]
    ends = [*(node.start for node in flow), len(text)]
    return [
        text[a:b]
        for a, b in zip(starts, ends, strict=True)
        if not any(n.style in {"|", ">"} and a <= n.start < b for n in scalars(source))
    ]


def test_the_generated_files_hold_every_style() -> None:
    texts = [
        "k: 丁甲\n    戊乙\n",
        "k: '甲''乙'\n",
        'k: "甲\\\n   乙"\n',
        "k: |+\n    甲\n",
        "k: >-\n    甲\n",
    ]
    assert [scalars(read(text))[1].style for text in texts] == ["", "'", '"', "|", ">"]
