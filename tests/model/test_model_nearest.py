from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.model.nearest import distance, nearest

KEYS = ("标题", "指导思想", "工作目标", "責任人", "title", "targets", "tasks", "列")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("工作目标s", "工作目标"),
        ("指导思像", "指导思想"),
        ("tagrets", "targets"),
        ("Targets", "targets"),
        ("責任人x", "責任人"),
        ("标提", "标题"),
        ("tsaks", "tasks"),
        ("行", ""),
        ("会议纪要", ""),
        ("", ""),
        ("t" * 5000, ""),
    ],
)
def test_the_word_with_the_fewest_slips_is_offered(typed: str, meant: str) -> None:
    assert nearest(typed, KEYS) == meant


def test_of_two_words_equally_near_the_earlier_is_offered() -> None:
    assert nearest("目标甲", ("目标乙", "目标丙")) == "目标乙"


WORDS = st.text("甲乙丙丁", max_size=6)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_the_distance_is_the_same_in_both_directions(a: str, b: str) -> None:
    assert distance(a, b) == distance(b, a)
    assert (distance(a, b) == 0) == (a == b)
    assert distance(a, b) <= max(len(a), len(b))
