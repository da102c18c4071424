from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from planforge.model.yes_no import YesNo, YesNoAuto


class Switch(BaseModel):
    on: YesNo


@pytest.mark.parametrize(
    "word", ["是", "有", "要", "yes", "Yes", "true", "TRUE", "on", "1", 1, True, " 是 "]
)
def test_yes_is_understood(word: object) -> None:
    assert Switch.model_validate({"on": word}).on is True


@pytest.mark.parametrize(
    "word", ["否", "无", "無", "不", "没有", "沒有", "no", "NO", "false", "off", "0", 0, False]
)
def test_no_is_understood(word: object) -> None:
    assert Switch.model_validate({"on": word}).on is False


@pytest.mark.parametrize("word", ["也许", "", "2", None, ["是"]])
def test_anything_else_is_refused_with_the_two_words(word: object) -> None:
    with pytest.raises(ValidationError, match="is neither yes nor no; write 是 or 否"):
        Switch.model_validate({"on": word})


def test_editors_accept_a_switch_and_its_words() -> None:
    schema = str(Switch.model_json_schema())
    assert "boolean" in schema
    assert "是" in schema


class Choice(BaseModel):
    on: YesNoAuto = "auto"


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("自动", "auto"),
        ("自動", "auto"),
        ("Auto", "auto"),
        ("是", "yes"),
        ("不", "no"),
        (True, "yes"),
    ],
)
def test_a_switch_may_be_left_to_the_program(word: object, read: str) -> None:
    assert Choice.model_validate({"on": word}).on == read
    assert Choice().on == "auto"
