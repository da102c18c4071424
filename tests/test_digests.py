"""Sets of digests are as sets are, in less memory."""

from __future__ import annotations

import hashlib
import tracemalloc

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.digests import SIZE, Digests

few = st.binary(min_size=SIZE, max_size=SIZE) | st.sampled_from((b"\0" * SIZE, b"\xff" * SIZE))


@settings(deadline=None)
@given(st.lists(few), few)
def test_they_hold_what_a_set_holds(digests: list[bytes], other: bytes) -> None:
    ours, theirs = Digests(), set[bytes]()
    for digest in digests:
        assert ours.add(digest) == (digest not in theirs)
        theirs.add(digest)
    assert all(digest in ours for digest in theirs)
    assert (other in ours) == (other in theirs)


@settings(deadline=None)
@given(st.dictionaries(few, st.integers(0, 2**48 - 1)), few)
def test_they_hold_a_number_for_each_as_a_dict_does(
    numbers: dict[bytes, int], other: bytes
) -> None:
    ours = Digests(number_size=6)
    for digest, number in numbers.items():
        assert ours.add(digest, number)
        assert not ours.add(digest, 1)
    assert all(ours.number(digest) == number for digest, number in numbers.items())
    assert ours.number(other) == numbers.get(other)


def test_each_of_very_many_takes_little_more_than_its_bytes() -> None:
    number = 100_000
    tracemalloc.start()
    try:
        digests = Digests()
        for turn in range(number):
            digests.add(hashlib.blake2b(str(turn).encode(), digest_size=SIZE).digest())
        taken, _most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert taken / number < 2 * SIZE
