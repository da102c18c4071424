"""Which parts of a file go with its page and its styles, and how they are joined again."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from planforge.writers.docx.oxml import element, qualified, xml
from planforge.writers.docx.schema import CHILDREN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planforge.word_archive import Relationship

    from .opening import WordFile

KEPT: Final = (
    "styles",
    "numbering",
    "theme",
    "fontTable",
    "settings",
    "footnotes",
    "endnotes",
)
"""Relationships of the text that are kept, besides those its section names."""

# What protects, tracks or merges the old text, or looks for a file elsewhere.
_FORGOTTEN: Final = (
    "writeProtection",
    "attachedTemplate",
    "linkStyles",
    "mailMerge",
    "trackRevisions",
    "documentProtection",
    "docVars",
    "rsids",
)
_UPDATE: Final = "updateFields"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOTES: Final = ("footnotes", "endnotes")


def kept(
    file: WordFile, named: Iterable[str], *, fields: bool
) -> tuple[dict[str, bytes], list[Relationship]]:
    """The parts that are kept, and the relationships of the text that lead to them.

    Args:
        file: The file.
        named: The relationship ids that the section names.
        fields: The text has fields that the word processor has to fill.
    """
    names = set(named)
    lead = [one for one in file.relationships(file.main) if one.kind in KEPT or one.id in names]
    lead = [one for one in lead if one.part or one.external]
    found: dict[str, bytes] = {}
    for one in lead:
        if one.kind == "settings":
            found[one.part] = _settings(file, one.part, fields=fields)
        elif one.kind in _NOTES:
            found[one.part] = _separators(file, one.part)
        elif one.part:
            _take(file, one.part, found)
    return found, lead


def _take(file: WordFile, name: str, found: dict[str, bytes]) -> None:
    """The part and everything it points to."""
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in found or one == file.main:
            continue
        found[one] = file.part(one)
        relationships = [r for r in file.relationships(one) if r.external or r.part]
        if relationships:
            found[rels_name(one)] = relationships_part(relationships)
        waiting += [r.part for r in relationships if r.part]


def _settings(file: WordFile, name: str, *, fields: bool) -> bytes:
    tree = file.xml(name)
    gone = {qualified(tag) for tag in _FORGOTTEN}
    if fields:
        gone.add(qualified(_UPDATE))
    old = [one for one in tree if one.tag in gone]
    for one in old:
        tree.remove(one)
    if fields:
        places = CHILDREN["settings"]
        names = [etree.QName(one).localname for one in tree.iterchildren("*")]
        before = sum(1 for name in names if places.get(name, len(places)) < places[_UPDATE])
        tree.insert(before, element(_UPDATE))
    return xml(tree) if old or fields else file.part(name)


def _separators(file: WordFile, name: str) -> bytes:
    """The notes without those of the old text; the settings name the separating lines."""
    tree = file.xml(name)
    for one in list(tree):
        if one.get(qualified("type")) is None:
            tree.remove(one)
    return xml(tree)


def rels_name(name: str) -> str:
    """Where the relationships of a part stand."""
    folder, leaf = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


def relationships_part(relationships: Iterable[Relationship]) -> bytes:
    """The relationships, each under its id."""
    entries = "".join(
        f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.type)}"
        f" Target={quoteattr(one.target)}{_MODE if one.external else ''}/>"
        for one in relationships
    )
    return (
        f'{_HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
    ).encode()


_MODE: Final = ' TargetMode="External"'


def content_types_part(file: WordFile, names: Iterable[str], made: Mapping[str, str]) -> bytes:
    """The content types of these parts.

    Args:
        file: Where parts come from.
        names: Every part of the new file.
        made: Parts that are written anew → their content types.
    """
    defaults = {"rels": _RELS, "xml": _XML}
    overrides: dict[str, str] = {}
    for name in names:
        suffix = name.rpartition(".")[2].lower()
        if name in made:
            overrides[name] = made[name]
        elif suffix != "rels":
            kind, by_suffix = file.content_type(name)
            if by_suffix and kind and defaults.setdefault(suffix, kind) == kind:
                continue
            overrides[name] = kind or "application/octet-stream"
    entries = [
        f"<Default Extension={quoteattr(suffix)} ContentType={quoteattr(kind)}/>"
        for suffix, kind in sorted(defaults.items())
    ]
    entries += [
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
        for name, kind in sorted(overrides.items())
    ]
    return (f'{_HEADER}<Types xmlns="{_PACKAGE}/content-types">{"".join(entries)}</Types>').encode()


_XML: Final = "application/xml"
_RELS: Final = "application/vnd.openxmlformats-package.relationships+xml"
