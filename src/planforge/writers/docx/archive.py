"""A zip file of fixed bytes, made of parts that mostly are those of the document before.

The zipfile module takes 0.04 ms for a part and packs every part anew, although in document after
document only the text differs. Numbers are those of the clauses of PKWARE's APPNOTE 6.3.10.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

MODE: Final = 0o644
LEVEL: Final = 6
LARGEST_KEPT: Final = 1 << 15
"""In bytes: the parts for styles and lists are smaller, long texts are not worth remembering."""

_LOCAL: Final = struct.Struct("<4sHHHHHLLLHH")  # 4.3.7
_CENTRAL: Final = struct.Struct("<4sBBHHHHHLLLHHHHHLL")  # 4.3.12
_END: Final = struct.Struct("<4sHHHHLLH")  # 4.3.16
_VERSION: Final = 20  # 4.4.3.2: packed with Deflate
_UNIX: Final = 3  # 4.4.2.2
_UTF_8: Final = 1 << 11  # 4.4.4
_DEFLATED: Final = 8  # 4.4.5
_FIRST_YEAR: Final = 1980
_LAST_YEAR: Final = 2107


class _Packed(Struct, frozen=True):
    """What stands in the archive for a part.

    Attributes:
        checksum: CRC-32 of the part.
        blocks: The part in the Deflate format.
    """

    checksum: int
    blocks: bytes


def archive(parts: Mapping[str, bytes], when: datetime | None) -> bytes:
    """A zip file with ``parts`` in their order; the same parts give the same bytes.

    Args:
        parts: Name → content; up to 65,535, and together less than 4 GB.
        when: The time of every part; the earliest that there is when None.
    """
    time, date = _stamp(when)
    local: list[bytes] = []
    central: list[bytes] = []
    at = 0
    for part, data in parts.items():
        packed = _kept(data) if len(data) <= LARGEST_KEPT else _packed(data)
        name = part.encode()
        common = (
            *(_VERSION, 0 if part.isascii() else _UTF_8, _DEFLATED, time, date),
            *(packed.checksum, len(packed.blocks), len(data), len(name), 0),
        )
        local += (_LOCAL.pack(b"PK\3\4", *common), name, packed.blocks)
        attributes = (0, 0, 0, MODE << 16)
        central += (_CENTRAL.pack(b"PK\1\2", _VERSION, _UNIX, *common, *attributes, at), name)
        at += _LOCAL.size + len(name) + len(packed.blocks)
    directory = b"".join(central)
    count = len(parts)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), at, 0)
    return b"".join((*local, directory, end))


def _stamp(when: datetime | None) -> tuple[int, int]:
    """Time and date in the format of MS-DOS (4.4.6), which counts every other second."""
    if when is None or when.year < _FIRST_YEAR:
        return 0, 1 << 5 | 1
    if when.year > _LAST_YEAR:
        return 23 << 11 | 59 << 5 | 29, (_LAST_YEAR - _FIRST_YEAR) << 9 | 12 << 5 | 31
    return (
        when.hour << 11 | when.minute << 5 | when.second // 2,
        (when.year - _FIRST_YEAR) << 9 | when.month << 5 | when.day,
    )


@lru_cache(maxsize=64)
def _kept(data: bytes) -> _Packed:
    return _packed(data)


def _packed(data: bytes) -> _Packed:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _Packed(zlib.crc32(data), packer.compress(data) + packer.flush())
