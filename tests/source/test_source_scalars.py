from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from planforge.source.engine import SyntaxFault, fast, python
from planforge.source.limits import Limits
from planforge.source.parse import Parser
from planforge.source.scalars import offsets

if TYPE_CHECKING:
    from planforge.source.nodes import Scalar


def shown(text: str, part: str, index: int = 1) -> tuple[int, int]:
    """Line and column, counted by hand, of ``part`` in the value of the last scalar."""
    parser = Parser(text, Limits())
    parser.run()
    node = parser.scalars[index]
    start, end = offsets(text, node).span(
        node.value.index(part), node.value.index(part) + len(part)
    )
    lines = text[:start].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert end > start
    return len(lines), len(lines[-1]) + 1


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("a: 甲乙丙\n", "乙", (1, 5)),
        ("a: 甲\n  乙\n\n  丙\n", "丙", (4, 3)),
        ("a: 'it''s 甲'\n", "甲", (1, 11)),
        ("a: 'it''s 甲'\n", "'", (1, 7)),
        ('a: "\\u7532\\t乙\\\n   丙"\n', "乙", (1, 13)),
        ('a: "\\u7532\\t乙\\\n   丙"\n', "丙", (2, 4)),
        ('a: "\\u7532\\t乙\\\n   丙"\n', "甲", (1, 5)),
        ("a: |\n  甲\n\n   乙\n", "乙", (4, 4)),
        ("a: |\r\n  甲\r\n\r\n   乙\r\n", "乙", (4, 4)),
        ("a: |2-  # 说明\n   甲\n", "甲", (2, 4)),
        ("a: |+\n  甲\n\n\n", "\n\n", (2, 4)),
        ("a: >\n  甲\n  乙\n\n  丙\n   丁\n", "乙", (3, 3)),
        ("a: >\n  甲\n  乙\n\n  丙\n   丁\n", "丁", (6, 4)),
        ("a: >\n  甲\n  乙\n", " ", (2, 4)),
    ],
)
def test_a_part_of_a_value_is_found_where_it_was_typed(
    text: str, part: str, place: tuple[int, int]
) -> None:
    assert shown(text, part) == place


def test_the_end_of_a_value_is_the_end_of_its_content() -> None:
    text = "a: '甲'\n"
    parser = Parser(text, Limits())
    parser.run()
    mapped = offsets(text, parser.scalars[1])
    assert mapped.source(1) == 5
    assert mapped.span(0, 1) == (4, 5)
    assert mapped.span(1, 1) == (5, 5)
    assert mapped.span(0, 9) == (4, 5)


def check(text: str, node: Scalar) -> None:
    """Pieces cover the value, verbatim ones are equal, and nothing goes backwards."""
    mapped = offsets(text, node)
    done = 0
    end = node.start
    for piece in mapped.pieces:
        assert piece.value == done
        assert piece.length > 0
        assert piece.start >= end
        if piece.verbatim:
            assert text[piece.start : piece.end] == node.value[done : done + piece.length]
        done += piece.length
        end = piece.end
    assert done == len(node.value)
    assert end <= node.end
    sources = [mapped.source(i) for i in range(len(node.value) + 1)]
    assert sources == sorted(sources)


def check_all(text: str, parser: Any) -> int:
    read = Parser(text, Limits(), parser)
    try:
        read.run()
    except SyntaxFault:
        return 0
    for node in read.scalars:
        check(text, node)
    return len(read.scalars)


BREAKS = st.sampled_from(["\n", "\n", "\r\n", "\r"])
PARSERS = st.sampled_from([fast, fast, fast, fast, python])
COMMON = ["甲", "乙丙", "a", " ", "  ", "\t", "，", "\u2028", "\x85", "\ufeff", "#", "😀"]
FOLDS = ["\n ", "\n\n  ", "\n \n ", " \n  "]
PARTS = {
    "": [*COMMON, *FOLDS],
    "'": [*COMMON, *FOLDS, "''", '"', ": ", "\\"],
    '"': [*COMMON, *FOLDS, "\\n", "\\\\", '\\"', "\\u4e2d", "\\x41", "\\U0001f600", "\\N", "\\/",
          "\\ ", "\\\n ", "\\\n  \n ", "\\\t", "'"],
}  # fmt: skip


@st.composite
def flow_texts(draw: st.DrawFn) -> str:
    quote = draw(st.sampled_from(sorted(PARTS)))
    body = "".join(draw(st.lists(st.sampled_from(PARTS[quote]), max_size=10)))
    below = draw(st.sampled_from(["", " # c", "\nz: 1", "\n\n"]))
    return f"k: {quote}{body}{quote}{below}\n".replace("\n", draw(BREAKS))


@st.composite
def block_texts(draw: st.DrawFn) -> str:
    style = draw(st.sampled_from("|>"))
    marks = draw(st.sampled_from(["", "-", "+", "2", "3-", "+1", "1+"]))
    indent = draw(st.integers(1, 4))
    lines = draw(
        st.lists(
            st.one_of(
                st.integers(0, indent + 2).map(lambda n: " " * n),
                st.builds(
                    lambda more, content: " " * (indent + more) + content,
                    st.sampled_from([0, 0, 0, 1, 2]),
                    st.text(alphabet="甲乙a b\t'\"\\#:\u2028", min_size=1, max_size=6),
                ),
            ),
            max_size=6,
        )
    )
    below = draw(st.sampled_from(["", "\n", "\n\n", "\nz: 1\n", "\n\n# c\nz: 1\n"]))
    comment = draw(st.sampled_from(["", " # c"]))
    text = f"k: {style}{marks}{comment}\n" + "\n".join(lines) + below
    return text.replace("\n", draw(BREAKS))


@settings(deadline=None, max_examples=1500)
@given(flow_texts(), PARSERS)
def test_plain_and_quoted_values_map_to_what_was_typed(text: str, parser: Any) -> None:
    check_all(text, parser)


@settings(deadline=None, max_examples=1500)
@given(block_texts(), PARSERS)
def test_block_values_map_to_what_was_typed(text: str, parser: Any) -> None:
    check_all(text, parser)


@settings(deadline=None, max_examples=500)
@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]))
    | st.text(alphabet="甲乙 a\n:#'\"", max_size=60),
    st.sampled_from(["", "'", '"', "|", ">"]),
    st.integers(8, 60),
)
def test_what_a_yaml_writer_writes_maps_back(value: str, style: str, width: int) -> None:
    yaml: Any = YAML(typ="safe", pure=True)
    yaml.default_style, yaml.width, yaml.allow_unicode = style or None, width, True
    stream = StringIO()
    yaml.dump({"k": [value]}, stream)
    check_all(stream.getvalue(), fast)


def test_the_generated_texts_are_yaml_as_a_rule() -> None:
    texts = ["k: '甲\n \n 乙'\n", "k: |2-\n   甲\n", 'k: "a\\\n  b"\n', "k: >+\n 甲\n\n"]
    assert [check_all(text, parser) for text in texts for parser in (fast, python)] == [2] * 8
