"""Characters that no longer say what they were: U+FFFD, private use, 锟斤拷."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .finding import Damage
from .spaces import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Iterator

# Wingdings and Symbol, as Word writes their bullets into the text (U+F000 + code).
BULLETS: Final = {
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf076": "◆",
    "\uf0a7": "▪",
    "\uf0b2": "◇",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
}
_LOST: Final = pattern(
    # 锟斤拷 is what U+FFFD in UTF-8 becomes when it is read as GBK.
    rf"(?![{PRIVATE}])(?:\ufffd|[\ue000-\uf8ff]|[\U000f0000-\U0010fffd]|锟斤拷|锟斤|烫烫|屯屯)+"
)


def find(text: str) -> Iterator[Damage]:
    """Every run of them; a bullet of a symbol font can be written as an ordinary one."""
    for match in _LOST.finditer(text):
        said = BULLETS.get(match[0])
        yield Damage(*match.span(), said, sure=said is not None)
