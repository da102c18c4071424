from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from planforge.model.status import Status


class Task(BaseModel):
    status: Status | None = None


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("未开始", "not_started"),
        ("未開始", "not_started"),
        ("not_started", "not_started"),
        ("not started", "not_started"),
        ("进行中", "in_progress"),
        ("進行中", "in_progress"),
        ("in_progress", "in_progress"),
        ("已完成", "done"),
        ("完成", "done"),
        (" 完成 ", "done"),
        ("Done", "done"),
        ("延期", "postponed"),
        ("推遲", "postponed"),
        ("postponed", "postponed"),
        ("取消", "cancelled"),
        ("已取消", "cancelled"),
        ("cancelled", "cancelled"),
    ],
)
def test_a_status_is_read_from_the_words_of_both_languages(word: str, status: str) -> None:
    task = Task.model_validate({"status": word})
    assert task.status == status
    assert task.model_dump() == {"status": status}


def test_an_unknown_status_is_refused_with_the_words_to_choose_from() -> None:
    sentence = "快了 is not a status; write one of 未开始、进行中、已完成、延期、取消"
    with pytest.raises(ValidationError, match=sentence):
        Task.model_validate({"status": "快了"})
    with pytest.raises(ValueError, match=sentence):
        Status("快了")


def test_a_status_knows_its_word_in_both_scripts() -> None:
    assert [status.in_words() for status in Status] == [
        "未开始",
        "进行中",
        "已完成",
        "延期",
        "取消",
    ]
    assert Status.IN_PROGRESS.in_words(traditional=True) == "進行中"


def test_every_word_it_prints_is_read_again() -> None:
    for status in Status:
        for traditional in (False, True):
            assert Status(status.in_words(traditional=traditional)) is status


def test_editors_offer_every_word() -> None:
    choices = Task.model_json_schema()["properties"]["status"]["anyOf"][0]["enum"]
    assert {"已完成", "進行中", "done"} <= set(choices)
