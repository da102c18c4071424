from __future__ import annotations

from typing import Any

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from planforge.model.entry import Entry, blank, without_blanks
from planforge.model.item import Item
from planforge.model.plan import Plan
from planforge.model.schedule import Activity
from planforge.model.section import Section
from planforge.model.vocabulary import below_and

ENTRIES = below_and(Plan)


def test_the_model_has_entries() -> None:
    assert {Plan, Section, Item, Activity} <= set(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.__name__)
def test_every_field_has_a_key_with_words_in_both_languages(entry: type[Entry]) -> None:
    assert list(entry.keys()) == list(entry.model_fields)
    for key in entry.keys().values():
        assert key.about
        assert key.en


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.__name__)
def test_no_name_means_two_keys_of_one_mapping(entry: type[Entry]) -> None:
    names = [n for field, key in entry.keys().items() for n in {field, *key.chinese}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.__name__)
def test_every_example_of_a_key_is_accepted(entry: type[Entry]) -> None:
    examples = {f: k.example for f, k in entry.keys().items() if k.example is not None}
    assert examples
    entry.model_validate(examples)


def test_a_text_fills_the_field_that_the_class_names() -> None:
    assert Activity.model_validate("送清凉").title == "送清凉"
    assert Item.model_validate("开一次会").text == "开一次会"


def test_a_number_counts_as_text() -> None:
    assert Item.model_validate(2027).text == "2027"


def test_a_list_fills_the_field_that_the_class_names() -> None:
    assert [i.text for i in Section.model_validate(["甲", "乙"]).items] == ["甲", "乙"]


def test_a_single_text_is_a_list_of_one() -> None:
    assert [i.text for i in Section.model_validate({"子项": "甲"}).items] == ["甲"]


def test_a_list_of_texts_is_one_text_with_a_paragraph_per_entry() -> None:
    assert Section.model_validate({"内容": ["第一段", None, "第二段"]}).text == "第一段\n第二段"


def test_several_owners_are_set_apart_by_an_enumeration_comma() -> None:
    assert (
        Item.model_validate({"内容": "甲", "责任人": ["组织部", "宣传部"]}).owner
        == "组织部、宣传部"
    )


def test_blanks_around_a_text_go() -> None:
    assert Item.model_validate({"标题": "　统一部署 \n"}).title == "统一部署"


def test_keys_and_entries_left_open_count_as_absent() -> None:
    section = Section.model_validate({"标题": None, "子项": [None, {"标题": None}, "甲", [None]]})
    assert section == Section(items=(Item(text="甲"),))


def test_an_entry_cannot_be_changed() -> None:
    item: Any = Item(text="甲")
    with pytest.raises(ValidationError, match="frozen"):
        item.text = "乙"


LEAVES = st.none() | st.text(max_size=3)
NESTED = st.recursive(
    LEAVES, lambda t: st.lists(t, max_size=3) | st.dictionaries(st.text(max_size=2), t, max_size=3)
)


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=2), NESTED, max_size=4))
def test_after_taking_out_blanks_none_is_left_at_the_first_two_levels(
    values: dict[str, Any],
) -> None:
    kept = without_blanks(values)
    assert not any(map(blank, kept.values()))
    assert not any(blank(e) for v in kept.values() if isinstance(v, list) for e in v)
    assert without_blanks(kept) is kept


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.__name__)
def test_the_traditional_name_says_the_same_as_the_simplified_one(entry: type[Entry]) -> None:
    simplify = opencc.OpenCC("t2s").convert
    for key in entry.keys().values():
        assert simplify(key.hant) == key.zh or key.hant == "欄"
