"""Traditional text in the writing of another region."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from .converter import DEFAULT, engine, refuse_nul, with_characters
from .targets import TARGETS
from .vocabulary import regional_words, replaced, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from .converter import Options

# What reads the characters of the other regions, and what writes those of this one. Going
# through simplified text instead is right for as many words, but 四周 comes back as 四週.
_STEPS: Final = {"tw": ("hk2t", "t2tw"), "hk": ("tw2t", "t2hk"), "mo": ("tw2t", "t2hk")}


def regional_converter(target: str, options: Options = DEFAULT) -> Callable[[str], str]:
    """A function that brings traditional text into the writing of ``target``.

    Text for ``hant`` stays as it is: that target asks for traditional characters and no region.
    """
    steps = [engine(name).convert for name in _STEPS.get(target, ())]
    if not steps:
        return str
    use_vocabulary = options.vocabulary != "none"
    characters = vocabulary(target).characters if use_vocabulary else {}

    def convert(text: str) -> str:
        refuse_nul(text)
        if use_vocabulary:
            text = replaced(text, _words(target), {})
        for step in steps:
            text = step(text)
        return with_characters(text, characters)

    return convert


@cache
def _words(target: str) -> dict[str, str]:
    """Word of another region → what ``target`` says."""
    own = {word: _written(target, word) for word in regional_words().values()}
    return {
        other: here
        for region, known in TARGETS.items()
        if known.from_simplified
        for word, here in own.items()
        if (other := _written(region, word)) != here and other not in own.values()
    }


def _written(target: str, word: str) -> str:
    answer = vocabulary(target).words.get(word)
    return answer or engine(TARGETS[target].configuration).convert(word)
