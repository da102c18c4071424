"""Our styles put into a file that lacks them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from lxml import etree

from planforge.writers.docx.oxml import element, put, qualified
from planforge.writers.docx.schema import CHILDREN

from .cascade import value
from .matching import How, Match, heading_depth
from .names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

    from .cascade import Styles

# Text of their body, in the same letters: our id → what it is based on when the file has that.
FOLLOWS: Final = {
    "Salutation": "BodyText",
    "AttachmentNote": "BodyText",
    "Signature": "BodyText",
    "TableText": "BodyText",
    "AttachmentTitle": "Title",
}
LARGEST_IN_TABLES: Final = 24
"""Half points: what fits into narrow columns."""

_NO_INDENT: Final = {"left": 0, "right": 0, "firstLineChars": 0, "firstLine": 0}
_MERGED: Final = ("spacing", "ind", "rFonts")
# The language is that of the file.
_LEFT_OUT: Final = ("lang",)
_LETTERS: Final = ("rFonts", "b", "bCs", "i", "iCs", "color")


def add_missing(matches: Mapping[str, Match], theirs: Styles, ours: Styles) -> dict[str, Match]:
    """The matches, complete: `theirs` now has a style for each of them.

    What is added depends on no style of the file but those it is meant to look like, so that
    it comes out as the page style has it, whatever the file's plain text looks like.
    """
    done = dict(matches)
    # What others are based on comes first.
    for identity in sorted(done, key=lambda one: base(one) in done):
        if not done[identity].found and identity in ours.by_id:
            made = _made(identity, done, theirs, ours)
            _name(made, theirs)
            theirs.add(made)
            done[identity] = Match(identity, made.get(qualified("styleId"), ""), How.ADDED)
    _lead_on(done, theirs)
    return done


def base(identity: str) -> str:
    """Our style that an added one looks like where the file has it; empty for none."""
    return "BodyText" if identity.startswith("Item") else FOLLOWS.get(identity, "")


def followed(identity: str, matches: Mapping[str, Match]) -> Match | None:
    """The match of `base`, where the file has it."""
    found = matches.get(base(identity))
    return found if found and found.found else None


def _lead_on(matches: Mapping[str, Match], theirs: Styles) -> None:
    """Lets plain text follow the headings that were added, when somebody types on."""
    body = matches.get("BodyText")
    for match in matches.values() if body else ():
        if not match.found and (heading_depth(match.ours) or match.ours == "Title"):
            put(theirs.by_id[match.theirs], "next", val=body.theirs if body else "")


def _made(identity: str, matches: Mapping[str, Match], theirs: Styles, ours: Styles) -> Element:
    kind = ours.by_id[identity].get(qualified("type"), "paragraph")
    made = element("style", type=kind, customStyle=1, styleId=identity)
    put(made, "name", val=ours.name(identity))
    if kind == "table":
        _table(made, identity, theirs, ours)
    elif kind == "character":
        _letters(made, identity, matches, theirs, ours)
    elif (like := followed(identity, matches)) is not None:
        put(made, "basedOn", val=like.theirs)
        put(made, "qFormat")
        _like(made, identity, like, theirs, ours)
    else:
        put(made, "qFormat")
        properties = _joined(ours.layers(identity, "pPr"), "pPr")
        _fill(properties, "spacing", {"before": 0, "after": 0})
        _fill(properties, "ind", {"left": 0, "right": 0, "firstLine": 0})
        made.append(properties)
        made.append(_joined(ours.layers(identity, "rPr"), "rPr"))
    return made


def _like(made: Element, identity: str, like: Match, theirs: Styles, ours: Styles) -> None:
    own = ours.by_id[identity].find(qualified("pPr"))
    properties = put(made, "pPr")
    for child in () if own is None else own:
        # Rows are as high as those of the text it looks like.
        if etree.QName(child).localname in {"keepNext", "jc", "outlineLvl"}:
            properties.append(copy.deepcopy(child))
    if base(identity) == "BodyText" and not identity.startswith("Item"):
        put(properties, "ind", **_NO_INDENT)
    if identity == "TableText":
        put(properties, "snapToGrid", val=0)
        # Rows of a table are lower than those of the text.
        if (rows := ours.last(identity, "pPr", "spacing")) is not None:
            spacing = put(properties, "spacing", before=0, after=0)
            for name, said in rows.attrib.items():
                spacing.set(name, said)
        size = theirs.last(like.theirs, "rPr", "sz")
        points = "" if size is None else size.get(qualified("val"), "")
        if not points.isdigit() or int(points) > LARGEST_IN_TABLES:
            letters = put(made, "rPr")
            put(letters, "sz", val=LARGEST_IN_TABLES)
            put(letters, "szCs", val=LARGEST_IN_TABLES)


def _letters(
    made: Element, identity: str, matches: Mapping[str, Match], theirs: Styles, ours: Styles
) -> None:
    """The first sentence of a point looks like the heading of its level, but for the size."""
    heading = matches.get(identity.replace("Lead", "Heading"))
    properties = element("rPr")
    if heading is not None and heading.found:
        for name in _LETTERS:
            if (held := theirs.last(heading.theirs, "rPr", name)) is not None:
                properties.append(copy.deepcopy(held))
    else:
        properties = _joined(ours.layers(identity, "rPr"), "rPr")
        like = matches.get("BodyText")
        for child in properties.findall(qualified("sz")) + properties.findall(qualified("szCs")):
            if like is not None and like.found:
                properties.remove(child)
    made.append(properties)


def _table(made: Element, identity: str, theirs: Styles, ours: Styles) -> None:
    if plain := theirs.default("table"):
        put(made, "basedOn", val=plain)
    for child in ours.by_id[identity]:
        if etree.QName(child).localname in {"tblPr", "pPr", "rPr"}:
            made.append(copy.deepcopy(child))


def _joined(layers: Iterable[Element], name: str) -> Element:
    """The layers in one: children of the later ones win."""
    held: dict[str, Element] = {}
    for layer in layers:
        for child in layer:
            tag = etree.QName(child).localname
            if tag in _MERGED and tag in held:
                for attribute, said in child.attrib.items():
                    held[tag].set(attribute, said)
            elif tag not in _LEFT_OUT:
                held[tag] = copy.deepcopy(child)
    made = element(name)
    for tag in sorted(held, key=CHILDREN[name].__getitem__):
        made.append(held[tag])
    return made


def _fill(properties: Element, child: str, attributes: Mapping[str, int]) -> None:
    """Says what is not said yet, so that no default of the file gets in."""
    found = properties.find(qualified(child))
    found = put(properties, child) if found is None else found
    for name, amount in attributes.items():
        opposite = name == "firstLine" and found.get(qualified("hanging")) is not None
        if found.get(qualified(name)) is None and not opposite:
            found.set(qualified(name), str(amount))


def _name(made: Element, theirs: Styles) -> None:
    """Gives it an id and a name that no style of the file has."""
    identity, name = made.get(qualified("styleId"), ""), value(made, "name")
    ids = set(theirs.by_id)
    names = {folded(theirs.name(one)) for one in ids}
    made.set(qualified("styleId"), _free(identity, ids))
    shown = made.find(qualified("name"))
    assert shown is not None
    if folded(name) in names:
        numbered = (f"{name} {n}" for n in range(2, len(names) + 3))
        shown.set(qualified("val"), next(n for n in numbered if folded(n) not in names))
    if _is_built_in(name):
        made.attrib.pop(qualified("customStyle"), "")


def _free(identity: str, taken: set[str]) -> str:
    if identity not in taken:
        return identity
    return next(new for n in range(2, len(taken) + 3) if (new := f"{identity}{n}") not in taken)


def _is_built_in(name: str) -> bool:
    known = {"title", "subtitle", "salutation", "bodytext", "signature", "caption", "tablegrid"}
    return folded(name) in known or folded(name).startswith("heading")
