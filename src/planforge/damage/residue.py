"""What belongs to the page a text was copied from: 小编, 相关文章, 下一篇, a watermark."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from planforge import resources

from .finding import Damage

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE: Final = "damage/residue.yaml"


class _Words(NamedTuple):
    """Whole lines, and stretches inside a line."""

    lines: re.Pattern[str]
    inside: re.Pattern[str]


def find(text: str) -> Iterator[Damage]:
    """Every line of ``text`` that is residue as a whole, and residue inside other lines."""
    start = 0
    for line in text.split("\n"):
        if is_line(line):
            yield Damage(start, start + len(line), "", sure=True)
        else:
            for match in _words().inside.finditer(line):
                yield Damage(start + match.start(), start + match.end(), "", sure=False)
        start += len(line) + 1


def is_line(line: str) -> bool:
    """Whether the whole line belongs to the page and not to the plan."""
    return bool(_words().lines.fullmatch(line.strip()))


@cache
def _words() -> _Words:
    from planforge.source.load import load

    data = load(str(resources.path(FILE)), resources.read(FILE)).data()
    return _Words(*(re.compile("|".join(data[name])) for name in _Words._fields))
