from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.errors import UserError
from planforge.writers.pdf.letters import Letter, difference, folded, require_same


def letters(text: str) -> list[Letter]:
    return folded([(text, "")])


def plain(text: str) -> str:
    return "".join(letter.character for letter in letters(text))


def test_blanks_and_invisible_characters_do_not_count() -> None:
    assert plain("一 二\u3000三\t四\n五\u200b六\ufe0f七\xa0\u00ad") == "一二三四五六七"


def test_accents_stand_on_their_letters_and_variants_are_one() -> None:
    assert plain("jie\u0301 \uf967") == "jié不"


def test_a_hyphen_that_holds_a_row_together_is_drawn_as_any_other() -> None:
    assert plain("0571\u20118888") == plain("0571-8888")


def test_a_letter_keeps_its_font() -> None:
    assert folded([("一", "A"), (" ", "B"), ("二", "B")]) == [Letter("一", "A"), Letter("二", "B")]


@given(st.text())
@settings(deadline=None)
def test_every_way_to_write_a_text_gives_the_same_letters(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert plain(unicodedata.normalize(form, text)) == plain(unicodedata.normalize("NFC", text))


def test_the_same_text_is_accepted() -> None:
    require_same(letters("甲，乙"), letters("甲 ， 乙"))
    assert difference(letters("甲"), letters("甲")) is None


@pytest.mark.parametrize(
    ("word", "pdf", "sentence"),
    [
        (
            "开展活动，加强宣传",
            "开展活动加强宣传",
            "says 加 where the Word document says ，, after 开展活动",
        ),
        ("开展", "开展活动", "says 活 where the Word document says nothing, after 开展"),
        ("活动", "", "says nothing where the Word document says 活, after the beginning"),
    ],
)
def test_the_first_difference_is_named(word: str, pdf: str, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        require_same(letters(word), letters(pdf))
    assert sentence in caught.value.message


def test_a_letter_that_no_font_has_is_named_by_its_code() -> None:
    with pytest.raises(UserError, match=r"\(U\+E3C4\)") as caught:
        require_same(letters("学霸\ue3c4（"), letters("学霸（"))
    assert caught.value.hint == "replace \ue3c4 (U+E3C4) in the plan: no font has it"
