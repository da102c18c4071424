"""The page of the imprint in a file of the user: it has no page number (GB/T 9704-2012, 7.5)."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.patterns import pattern
from planforge.word_archive import Relationship
from planforge.writers.docx.oxml import R, qualified, xml

from .parts import rels_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from .opening import WordFile

_R_ID: Final = f"{{{R}}}id"
_P: Final = qualified("p")
_P_PR: Final = qualified("pPr")
_REFERENCES: Final = (qualified("headerReference"), qualified("footerReference"))
_NUMBER: Final = pattern(r"\s*PAGE\b", re.IGNORECASE)


class Bare(Struct, frozen=True):
    """A header or footer without the page number that it has on other pages.

    Attributes:
        relationship: How the text points to it.
        copied: Name of the part that it was made from.
        data: Its bytes.
    """

    relationship: Relationship
    copied: str
    data: bytes


def without_numbers(tree: Element, file: WordFile) -> tuple[Bare, ...]:
    """The headers and footers that the section of the imprint now names, where it has any.

    Args:
        tree: The text; the section of the imprint begins on an even page.
        file: The file of the user.
    """
    lead = {one.id: one for one in file.relationships(file.main)}
    taken = {name.lower() for name in file.names} | {one.lower() for one in lead}
    made: list[Bare] = []
    for reference in _references(tree):
        old = lead.get(reference.get(_R_ID, ""))
        if old is None or not old.part:
            continue
        part = file.xml(old.part)
        if not _emptied(part):
            continue
        identity = _free("planforgeBare", taken)
        folder, leaf = posixpath.split(old.part)
        name = posixpath.join(folder, _free(leaf.rpartition(".")[0], taken) + ".xml")
        new = Relationship(identity, old.type, f"/{name}", name, external=False)
        made.append(Bare(new, old.part, xml(part)))
        reference.set(_R_ID, identity)
    return tuple(made)


def parts(made: Iterable[Bare], found: dict[str, bytes]) -> None:
    """Put the parts into ``found``, with what the parts they were made from point to."""
    for one in made:
        found[one.relationship.part] = one.data
        if (relationships := found.get(rels_name(one.copied))) is not None:
            found[rels_name(one.relationship.part)] = relationships


def _references(tree: Element) -> Iterator[Element]:
    for begins in tree.iter(qualified("type")):
        section = begins.getparent()
        if section is not None and begins.get(qualified("val")) == "evenPage":
            # It is not the first section, so it has no first page of its own.
            for reference in section.iterchildren(*_REFERENCES):
                if reference.get(qualified("type")) != "first":
                    yield reference


def _emptied(part: Element) -> bool:
    """Whether there was a page number; its paragraph is empty now."""
    numbered = [one for one in part.iter(_P) if _has_number(one)]
    for one in numbered:
        for child in list(one):
            if child.tag != _P_PR:
                one.remove(child)
    return bool(numbered)


def _has_number(paragraph: Element) -> bool:
    simple = (
        one.get(qualified("instr"), "")
        for one in paragraph.iter(qualified("fldSimple"))
        if _owner(one) is paragraph
    )
    typed = "".join(
        one.text or "" for one in paragraph.iter(qualified("instrText")) if _owner(one) is paragraph
    )
    return any(_NUMBER.match(one) for one in (*simple, typed))


def _owner(mark: Element) -> Element | None:
    """The innermost paragraph around it: text boxes have paragraphs inside a paragraph."""
    return next(mark.iterancestors(_P), None)


def _free(stem: str, taken: set[str]) -> str:
    """A name that nothing has yet; from now on it is taken."""
    number = next(n for n in range(1, len(taken) + 2) if f"{stem}{n}".lower() not in taken)
    taken.add(f"{stem}{number}".lower())
    return f"{stem}{number}"
