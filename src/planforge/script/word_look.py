"""Language and fonts of a part of a Word file, for the readers of a region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .targets import TARGETS
from .vocabulary import fonts
from .word_text import A, C, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_EAST_ASIA: Final = f"{W}eastAsia"
_LANGUAGES: Final = {
    f"{W}lang": (_EAST_ASIA, f"{W}val"),
    f"{W}themeFontLang": (_EAST_ASIA, f"{W}val"),
    f"{C}lang": ("val",),
    **dict.fromkeys((f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr"), ("lang", "altLang")),
}
_FONTS: Final = {
    f"{W}rFonts": (f"{W}ascii", f"{W}hAnsi", _EAST_ASIA, f"{W}cs"),
    **dict.fromkeys((f"{A}latin", f"{A}ea", f"{A}cs"), ("typeface",)),
}


def convert_look(root: Element, target: str) -> None:
    """Set language and fonts; the words alone would be spell-checked and drawn as the old ones.

    Args:
        root: The part.
        target: A key of `planforge.script.targets.TARGETS`.
    """
    for element, attribute, value in _values(root, _LANGUAGES):
        # Templates leave English or Japanese there, and Chinese text is what it holds for.
        if attribute == _EAST_ASIA or value.startswith("zh"):
            element.set(attribute, TARGETS[target].language)
    names = fonts(to_traditional=TARGETS[target].from_simplified)
    for element, attribute, value in _values(root, _FONTS):
        if value in names:
            element.set(attribute, names[value])


def _values(
    root: Element, attributes: dict[str, tuple[str, ...]]
) -> Iterator[tuple[Element, str, str]]:
    for element in root.iter(*attributes):
        for attribute in attributes[str(element.tag)]:
            if (value := element.get(attribute)) is not None:
                yield element, attribute, value
