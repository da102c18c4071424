"""Words in other characters, converted once: texts repeat their words, and folders do even more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .together import together

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Characters of all words together; some thirty thousand words.
_MOST: Final = 1 << 16


class Lexicon:
    """Converts words, each without regard to those beside it.

    Args:
        convert: Converts a text, or several `together`.
    """

    def __init__(self, convert: Callable[[str], str]) -> None:
        self._convert = convert
        self._known: dict[str, str] = {}
        self._size = 0

    def __call__(self, words: Sequence[str]) -> list[str]:
        """Each of ``words`` converted."""
        try:
            return self._look_up(words)
        except KeyError:
            self._learn(words)
            return self._look_up(words)

    def _look_up(self, words: Sequence[str]) -> list[str]:
        # No loop of our own over all words: that would take as long as cutting them.
        return list(map(self._known.__getitem__, words))

    def _learn(self, words: Sequence[str]) -> None:
        if self._size > _MOST:
            self._known.clear()
            self._size = 0
        new = list({*words} - self._known.keys())
        self._known.update(zip(new, together(new, self._convert), strict=True))
        self._size += sum(map(len, new))
