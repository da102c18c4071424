"""Which of the fonts that a page style names are on this computer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SECONDS: Final = 20
"""How long fontconfig may take; the first call after new fonts builds its cache."""

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


@dataclass(frozen=True, slots=True)
class Font:
    """A font that a style names, and what Word will show.

    Attributes:
        name: The font of the style.
        installed: Whether it is there.
        substitute: What is there instead; empty when it is installed or nothing is known.
    """

    name: str
    installed: bool
    substitute: str = ""


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
    try:
        answer = subprocess.run(  # noqa: S603  the program is fixed, the name is one argument
            ["fc-match", "--format", "%{family}", name.replace("-", r"\-") + ":lang=zh"],  # noqa: S607  found on the PATH
            capture_output=True,
            check=True,
            timeout=SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    families = answer.stdout.decode("utf-8", "replace").split(",")
    known = {family.strip().casefold() for family in families}
    return name if name.casefold() in known else families[-1].strip()


def _shown_by_windows(name: str) -> str:
    folders = (
        Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
        Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts",
    )
    files = (WINDOWS_FILES.get(name), f"{name}.ttf", f"{name}.otf", f"{name}.ttc")
    there = any((folder / file).is_file() for folder in folders for file in files if file)
    return name if there else ""
