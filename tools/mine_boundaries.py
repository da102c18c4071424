"""Print the pairs of frequent words that come out differently together than apart.

OpenCC finds dictionary entries across the border of two words (不断|发挥 holds 断发). This asks
for every ordered pair of the most frequent words of a folder whether convert(a + b) is
convert(a) + convert(b), with the bare OpenCC call and with planforge's own conversion:

    python tools/mine_boundaries.py FOLDER [--words 1600] [--to tw] [--show 100]

Not every pair is an error. What is one belongs in templates/vocabulary/words.tsv as the longer
phrase, with a reason; an entry of only the two characters at the border breaks more than it mends.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import rjieba

from planforge.script.converter import DEFAULT, Options, prose_converter
from planforge.script.targets import TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SUFFIXES: Final = {".txt", ".md", ".yaml", ".yml", ".j2"}
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]+")


class Pair(NamedTuple):
    """Two words that change each other, and how much text that may concern."""

    weight: int
    first: str
    second: str
    together: str


def frequent_words(folder: Path, most: int) -> Counter[str]:
    """The most frequent Chinese words of the texts below ``folder``."""
    segmenter = rjieba.Jieba()
    found = Counter(
        word
        for path in sorted(folder.rglob("*"))
        if path.suffix in _SUFFIXES
        for word in segmenter.cut(path.read_text("utf-8"))
        if _CHINESE.fullmatch(word)
    )
    return Counter(dict(found.most_common(most)))


def unstable(words: Counter[str], convert: Callable[[str], str]) -> Iterator[Pair]:
    """The pairs that come out differently together."""
    alone = {word: convert(word) for word in words}
    for first in words:
        together = convert("\n".join(first + second for second in words)).split("\n")
        for second, result in zip(words, together, strict=True):
            if result != alone[first] + alone[second]:
                yield Pair(words[first] * words[second], first, second, result)


def main() -> None:
    """Print how many pairs there are, and the weightiest of our own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=1600)
    parser.add_argument("--to", choices=[name for name in TARGETS if name != "cn"], default="tw")
    parser.add_argument("--show", type=int, default=100)
    wishes = parser.parse_args()
    words = frequent_words(wishes.folder, wishes.words)
    if not words:
        raise SystemExit(f"no texts below {wishes.folder}")
    bare = prose_converter(wishes.to, Options(word_boundaries=False, vocabulary="none"))
    ours = prose_converter(wishes.to, DEFAULT)
    pairs = sorted(unstable(words, ours), reverse=True)
    print(f"{len(words)} words, {len(words) ** 2} pairs")
    print(f"bare OpenCC: {sum(1 for _ in unstable(words, bare))} pairs, ours: {len(pairs)}")
    for pair in pairs[: wishes.show]:
        print(f"{pair.weight}\t{pair.first}|{pair.second}\t{pair.together}")


if __name__ == "__main__":
    main()
