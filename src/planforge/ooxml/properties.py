"""Properties of paragraphs and runs as flat tables, so that they can be laid over each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .package import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml.etree import _Element as Element

Properties = dict[str, str]
"""``element.attribute`` → value, such as ``spacing.line`` → ``579``; ``b`` → ``1``."""

PREFIX: Final = f"{{{W}}}"
SLOTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
TOGGLES: Final = frozenset(
    [
        "b",
        "i",
        "caps",
        "smallCaps",
        "strike",
        "dstrike",
        "outline",
        "shadow",
        "emboss",
        "imprint",
        "vanish",
    ]
)
THEME: Final = ".theme"

_OFF: Final = frozenset(("0", "false", "off", "none"))
_SAME: Final = {
    "start": "left",
    "end": "right",
    "startChars": "leftChars",
    "endChars": "rightChars",
}
# The first row goes in or out; who says one takes back the other.
_OPPOSITES: Final = {
    "ind.firstLine": ("ind.hanging", "ind.hangingChars"),
    "ind.firstLineChars": ("ind.hanging", "ind.hangingChars"),
    "ind.hanging": ("ind.firstLine", "ind.firstLineChars"),
    "ind.hangingChars": ("ind.firstLine", "ind.firstLineChars"),
}
# Elements of several attributes that replace each other as a whole; the others join attribute by
# attribute.
_WHOLE: Final = ("color", "shd", "framePr")
_NESTED: Final = frozenset(
    ["rPr", "sectPr", "pPrChange", "rPrChange", "pBdr", "tabs", "numPr", "tblPrChange", "framePr"]
)


def local(element: Element) -> str:
    """The name of a WordprocessingML element without namespace; empty for any other."""
    tag = element.tag
    return tag[len(PREFIX) :] if isinstance(tag, str) and tag.startswith(PREFIX) else ""


def child(element: Element | None, *steps: str) -> Element | None:
    """The element that a path of names leads to; ``None`` when there is none."""
    for step in steps:
        if element is None:
            return None
        element = element.find(PREFIX + step)
    return element


def value(element: Element | None, attribute: str = "val", default: str = "") -> str:
    """An attribute of a WordprocessingML element."""
    return default if element is None else element.get(PREFIX + attribute, default)


def is_on(element: Element | None) -> bool:
    """Whether a yes-or-no element is there and not switched off."""
    return element is not None and value(element, default="1").lower() not in _OFF


def number(text: str | None, default: int = 0) -> int:
    """An integer as Word reads it: a part behind the point is dropped, anything else ignored."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def flat(element: Element | None, theme: Callable[[str], str]) -> Properties:
    """The children of a ``w:pPr`` or ``w:rPr`` as a table.

    Args:
        element: The properties; ``None`` for none.
        theme: The font that a reference to the theme means.
    """
    found: Properties = {}
    for one in element if element is not None else ():
        name = local(one)
        if not name or (name in _NESTED and name not in {"numPr", "framePr"}):
            continue
        if name == "rFonts":
            found.update(_fonts(one, theme))
        elif name == "numPr":
            for part in ("numId", "ilvl"):
                if (inner := child(one, part)) is not None:
                    found[f"numPr.{part}"] = value(inner)
        elif not one.attrib:
            found[name] = "1"
        else:
            found.update(_attributes(name, one))
    return found


def over(below: Properties, above: Mapping[str, str]) -> Properties:
    """``above`` laid over ``below``."""
    if not above:
        return below
    joined = dict(below)
    for key in above:
        for opposite in _OPPOSITES.get(key, ()):
            if opposite not in above:
                joined.pop(opposite, None)
    for name in _WHOLE:
        if any(one.startswith(name) for one in above):
            for old in [one for one in joined if one.startswith(name)]:
                del joined[old]
    joined.update(above)
    return joined


def layered(layers: Iterable[Mapping[str, str]]) -> Properties:
    """All ``layers`` laid over each other, the undermost first."""
    joined: Properties = {}
    for layer in layers:
        joined = over(joined, layer)
    return joined


def on(properties: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    """Whether a yes-or-no property is on."""
    said = properties.get(name)
    return default if said is None else said.lower() not in _OFF


def _attributes(name: str, element: Element) -> Properties:
    found: Properties = {}
    for key, said in element.attrib.items():
        bare = str(key).removeprefix(PREFIX)
        if bare.startswith("{"):
            continue
        bare = _SAME.get(bare, bare) if name == "ind" else bare
        found[name if bare == "val" else f"{name}.{bare}"] = str(said)
    if name == "u":
        found.setdefault("u", "single")
    return found


def _fonts(element: Element, theme: Callable[[str], str]) -> Properties:
    found: Properties = {}
    for slot in SLOTS:
        referred = value(element, "cstheme" if slot == "cs" else f"{slot}Theme")
        if referred:
            # A reference wins over a name in the same place (ISO/IEC 29500-1, 17.3.2.26).
            found[f"rFonts.{slot}"] = theme(referred)
            found[f"rFonts.{slot}{THEME}"] = referred
        elif name := value(element, slot):
            found[f"rFonts.{slot}"] = name
            found[f"rFonts.{slot}{THEME}"] = ""
    if hint := value(element, "hint"):
        found["rFonts.hint"] = hint
    return found
