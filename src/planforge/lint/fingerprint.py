"""What tells one finding from another when lines have moved: its rule, file and words."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern
from planforge.script.folded import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.errors import Problem

    from .report import Item

_KEY: Final = pattern(r"[ ]*(?:-[ ]+)*(?:[^\s:：#'\"]+:[ ]+)?")
_BLANKS: Final = pattern(r"\s+")
_LENGTH: Final = 16


def of_words(problem: Problem) -> str:
    """A short name of what stands at a problem: the same after moving, new marks, another script.

    It is made of the ideographs of the line in simplified characters, a key before the place left
    out; of the whole line without blanks where it has none.
    """
    key = _KEY.match(problem.excerpt)
    line = problem.excerpt[key.end() if key and key.end() < problem.column else 0 :]
    words = folded(line) or _BLANKS.sub("", line)
    return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:_LENGTH]


def unique(items: Iterable[Item], path: str) -> Iterator[tuple[Item, str]]:
    """Every finding of a file with a name of its own, without line numbers.

    Args:
        items: The findings in the order of the file; those of the same name are counted.
        path: The file as all machines name it.
    """
    seen: Counter[str] = Counter()
    for item in items:
        name = "\0".join((item.problem.code, path, item.print or of_words(item.problem)))
        yield item, hashlib.sha256(f"{name}\0{seen[name]}".encode()).hexdigest()
        seen[name] += 1
