"""Which fonts were asked for, and which ones the PDF is set in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planforge import fontconfig, fonts
from planforge.language import _, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planforge.fonts import Face
    from planforge.styles import Style

    from .letters import Letter


def notices(pairs: Iterable[tuple[Letter, Letter]], style: Style) -> tuple[str, ...]:
    """The report in sentences: what is used for what, then what is wrong.

    Args:
        pairs: Every character as asked for and as printed.
        style: Whose fonts are asked for.
    """
    counted = Counter((asked.font, used.font, asked.character) for asked, used in pairs)
    faces = fonts.faces({used for _asked, used, _character in counted})
    chains = {
        name: chain for name, (chain, _font) in fontconfig.chains(style.fonts.values()).items()
    }
    unnamed = _("fonts that the file does not name")
    uses = dict.fromkeys(
        (asked or unnamed, faces[used].among(chains.get(asked, ())) or faces[used].name)
        for asked, used, _character in counted
    )
    told = [f"{asked} → {used}" for asked, used in uses]
    found = [_("fonts: {fonts}").format(fonts=listed(told))]
    found += _strangers(counted, faces, chains)
    if missing := _missing(counted, faces):
        found.append(
            _("warning: no font has {characters}; an empty box is printed").format(
                characters=listed(missing)
            )
        )
    return tuple(found)


def _strangers(
    counted: Mapping[tuple[str, str, str], int],
    faces: Mapping[str, Face],
    chains: Mapping[str, tuple[str, ...]],
) -> Iterable[str]:
    """Chinese characters that are set in a font the style does not know."""
    wrong: Counter[tuple[str, str]] = Counter()
    for (asked, used, character), count in counted.items():
        if fonts.is_hanzi(character) and not faces[used].among(chains.get(asked, (asked,))):
            wrong[asked, used] += count
    for (asked, used), count in wrong.items():
        told = _(
            "warning: {count} characters in {asked} are printed in {used};"
            " lines and pages may break elsewhere"
        )
        if not asked:
            told = _(
                "warning: the file names no font for {count} characters, which are printed in"
                " {used}; lines and pages may break elsewhere"
            )
        yield told.format(count=count, asked=asked, used=faces[used].name)


def _missing(counted: Iterable[tuple[str, str, str]], faces: Mapping[str, Face]) -> tuple[str, ...]:
    characters = {
        character for _asked, used, character in counted if not faces[used].has(character)
    }
    return tuple(f"{character} (U+{ord(character):04X})" for character in sorted(characters))
