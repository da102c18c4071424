from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.writers.docx.numbering_counters import Counters, Start

Paragraphs = list[tuple[int, int]]


def test_a_plan_numbered_throughout_needs_one_list_instance() -> None:
    counters = Counters()
    paragraphs = [(1, 1), (2, 1), (3, 1), (3, 2), (2, 2), (3, 1), (1, 2), (2, 1), (2, 2)]
    assert {counters.place(depth, number) for depth, number in paragraphs} == {1}
    assert counters.starts == ()


def test_items_that_begin_again_without_a_numbered_parent_get_an_instance_of_their_own() -> None:
    counters = Counters()
    paragraphs = [(1, 1), (2, 1), (2, 2), (2, 1), (2, 2), (1, 2), (2, 1)]
    placed = [counters.place(depth, number) for depth, number in paragraphs]
    assert placed == [1, 1, 1, 2, 2, 1, 1]
    assert counters.starts == (Start(2, 2, 1),)


def test_a_level_that_was_skipped_gets_its_own_start_because_programs_disagree() -> None:
    counters = Counters()
    placed = [counters.place(depth, number) for depth, number in [(1, 1), (3, 1), (2, 1)]]
    assert placed == [1, 1, 2]


def test_a_number_out_of_turn_gets_an_instance_that_starts_with_it() -> None:
    counters = Counters()
    assert counters.place(1, 5) == 2
    assert counters.place(1, 6) == 2
    assert counters.starts == (Start(2, 1, 5),)


def reread(paragraphs: Paragraphs, *, shared: bool, filling: bool, lasting: bool) -> list[int]:
    """Numbers that a word processor prints, counted apart from the code under test."""
    counters = Counters()
    instances = [counters.place(depth, number) for depth, number in paragraphs]
    overrides = {start.instance: start for start in counters.starts}
    lists: dict[int, dict[int, int]] = {}
    begun: set[int] = set()
    numbers = []
    for (depth, _), instance in zip(paragraphs, instances, strict=True):
        levels = lists.setdefault(0 if shared else instance, {})
        override = overrides.get(instance)
        first = 1
        if override and override.depth == depth:
            if instance not in begun:
                levels.pop(depth, None)
            if lasting or instance not in begun:
                first = override.number
        begun.add(instance)
        levels[depth] = levels[depth] + 1 if depth in levels else first
        for deeper in [level for level in levels if level > depth]:
            del levels[deeper]
        if filling:
            for above in range(1, depth):
                levels.setdefault(above, 1)
        numbers.append(levels[depth])
    return numbers


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 4)), max_size=40))
@settings(deadline=None)
def test_every_sequence_of_numbers_is_printed_as_it_is_in_every_reading(
    paragraphs: Paragraphs,
) -> None:
    wanted = [number for _, number in paragraphs]
    for shared, filling, lasting in product((False, True), repeat=3):
        found = reread(paragraphs, shared=shared, filling=filling, lasting=lasting)
        assert found == wanted
