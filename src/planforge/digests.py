"""A set of digests that takes little more memory than their bytes, because there may be millions.

A set of Python takes about 120 bytes for each.
"""

from __future__ import annotations

from typing import Final

SIZE: Final = 16
"""Bytes of a digest."""
# The first bits choose a bucket: few buckets for few digests, 37 kB in each for ten million.
_BUCKETS: Final = 4096
_SHIFT: Final = 4


class Digests:
    """Digests of `SIZE` bytes that are as good as random, each with a number where that is wanted.

    Args:
        number_size: Bytes for the number of each digest.
    """

    def __init__(self, number_size: int = 0) -> None:
        self._number_size = number_size
        self._buckets: list[bytearray | None] = [None] * _BUCKETS

    def __contains__(self, digest: bytes) -> bool:
        return self.number(digest) is not None

    def number(self, digest: bytes) -> int | None:
        """The number of a digest; ``None`` where it was not added."""
        bucket = self._buckets[_bucket(digest)]
        # A match in the middle of two entries is as unlikely as two equal digests.
        if bucket is None or (at := bucket.find(digest[1:])) < 0:
            return None
        begin = at + SIZE - 1
        return int.from_bytes(bucket[begin : begin + self._number_size], "big")

    def add(self, digest: bytes, number: int = 0) -> bool:
        """Add a digest, and say whether it is new; one that is there keeps its number."""
        if digest in self:
            return False
        place = _bucket(digest)
        bucket = self._buckets[place]
        if bucket is None:
            bucket = self._buckets[place] = bytearray()
        bucket += digest[1:] + number.to_bytes(self._number_size, "big")
        return True


def _bucket(digest: bytes) -> int:
    return int.from_bytes(digest[:2], "big") >> _SHIFT
