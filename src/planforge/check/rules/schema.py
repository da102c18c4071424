"""Order of elements (check 53): programs skip, or refuse, what stands at the wrong place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from planforge.check.finding import Place
from planforge.language import _
from planforge.ooxml.properties import PREFIX, local
from planforge.writers.docx.schema import CHILDREN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from planforge.check.context import Context
    from planforge.check.finding import Finding

# Not `lvl`: LibreOffice puts pStyle before numFmt, and every program reads it.
PARENTS: Final = ("pPr", "rPr", "tblPr", "tcPr", "sectPr")
KINDS: Final = ("styles", "numbering", "footer", "header")
_TAGS: Final = tuple(PREFIX + name for name in PARENTS)
# Newer names of the same places, and what LibreOffice puts first and every program reads.
_ANYWHERE: Final = frozenset(("start", "end", "sectPr"))


def order(context: Context) -> Iterator[Finding]:
    """Check 53: children stand in the order of the schema."""
    package = context.document.package
    related = package.relationships()
    names = [package.main, *(name for kind, name in related.values() if kind in KINDS)]
    for name in dict.fromkeys(names):
        root = package.part(name)
        wrong = Counter(
            (local(parent), *pair)
            for parent in (root.iter(*_TAGS) if root is not None else ())
            if (pair := misplaced(parent)) is not None
        )
        for (parent, early, late), count in wrong.items():
            message = _("in {parent}, {late} stands behind {early} ({count} times)")
            yield context.finding(
                "PG053",
                message.format(parent=parent, late=late, early=early, count=count),
                Place(words=name),
            )


def misplaced(parent: Element) -> tuple[str, str] | None:
    """The first child that is late, behind the one it belongs before; ``None`` if all is well."""
    places = CHILDREN[local(parent)]
    furthest, name_of_furthest = -1, ""
    for one in parent:
        name = local(one)
        place = places.get(name)
        if place is None or name in _ANYWHERE:
            continue
        if place < furthest:
            return name_of_furthest, name
        furthest, name_of_furthest = place, name
    return None
