"""Which font stands in for a missing one: the chains of a page style, told to fontconfig.

Without this a plain Linux shows every Chinese font as the same sans-serif face: the PDF looks
finished and is wrong. LibreOffice on Windows and macOS does not ask fontconfig.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

import platformdirs

from . import files
from .errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .styles.text import Font

VARIABLE: Final = "FONTCONFIG_FILE"

# Free Chinese fonts that come with TeX Live and that nobody else on the system is told of.
TEX_TREES: Final = (
    "/usr/share/texlive/texmf-dist",
    "/usr/share/texmf-dist",
    "/usr/share/texmf",
    "/usr/local/texlive/texmf-local",
    *(f"/usr/local/texlive/{year}/texmf-dist" for year in range(2022, 2031)),
)
TEX_FONTS: Final = "fonts/opentype/public/fandol"

_HEAD: Final = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<cachedir>{cache}</cachedir>
"""
# FandolSong-Bold says of itself that it is bold and that its weight is regular.
_BOLD_IS_BOLD: Final = """\
<match target="scan">
<test name="style"><string>Bold</string></test>
<edit name="weight" mode="assign"><const>bold</const></edit>
</match>
"""
_ALIAS: Final = """\
<match target="pattern">
<test name="family"><string>{name}</string></test>
{weight}<edit name="family" mode="assign" binding="strong">{chain}</edit>
</match>
"""
_WEIGHT: Final = '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>\n'
_TAIL: Final = '<include ignore_missing="yes">{system}</include>\n</fontconfig>\n'


def environment(fonts: Iterable[Font] = ()) -> dict[str, str]:
    """The variables under which programs see the fonts of TeX Live and the chains of ``fonts``.

    Empty where programs do not ask fontconfig.
    """
    if sys.platform in {"win32", "darwin"}:
        return {}
    return {VARIABLE: str(_file(fonts))}


def configuration(fonts: Iterable[Font], cache: Path) -> str:
    """The configuration, on top of that of the system.

    Args:
        fonts: Whose chains count. A font that is installed stands for itself.
        cache: Folder where fontconfig may keep what it found out.
    """
    fonts = tuple(fonts)
    parts = [_HEAD.format(cache=escape(str(cache)))]
    parts += [f"<dir>{escape(str(folder))}</dir>\n" for folder in _folders()]
    parts.append(_BOLD_IS_BOLD)
    parts += (_alias(name, chain, font) for name, (chain, font) in chains(fonts).items())
    # A name without a folder is looked for where the system keeps its configuration.
    parts.append(_TAIL.format(system="fonts.conf"))
    return "".join(parts)


def chains(fonts: Iterable[Font]) -> dict[str, tuple[tuple[str, ...], Font]]:
    """Name → what may stand in for it, in order of preference, and the font it belongs to.

    Documents that planforge did not write name a font by any of its names; the first font that
    has a name counts.
    """
    found: dict[str, tuple[tuple[str, ...], Font]] = {}
    for own_name in (True, False):
        for font in fonts:
            for name in (font.name,) if own_name else font.instead:
                chain = tuple(dict.fromkeys((name, *font.chain)))
                found.setdefault(name, (chain, font))
    return found


def _alias(name: str, chain: Iterable[str], font: Font) -> str:
    listed = "".join(f"<string>{escape(one)}</string>" for one in chain)
    weight = _WEIGHT if font.heavy else ""
    return _ALIAS.format(name=escape(name), weight=weight, chain=listed)


def _folders() -> Iterator[Path]:
    for tree in TEX_TREES:
        if (folder := Path(tree) / TEX_FONTS).is_dir():
            yield folder


def _file(fonts: Iterable[Font]) -> Path:
    """A file with the configuration; the same for the same fonts."""
    cache = Path(platformdirs.user_cache_dir("planforge", appauthor=False)) / "fontconfig"
    text = configuration(fonts, cache)
    name = f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.conf"
    for folder in (cache, Path(tempfile.gettempdir())):
        path = folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not path.is_file() or path.read_text("utf-8") != text:
                files.write_atomically(path, text.encode())
        except (OSError, UserError):
            continue
        break
    return path
