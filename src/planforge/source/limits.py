"""How large a plan file may be; real plans stay far below."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """What is refused, so that a hostile or mistaken file cannot exhaust the machine.

    Attributes:
        size: Bytes of the file. The largest known plan has under 100 KB.
        depth: Levels of nesting, aliases expanded. A plan needs about 12.
        nodes: Values and keys, every alias counted with all that it stands for. A plan of
            500 lines has about 1,000.
    """

    size: int = 10_000_000
    depth: int = 100
    nodes: int = 200_000
