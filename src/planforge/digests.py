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
    """Digests of `SIZE` bytes that are as good as random."""

    def __init__(self) -> None:
        self._buckets: list[bytearray | None] = [None] * _BUCKETS

    def __contains__(self, digest: bytes) -> bool:
        bucket = self._buckets[_number(digest)]
        # A match across two digests is as unlikely as two equal digests.
        return bucket is not None and digest[1:] in bucket

    def add(self, digest: bytes) -> bool:
        """Add a digest, and say whether it is new."""
        if digest in self:
            return False
        number = _number(digest)
        bucket = self._buckets[number]
        if bucket is None:
            bucket = self._buckets[number] = bytearray()
        bucket += digest[1:]
        return True


def _number(digest: bytes) -> int:
    return int.from_bytes(digest[:2], "big") >> _SHIFT
