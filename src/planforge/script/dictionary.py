"""The dictionary of the word segmenter, with our own words."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from .targets import TARGETS
from .vocabulary import phrases, vocabulary

# Rarer than any word beside it that the segmenter knows, commoner than two loose characters.
_FREQUENCY_OF_A_PHRASE: Final = 3


def is_ordinary(text: str) -> bool:
    """Whether the dictionary of the segmenter has ``text`` as a word and as no name."""
    return is_word(text) and not any(tag == "nr" for _word, tag in segmenter().tag(text, hmm=False))


def is_word(text: str) -> bool:
    """Whether the dictionary of the segmenter has ``text`` as a word."""
    known: bool = segmenter().has_word(text)
    return known


@cache
def segmenter() -> Any:
    """The word segmenter with our own words, the same for every target and use.

    rjieba loads its dictionary when it is imported; a second one would take another 24 MB.
    """
    import rjieba  # loads its dictionary

    for phrase in phrases():
        rjieba.add_word(phrase, _FREQUENCY_OF_A_PHRASE, None)
    for word in sorted({word for target in TARGETS for word in vocabulary(target).words}):
        rjieba.add_word(word, None, None)
    return rjieba
