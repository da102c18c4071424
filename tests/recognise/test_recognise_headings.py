from __future__ import annotations

import pytest

from planforge.model.plan import BODY
from planforge.recognise import headings


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("指导思想", "guiding_ideology"),
        ("指導思想：", "guiding_ideology"),
        ("2027年工作目标", "targets"),
        ("20xx年主要工作", "tasks"),
        ("今年的重点工作", "tasks"),
        ("具体月份工作安排：", "schedule"),
        ("【保障措施】", "safeguards"),
        ("关于指导思想的说明", ""),
        ("加强组织领导，落实责任", ""),
        ("", ""),
    ],
)
def test_a_heading_is_known_by_its_whole_words(heading: str, key: str) -> None:
    assert headings.section(heading) == key


def test_every_word_of_the_data_file_belongs_to_a_section_of_the_plan() -> None:
    words, qualifiers = headings.vocabulary()
    assert words
    assert qualifiers
    assert set(words.values()) <= set(BODY)
