"""Readings that a converter left behind characters: 戰(zhàn), 發(fā)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .finding import Damage
from .occurring import characters

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS: Final = "a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"
_GLOSS: Final = pattern(
    rf"(?P<open>[(（])(?<=[\u3400-\u9fff].)\s*(?P<said>[{_LETTERS}]+(?:\s*/\s*[{_LETTERS}]+)*)\s*[)）]"
)
# Initials and finals of Hanyu Pinyin (GB/T 16159), tones taken off.
_SYLLABLE: Final = pattern(
    "(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    "(?:a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan"
    "|uang|ue|ui|un|uo|v|ve)"
)
_TELLING: Final = "(（"


def find(text: str) -> Iterator[Damage]:
    """Every reading behind a character; those in Western brackets can be taken out.

    Writers who explain a rare character themselves set the reading in Chinese brackets.
    """
    if characters(text).isdisjoint(_TELLING):
        return
    for match in _GLOSS.finditer(text):
        if all(_SYLLABLE.fullmatch(_toneless(said)) for said in match["said"].split("/")):
            yield Damage(*match.span(), "", sure=match["open"] == "(")


def _toneless(said: str) -> str:
    letters = unicodedata.normalize("NFD", said.strip()).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
