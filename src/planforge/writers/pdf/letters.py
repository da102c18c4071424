"""The characters of a document, each with its font, and whether two documents say the same."""

from __future__ import annotations

import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.errors import UserError
from planforge.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planforge.check.document import Paragraph

CONTEXT: Final = 10
"""So many characters before a difference are quoted."""

LAST_LATIN: Final = "\u024f"

# LibreOffice draws the hyphen at which no row is broken as the usual one.
_DRAWN_AS: Final = {"\u2011": "-"}

# Blanks, controls, and what only says how its neighbours look.
_IGNORED: Final = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf"))
_UNASSIGNED: Final = frozenset(("Co", "Cn"))
_VARIATION_SELECTORS: Final = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))


class Letter(Struct, frozen=True):
    """One character and the name of its font."""

    character: str
    font: str


def of_paragraph(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """The text of a paragraph with its automatic number, each character with its font.

    The font is the one asked for: of Latin letters and digits, or of everything else.
    """
    for number, run in enumerate(paragraph.runs):
        for character in run.text if number else paragraph.label + run.text:
            key = "rFonts.ascii" if character <= LAST_LATIN else "rFonts.eastAsia"
            yield character, run.properties.get(key, "")
    if not paragraph.runs:
        yield paragraph.label, ""


def folded(pieces: Iterable[tuple[str, str]]) -> list[Letter]:
    """The characters without blanks, accents on their letters, variants of one glyph as one.

    Two documents that look the same give the same characters: a PDF tells glyphs apart, not
    the ways to write them.
    """
    found: list[Letter] = []
    cluster, owner = "", ""
    for text, font in pieces:
        for said in text:
            if _is_ignored(said):
                continue
            character = _DRAWN_AS.get(said, said)
            if cluster and _joins(character):
                cluster += character
                continue
            found.extend(Letter(one, owner) for one in unicodedata.normalize("NFC", cluster))
            cluster, owner = character, font
    found.extend(Letter(one, owner) for one in unicodedata.normalize("NFC", cluster))
    return found


def _joins(character: str) -> bool:
    """Whether it may become one character with the one before it: a mark, a Korean letter."""
    return unicodedata.category(character).startswith("M") or "\u1160" <= character <= "\u11ff"


def _is_ignored(character: str) -> bool:
    if unicodedata.category(character) in _IGNORED:
        return True
    return any(first <= ord(character) <= last for first, last in _VARIATION_SELECTORS)


def require_same(word: Sequence[Letter], pdf: Sequence[Letter]) -> None:
    """Nothing, when both say the same.

    Raises:
        UserError: They do not; the first difference is named.
    """
    place = difference(word, pdf)
    if place is None:
        return
    before = "".join(letter.character for letter in word[max(place - CONTEXT, 0) : place])
    here, there = (_shown(letters[place : place + 1]) for letters in (word, pdf))
    message = _("the PDF says {there} where the Word document says {here}, after {before}")
    raise UserError(
        message.format(there=there, here=here, before=before or _("the beginning")),
        _("replace {character} in the plan: no font has it").format(character=here)
        if place < len(word) and unicodedata.category(word[place].character) in _UNASSIGNED
        else _("save the Word document as PDF in Word or WPS, and report this"),
    )


def _shown(letters: Sequence[Letter]) -> str:
    """A letter that can be seen, with the code of one that may be nothing but a box."""
    if not letters:
        return _("nothing")
    character = letters[0].character
    if unicodedata.category(character) in _UNASSIGNED:
        return f"{character} (U+{ord(character):04X})"
    return character


def difference(word: Sequence[Letter], pdf: Sequence[Letter]) -> int | None:
    """Index of the first character that is not the same; ``None`` when all are."""
    for place, (one, other) in enumerate(zip_longest(word, pdf)):
        if one is None or other is None or one.character != other.character:
            return place
    return None
