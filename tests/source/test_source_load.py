from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.errors import FileProblems, Problem, Severity, UserError
from planforge.source import engine
from planforge.source.engine import fast, python
from planforge.source.load import load
from planforge.source.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from pathlib import Path

LIST = "the file is a list; a plan begins with a key, a colon and a space"
DIRECTIVE = "a line that begins with % is not used in a plan"
TAG = "a text that begins with ! must stand in quotation marks"
ESCAPE = "an escape stands for a character that cannot be printed: U+0000"
ENGINES = pytest.mark.parametrize("parser", [fast, python])


def refused(text: str) -> list[Problem]:
    with pytest.raises(FileProblems) as caught:
        load("plan.yaml", text.encode())
    return list(caught.value.problems)


@ENGINES
def test_everything_is_text_but_what_is_not_there(parser: engine.Engine) -> None:
    text = (
        "a: yes\nb: no\nc: 2024-02-30\nd: 0o17\ne: 017\nf: 1:30\ng: =\nh: 1.50\n"
        "i:\nj: ~\nk: null\nl: ''\nm: 'null'\n1: x\n~: y\n"
    )
    assert load("plan.yaml", text.encode(), engine=parser).data() == {
        "a": "yes",
        "b": "no",
        "c": "2024-02-30",
        "d": "0o17",
        "e": "017",
        "f": "1:30",
        "g": "=",
        "h": "1.50",
        "i": None,
        "j": None,
        "k": None,
        "l": "",
        "m": "null",
        "1": "x",
        "~": "y",
    }


@ENGINES
def test_old_line_ends_are_ordinary_characters(parser: engine.Engine) -> None:
    text = "a: 甲\x85乙\u2028丙\u2029\ufeff丁\nb: |\n  甲\u2028乙\n"
    source = load("plan.yaml", text.encode(), engine=parser)
    assert source.data() == {"a": "甲\x85乙\u2028丙\u2029\ufeff丁", "b": "甲\u2028乙\n"}
    assert source.text.position(source.place(("b",)).start) == (2, 4)


def test_a_stand_in_never_meets_a_character_written_as_an_escape() -> None:
    assert load("plan.yaml", 'a: "\\ue000\x85\ue001"\n'.encode()).data() == {
        "a": "\ue000\x85\ue001"
    }


@ENGINES
def test_an_alias_is_the_node_it_stands_for(parser: engine.Engine) -> None:
    text = "甲: &x\n  k: v\n乙: *x\n丙: [*x, *x]\n丁: &x 新\n戊: *x\n"
    source = load("plan.yaml", text.encode(), engine=parser)
    assert source.find(("甲",)) is source.find(("乙",)) is source.find(("丙", 1))
    assert source.data()["戊"] == "新"


@ENGINES
def test_a_merge_key_brings_in_what_is_not_written(parser: engine.Engine) -> None:
    text = (
        "甲: &a {x: 1, y: 2}\n乙: &b {y: 3, z: 4}\n"
        "丙:\n  前: 0\n  <<: [*a, *b]\n  x: 9\n丁:\n  <<: *b\n  '<<': 字\n"
    )
    data = load("plan.yaml", text.encode(), engine=parser).data()
    assert list(data["丙"].items()) == [("前", "0"), ("y", "2"), ("z", "4"), ("x", "9")]
    assert data["丁"] == {"y": "3", "z": "4", "<<": "字"}


def test_a_merge_key_needs_a_mapping() -> None:
    (problem,) = refused("a:\n  <<: 文字\n")
    assert problem.place == "plan.yaml:2:7"
    assert problem.message == "<< must be followed by *name of a mapping"


def test_all_duplicate_keys_are_named_with_both_lines() -> None:
    problems = refused("标题: 甲\n标题: 乙\n任务:\n  - 内容: 丙\n    内容: 丁\n    内容: 戊\n")
    assert [(p.code, p.place, p.message) for p in problems] == [
        ("PF002", "plan.yaml:2:1", "the key 标题 already stands in line 1"),
        ("PF002", "plan.yaml:5:5", "the key 内容 already stands in line 4"),
        ("PF002", "plan.yaml:6:5", "the key 内容 already stands in line 4"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "plan.yaml", "the file is empty"),
        (" \n\n", "plan.yaml", "the file is empty"),
        ("---\n", "plan.yaml", "the file is empty"),
        ("# 说明\n", "plan.yaml", "the file holds only comments"),
        ("- 甲\n", "plan.yaml:1:1", LIST),
        ("a: 1\n---\nb: 2\n", "plan.yaml:2:1", "a file holds one plan; a second one begins here"),
        ("%YAML 1.1\n---\na: 1\n", "plan.yaml:1:1", DIRECTIVE),
        ("a: !!python/object:os.system x\n", "plan.yaml:1:4", TAG),
        ("a: !注意\n", "plan.yaml:1:4", TAG),
        ("a: *b\n", "plan.yaml:1:4", "*b repeats something, but there is no &b above it"),
        ("a: &b [*b]\n", "plan.yaml:1:8", "*b stands inside &b and would never end"),
        ("? [a]\n: b\n", "plan.yaml:1:3", "a key must be a text, not a list or a mapping"),
        ("{a: b}: c\n", "plan.yaml:1:1", "a key must be a text, not a list or a mapping"),
        (": b\n", "plan.yaml:1:1", "there is no key before this colon"),
        ('a: "甲\\0"\n', "plan.yaml:1:4", ESCAPE),
    ],
)  # fmt: skip
def test_what_a_plan_cannot_be_is_said_in_one_sentence(text: str, place: str, message: str) -> None:
    (problem,) = refused(text)
    assert (problem.place, problem.message) == (place, message)


def test_a_list_below_a_text_is_doubted_although_it_can_be_read() -> None:
    source = load("plan.yaml", "任务:\n  - 加强学习\n    - 读书会\n".encode())
    assert source.data() == {"任务": ["加强学习 - 读书会"]}
    (notice,) = source.notices
    assert (notice.severity, notice.place) == (Severity.WARNING, "plan.yaml:3:5")
    assert notice.message == "this is no point of a list: the line continues the text above"


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("标题: 甲\n", encoding="utf-8")
    assert load(str(path)).data() == {"标题": "甲"}
    with pytest.raises(UserError, match="is a folder"):
        load(str(tmp_path))


def test_the_python_parser_stands_in_where_the_c_parser_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert engine.HAS_C_PARSER
    monkeypatch.setattr(engine, "HAS_C_PARSER", False)
    assert isinstance(fast("a: 1"), engine._PythonParser)
    assert load("plan.yaml", b"a: 1\n").data() == {"a": "1"}


def test_spans_cover_what_the_user_wrote() -> None:
    text = "a: &x !x\n".replace(" !x", " 甲") + "b: *x\nc:\n- {d: 'e'}\n-\nf: |\n  g\n\nh:   # i\n"
    source = load("plan.yaml", text.encode())

    def shown(*loc: str | int) -> str:
        node = source.find(loc)
        return text[node.start : node.end]

    assert shown("a") == "甲"
    assert shown("c") == "- {d: 'e'}\n-"
    assert shown("c", 0) == "{d: 'e'}"
    assert shown("c", 0, "d") == "'e'"
    assert shown("f") == "|\n  g\n\n"
    assert (shown("h"), source.find(("h",)).start) == ("", text.index("h:") + 2)


def same(one: Node, other: Node) -> bool:
    return repr(one) == repr(other)


LINES = st.lists(
    st.text(alphabet="甲乙ab:- #'\"|>,[]{}&*!%\\\t\n\x85\u2028\r？：", max_size=8), max_size=8
)
PLANS = st.recursive(
    st.sampled_from(
        ["甲", "'乙'", '"丙\\n"', "|\n  丁\n  戊\n", ">-\n   己\n   庚\n\n", "", "~", "a b\n   c"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(
            lambda i: "\n" + "".join(f"- {indent(x)}\n" for x in i)
        ),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda i: "\n" + "".join(f"k{n}: {indent(x)}\n" for n, x in enumerate(i))
        ),
    ),
    max_leaves=8,
)  # fmt: skip


def indent(text: str) -> str:
    return text.replace("\n", "\n  ").rstrip(" ")


@settings(deadline=None, max_examples=400)
@given(LINES)
def test_what_the_c_parser_reads_the_python_parser_reads_alike(lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    try:
        quick = load("plan.yaml", data)
    except FileProblems:
        return
    try:
        slow = load("plan.yaml", data, engine=python)
    except FileProblems:
        # It may refuse a tab, never read it as something else.
        assert b"\t" in data
        return
    assert same(quick.root, slow.root)


@settings(deadline=None, max_examples=400)
@given(PLANS)
def test_both_parsers_give_the_same_nodes_of_a_plan(text: str) -> None:
    data = f"k: {indent(text)}\nz: 1\n".encode()
    quick = load("plan.yaml", data)
    assert isinstance(quick.root, Mapping)
    assert isinstance(quick.find(("z",)), Scalar)
    assert same(quick.root, load("plan.yaml", data, engine=python).root)


@settings(deadline=None, max_examples=600)
@given(LINES, st.sampled_from([fast, python]))
def test_any_text_is_read_or_refused_with_places_in_order(
    lines: list[str], parser: engine.Engine
) -> None:
    text = "\n".join(lines)
    problems: tuple[Problem, ...] = ()
    try:
        load("plan.yaml", text.encode(), engine=parser).data()
    except FileProblems as refusal:
        problems = refusal.problems
    places = [(p.line, p.column) for p in problems]
    assert places == sorted(places)
    assert len(set(problems)) == len(problems)
