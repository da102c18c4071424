from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from planforge.catalogue import load_catalogue
from planforge.model.catalogue import CONTEXT, Kind, Region
from planforge.model.refusal import RefusedError

KINDS = [
    ("学校", "school"),
    ("中学", "school"),
    ("幼兒園", "kindergarten"),
    ("大学", "university"),
    ("Hospital", "hospital"),
    ("国企", "enterprise"),
    ("機關", "government"),
    ("社区", "community"),
    ("总工会", "federation"),
    (" 女职工委员会 ", "women"),
]


@pytest.mark.parametrize(("name", "key"), KINDS)
def test_a_kind_is_known_by_each_of_its_names(name: str, key: str) -> None:
    context = {CONTEXT: load_catalogue()}
    assert TypeAdapter[str](Kind).validate_python(name, context=context) == key


@pytest.mark.parametrize(
    ("name", "code"),
    [("cn", "cn"), ("臺灣", "tw"), ("香港", "hk"), ("Macao", "mo"), ("大陆", "cn")],
)
def test_a_region_is_known_by_its_code_and_its_names(name: str, code: str) -> None:
    assert load_catalogue().region(name) == code


def test_no_name_means_two_kinds() -> None:
    names = [n.casefold() for term in load_catalogue().kinds.values() for n in term.names]
    assert len(names) == len(set(names)) > 50


def test_an_unknown_kind_is_refused_with_the_nearest_and_all_others() -> None:
    with pytest.raises(RefusedError, match="“中雪” is not a kind of organization") as caught:
        load_catalogue().kind("中雪")
    assert caught.value.hint.startswith("Did you mean “中学”? Known are 学校、幼儿园、")


def test_an_unknown_region_is_refused_with_all_codes() -> None:
    with pytest.raises(RefusedError) as caught:
        load_catalogue().region("mars")
    assert caught.value.hint == "Known are cn（大陆）、tw（台湾）、hk（香港）、mo（澳门）"


def test_without_a_catalogue_any_word_passes() -> None:
    assert TypeAdapter[str](Region).validate_python("anywhere") == "anywhere"
    with pytest.raises(ValidationError):
        TypeAdapter[str](Kind).validate_python("x", context={CONTEXT: load_catalogue()})
