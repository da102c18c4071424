"""``word/settings.xml`` and ``word/fontTable.xml``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .oxml import add, put, root, xml

if TYPE_CHECKING:
    from planforge.styles import Style

WORD_2013: Final = 15
MICROSOFT: Final = "http://schemas.microsoft.com/office/word"
TAB_STOP: Final = 420
LATIN: Final = "en-US"
"""The language of Latin text."""

# What Word 2013 and later write themselves; without them Word opens in compatibility mode.
COMPATIBILITY: Final = {
    "compatibilityMode": WORD_2013,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}


@lru_cache(maxsize=16)
def settings_part(style: Style, language: str, *, contents: bool = False) -> bytes:
    """Settings: odd and even footers, mirrored margins, East Asian spacing, Word 2013 layout.

    Args:
        style: The page style.
        language: That of East Asian text, also where somebody chooses a font of the theme later.
        contents: There is a table of contents, whose page numbers Word fills in when it opens
            the file.
    """
    settings = root("settings")
    put(settings, "zoom", percent=100)
    if style.page.duplex:
        put(settings, "mirrorMargins")
    put(settings, "defaultTabStop", val=TAB_STOP)
    if style.page_number.place == "outside":
        put(settings, "evenAndOddHeaders")
    put(settings, "characterSpacingControl", val="compressPunctuation")
    if contents:
        put(settings, "updateFields")
    compatibility = put(settings, "compat")
    # A row that ends in a line break is not stretched to the block.
    add(compatibility, "doNotExpandShiftReturn")
    for name, value in COMPATIBILITY.items():
        add(compatibility, "compatSetting", name=name, uri=MICROSOFT, val=value)
    put(settings, "themeFontLang", val=LATIN, eastAsia=language)
    put(settings, "decimalSymbol", val=".")
    put(settings, "listSeparator", val=",")
    return xml(settings)


def font_table_part(style: Style) -> bytes:
    """The fonts in use, with what may stand in for them."""
    table = root("fonts")
    written: set[str] = set()
    for font in style.fonts.values():
        if font.name in written:
            continue
        written.add(font.name)
        made = add(table, "font", name=font.name)
        if font.instead:
            put(made, "altName", val=",".join(font.instead))
        put(made, "charset", val=font.charset)
        put(made, "family", val=font.family)
        put(made, "pitch", val="variable")
    return xml(table)
