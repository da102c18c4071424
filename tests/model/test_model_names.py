from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from planforge.model.names import Names, split


class Group(BaseModel):
    members: Names = ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("工会主席", ("工会主席",)),
        ("工会主席、副校长", ("工会主席", "副校长")),
        ("甲，乙,丙；丁;戊", ("甲", "乙", "丙", "丁", "戊")),
        ("甲\n乙\r\n丙", ("甲", "乙", "丙")),
        ("、甲、、 乙 、", ("甲", "乙")),
        ("组织部（主任、干事）、宣传部", ("组织部（主任、干事）", "宣传部")),
        ("《职工之友、班组之窗》编辑部，工会", ("《职工之友、班组之窗》编辑部", "工会")),
        ("“阅读、写作”小组、「書法、繪畫」小組", ("“阅读、写作”小组", "「書法、繪畫」小組")),
        ("甲（乙、丙", ("甲（乙", "丙")),
        ("李 明", ("李 明",)),
        ("", ()),
    ],
)
def test_names_are_split_where_people_separate_them(text: str, names: tuple[str, ...]) -> None:
    assert split(text) == names
    assert Group.model_validate({"members": text}).members == names


def test_names_of_a_list_are_kept_whole() -> None:
    read = Group.model_validate({"members": ["组织部、宣传部", " 工会 ", "", 3]})
    assert read.members == ("组织部、宣传部", "工会", "3")


@pytest.mark.parametrize("value", [{"a": 1}, [["甲"]], True, None, [None]])
def test_what_is_no_list_of_names_is_refused(value: object) -> None:
    with pytest.raises(ValidationError, match="a name or a list of names is expected here"):
        Group.model_validate({"members": value})


def test_editors_accept_a_text_or_a_list() -> None:
    options = Group.model_json_schema()["properties"]["members"]["anyOf"]
    assert {option["type"] for option in options} == {"string", "array"}


@settings(deadline=None)
@given(st.text())
def test_splitting_loses_nothing_but_separators_and_blanks(text: str) -> None:
    kept = "".join("".join(split(text)).split())
    rest = iter("".join(text.split()))
    assert all(character in rest for character in kept)
