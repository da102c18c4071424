"""Several texts converted at once, and words converted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.script import lexicon
from planforge.script.conversion import Conversion
from planforge.script.converter import VOCABULARIES, Options, engine, prose_converter
from planforge.script.dictionary import segmenter
from planforge.script.glossary import Glossary
from planforge.script.lexicon import Lexicon
from planforge.script.persons import Named
from planforge.script.plan_file import convert_yaml
from planforge.script.report import watched
from planforge.script.targets import TARGETS
from planforge.script.together import BORDER, apart, together

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

# What may look beyond the end of a text: names and titles, quotations, tags, compounds, line ends.
PIECES = (
    *(
        "范",
        "于",
        "后",
        "由",
        "主席",
        "同志",
        "丽",
        "工会",
        "委员",
        "会",
        "不断",
        "发挥",
        "信息管理",
    ),
    *("計畫", "資訊", "皇后", "發", "台灣", "计划", "软件", "头", "发", "着", "里"),
    *("《", "》", "“", "”", "「", "」", "\n", "\r\n", "\r", " ", "\u3000", "。", "，", "a", "1"),
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "<!--",
        "-->",
        "<a",
        ">",
        "/",
        "a/b/",
        "@",
        "发@后.cn",
        "www.",
        "http://",
    ),
)
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), max_size=6)
ALONE = r"于(?<![\u3400-\u9fff]于)(?![\u3400-\u9fff])"
GLOSSARY = Glossary({"工会": "工會會", "于": "于", "\n": "\n"}, {"于": Named("于", ALONE, "")})


@settings(deadline=None, max_examples=300)
@given(
    TEXTS,
    st.sampled_from(sorted(TARGETS)),
    st.builds(Options, st.booleans(), st.sampled_from(VOCABULARIES)),
    st.sampled_from(("simplified", "traditional", "mixed")),
    st.sampled_from((Glossary(), GLOSSARY)),
)
def test_texts_converted_together_are_what_each_is_alone(
    texts: list[str], target: str, options: Options, script: str, glossary: Glossary
) -> None:
    way = Conversion(target, options, glossary, script=script)  # type: ignore[arg-type]
    together_, way_together = watched("a", way)
    alone, way_alone = watched("a", way)
    assert way_together.texts(texts) == [way_alone.text(text) for text in texts]
    assert together_ == alone
    assert way.texts(texts) == [way.text(text) for text in texts]


@settings(deadline=None)
@given(TEXTS)
def test_a_text_that_holds_the_border_is_converted_alone(texts: list[str]) -> None:
    odd = [*texts, f"发展{BORDER}后勤{BORDER}\n于"]
    convert = Conversion("tw")
    assert convert.texts(odd) == [convert.text(text) for text in odd]


def test_together_hands_on_one_text_and_none_for_none() -> None:
    seen: list[list[str]] = []

    def convert(joined: str) -> str:
        seen.append(apart(joined))
        return joined

    assert together(["a", "", "b"], convert) == ["a", "", "b"]
    assert seen == [["a", "", "b"]]
    assert together([], convert) == []
    assert len(seen) == 1


def test_a_name_does_not_reach_into_the_next_text_nor_a_quotation() -> None:
    assert Conversion("tw").texts(["值班范", "主席台", "《计划", "信息》"]) == [
        "值班範",
        "主席臺",
        "《計劃",
        "資訊》",
    ]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES)).map("".join) | st.text(st.characters(codec="utf-8")),
    st.sampled_from(sorted(name for name, one in TARGETS.items() if one.from_simplified)),
    st.sampled_from(("none", "full")),
)
def test_word_by_word_is_what_opencc_makes_of_words_with_a_mark_between(
    text: str, target: str, vocabulary: str
) -> None:
    text = text.replace("\0", "")
    mark = next(one for one in map(chr, range(0xFDD0, 0xFDF0)) if one not in text)
    options = Options(vocabulary=vocabulary)  # type: ignore[arg-type]
    known = TARGETS[target]
    words: Sequence[str] = segmenter().cut(text, hmm=False)
    if vocabulary == "none":
        plain = engine(known.configuration).convert(mark.join(words)).replace(mark, "")
        assert prose_converter(target, options)(text) == plain
    phrases = engine(known.phrases).convert
    assert Lexicon(phrases)(words) == phrases(mark.join(words)).split(mark)[: len(words)]


def test_each_word_is_converted_once_and_not_for_ever_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lexicon, "_MOST", 4)
    seen: list[str] = []

    def convert(joined: str) -> str:
        seen.extend(sorted(apart(joined)))
        return joined.upper()

    known = Lexicon(convert)
    assert known(["ab", "cd", "ab"]) == ["AB", "CD", "AB"]
    assert known(["cd", "ef"]) == ["CD", "EF"]
    assert seen == ["ab", "cd", "ef"]
    assert known(["ab", "g"]) == ["AB", "G"]
    assert seen == ["ab", "cd", "ef", "ab", "g"]


def test_a_long_word_that_is_no_chinese_is_no_compound() -> None:
    long = "a" * 50_000
    assert Conversion("tw").text(f"发展 {long}") == f"發展 {long}"


def test_a_text_that_is_repeated_names_a_person_wherever_it_stands() -> None:
    text = "内容: &head 于和\n负责人: *head\n标题: 于和来\n"
    assert convert_yaml("a.yaml", text, Conversion("tw")) == (
        "内容: &head 于和\n负责人: *head\n标题: 於和來\n"
    )
