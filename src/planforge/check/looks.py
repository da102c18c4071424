"""How paragraphs and runs look, in the terms that page styles use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.ooxml.properties import THEME, number, on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.styles import Style
    from planforge.styles.figure import Length
    from planforge.styles.text import Font

    from .document import Paragraph, Run

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HANZI: Final = re.compile(f"[{HAN}]")
_LATIN: Final = re.compile(r"[A-Za-z0-9]")

# Foundries and character sets that a font name carries: 方正仿宋_GBK is a 仿宋.
_FOUNDRY: Final = re.compile("^(?:方正|华文|華文|汉仪|漢儀|文鼎|华康|華康|全字庫|全字库|AR PL )")
_CHARACTER_SET: Final = re.compile(r"(?:_GB\d+|_GBK|简体|簡體|繁体|繁體|简|繁|[-_ ]?Regular)$")

DEFAULT_SIZE: Final = 20
SINGLE: Final = 240
EXACT: Final = "exact"
HUNDREDTHS: Final = 100
_BLACK: Final = frozenset(("", "auto", "000000"))


def has_hanzi(text: str) -> bool:
    """Whether Chinese characters are in ``text``."""
    return bool(_HANZI.search(text))


def has_latin(text: str) -> bool:
    """Whether Latin letters or digits are in ``text``."""
    return bool(_LATIN.search(text))


def chinese_runs(one: Paragraph) -> Iterator[Run]:
    """The runs with Chinese characters."""
    return (run for run in one.runs if has_hanzi(run.text))


def is_font(name: str, font: Font) -> bool:
    """Whether a font of that name is the one of the style, or may stand in for it."""
    wanted = (font.name, *font.instead)
    plain = {_core(one) for one in wanted}
    return _core(name) in plain


def _core(name: str) -> str:
    bare = _CHARACTER_SET.sub("", _FOUNDRY.sub("", name.strip()))
    return (bare or name).casefold()


def east_asian(run: Run) -> str:
    """The font of Chinese characters; empty when nothing names one."""
    return run.properties.get("rFonts.eastAsia", "")


def from_theme(run: Run) -> str:
    """The reference to the theme that the font of Chinese characters comes from."""
    return run.properties.get(f"rFonts.eastAsia{THEME}", "")


def half_points(run: Run) -> int:
    """Size of the letters in half points."""
    return number(run.properties.get("sz"), DEFAULT_SIZE)


def is_bold(run: Run) -> bool:
    """Whether the letters are bold."""
    return on(run.properties, "b")


def is_black(run: Run) -> bool:
    """Whether the letters are black or of the automatic colour."""
    theme = run.properties.get("color.themeColor", "")
    return run.properties.get("color", "").lower() in _BLACK and theme in {"", "text1", "dark1"}


def pitch(one: Paragraph) -> tuple[str, int]:
    """Rule and height of the rows, in twips; ``auto`` with 240ths of a single row."""
    rule = one.properties.get("spacing.lineRule", "auto")
    return rule, number(one.properties.get("spacing.line"), SINGLE)


def on_grid(one: Paragraph) -> bool:
    """Whether the rows stand on the document grid where there is one."""
    return on(one.properties, "snapToGrid", default=True)


def character_width(style: Style, size: Length) -> int:
    """Width of a character of the text in twips, with what is added to it."""
    return size.twips + style.grid.squeeze.twips


def inset(one: Paragraph, side: str, width: int) -> float:
    """An indent in characters of ``width`` twips; indents in characters win in Word.

    Args:
        one: The paragraph.
        side: ``left``, ``right``, ``firstLine`` or ``hanging``.
        width: Width of a character in twips.
    """
    in_characters = one.properties.get(f"ind.{side}Chars")
    if in_characters is not None and number(in_characters):
        return number(in_characters) / HUNDREDTHS
    return number(one.properties.get(f"ind.{side}")) / width if width else 0.0


def points(twips: float) -> str:
    """A length in points for a message."""
    return f"{twips / 20:g}"


def size_name(half: int) -> str:
    """A size of letters in points for a message."""
    return f"{half / 2:g} pt"
