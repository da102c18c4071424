"""Which of the fonts that a page style names are on this computer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from . import fontconfig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

SECONDS: Final = 20
"""How long fontconfig may take; the first call after new fonts builds its cache."""

_HANZI: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

# The languages of Noto CJK share one set of outlines, which bears the Japanese name in a PDF.
_CJK: Final = re.compile("cjk(?:sc|tc|hk|jp|kr)")

# Usual file names in the Windows Fonts folder. A font installed under a name that is neither
# here nor its own counts as missing.
WINDOWS_FILES: Final = {
    "仿宋": "simfang.ttf",
    "仿宋_GB2312": "simfang_GB2312.ttf",
    "楷体": "simkai.ttf",
    "楷体_GB2312": "simkai_GB2312.ttf",
    "黑体": "simhei.ttf",
    "宋体": "simsun.ttc",
    "华文中宋": "STZHONGS.TTF",
    "华文仿宋": "STFANGSO.TTF",
    "华文楷体": "STKAITI.TTF",
    "方正小标宋简体": "FZXBSJW.TTF",
    "新細明體": "mingliu.ttc",
    "標楷體": "kaiu.ttf",
    "微軟正黑體": "msjh.ttc",
    "Times New Roman": "times.ttf",
}


class Font(Struct, frozen=True):
    """A font that a style names, and what Word will show.

    Attributes:
        name: The font of the style.
        installed: Whether it is there.
        substitute: What is there instead; empty when it is installed or nothing is known.
    """

    name: str
    installed: bool
    substitute: str = ""


class Face(Struct, frozen=True):
    """A font by the name that a PDF gives it.

    Attributes:
        name: Its first family name; the name in the PDF when nothing is known.
        families: All its names.
        characters: First and last code points of what it has; empty when that is not known.
    """

    name: str
    families: tuple[str, ...]
    characters: tuple[tuple[int, int], ...] = ()

    def among(self, chain: Iterable[str]) -> str:
        """The first name in ``chain`` that means this font; empty when none does."""
        own = tuple(map(_core, self.families))
        return next((one for one in chain if any(name.startswith(_core(one)) for name in own)), "")

    def has(self, character: str) -> bool:
        """Whether it has a glyph for ``character``; ``True`` when that is not known."""
        code = ord(character)
        known = self.characters
        return not known or any(first <= code <= last for first, last in known)


def faces(names: Iterable[str]) -> Mapping[str, Face]:
    """The fonts with these PostScript names, by name.

    Where fontconfig cannot be asked, the name in the PDF is all that is known.
    """
    return {name: _face(name) for name in sorted(names)}


def is_hanzi(character: str) -> bool:
    """Whether ``character`` is a Chinese character."""
    return bool(_HANZI.match(character))


def _face(name: str) -> Face:
    pattern = ":postscriptname=" + name.replace("-", r"\-")
    answer = _answer("fc-list", "--format", "%{family}\t%{charset}\n", pattern)
    families, _tab, characters = answer.partition("\n")[0].partition("\t")
    if not families:
        return Face(name, (name,))
    known = tuple(family.replace("\\-", "-") for family in families.split(","))
    ranges = (part.partition("-") for part in characters.split())
    return Face(
        known[0],
        (*known, name),
        tuple((int(first, 16), int(last or first, 16)) for first, _dash, last in ranges),
    )


def _core(name: str) -> str:
    """A name without what differs between families and PostScript names."""
    return _CJK.sub("cjk", "".join(filter(str.isalnum, name)).casefold())


def find(wanted: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Font, ...] | None:
    """The fonts in ``wanted`` (a name and what may stand for it), each once.

    ``None`` when this computer offers no way to ask.
    """
    substitute = _asker()
    if substitute is None:
        return None
    return tuple(_find(name, instead, substitute) for name, instead in dict(wanted).items())


def _find(name: str, instead: tuple[str, ...], substitute: Callable[[str], str]) -> Font:
    shown = substitute(name)
    if shown == name:
        return Font(name, installed=True)
    near = next((other for other in instead if substitute(other) == other), "")
    return Font(name, installed=False, substitute=near or shown)


def _asker() -> Callable[[str], str] | None:
    """A function from the name of a font to the name of the font that is shown for it."""
    if sys.platform == "win32":
        return _shown_by_windows
    return _shown_by_fontconfig if shutil.which("fc-match") else None


def _shown_by_fontconfig(name: str) -> str:
    pattern = name.replace("-", r"\-") + ":lang=zh"
    families = _answer("fc-match", "--format", "%{family}", pattern).split(",")
    known = {family.strip().casefold() for family in families}
    return name if name.casefold() in known else families[-1].strip()


def _answer(*command: str) -> str:
    """What a program of fontconfig says of the fonts that documents are set in."""
    try:
        answer = subprocess.run(  # noqa: S603  fixed programs, names are single arguments
            command,
            capture_output=True,
            check=True,
            timeout=SECONDS,
            env=os.environ | fontconfig.environment(),
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.decode("utf-8", "replace")


def _shown_by_windows(name: str) -> str:
    folders = (
        Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
        Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts",
    )
    files = (WINDOWS_FILES.get(name), f"{name}.ttf", f"{name}.otf", f"{name}.ttc")
    there = any((folder / file).is_file() for folder in folders for file in files if file)
    return name if there else ""
