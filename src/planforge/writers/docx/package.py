"""The package: parts, their content types and relationships, as a zip file of fixed bytes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.writers.source_date import source_date

from .archive import archive

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONTENT_TYPES: Final = "[Content_Types].xml"

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PROPERTIES: Final = "application/vnd.openxmlformats-officedocument"
_HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Part → content type, relationship type; a footer is known by the start of its name.
_PARTS: Final = {
    "word/document.xml": (f"{_WORD}.document.main+xml", f"{_OFFICE}/officeDocument"),
    "docProps/core.xml": (
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
    ),
    "docProps/app.xml": (
        f"{_PROPERTIES}.extended-properties+xml",
        f"{_OFFICE}/extended-properties",
    ),
    "docProps/custom.xml": (f"{_PROPERTIES}.custom-properties+xml", f"{_OFFICE}/custom-properties"),
    "word/styles.xml": (f"{_WORD}.styles+xml", f"{_OFFICE}/styles"),
    "word/numbering.xml": (f"{_WORD}.numbering+xml", f"{_OFFICE}/numbering"),
    "word/settings.xml": (f"{_WORD}.settings+xml", f"{_OFFICE}/settings"),
    "word/fontTable.xml": (f"{_WORD}.fontTable+xml", f"{_OFFICE}/fontTable"),
    "word/footer": (f"{_WORD}.footer+xml", f"{_OFFICE}/footer"),
}
_DOCUMENT: Final = "word/document.xml"


def connected(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """``parts`` with the content types in front and the relationships that join them."""
    joints = _joints(tuple(parts))
    return {
        CONTENT_TYPES: joints.content_types,
        "_rels/.rels": joints.outer,
        **parts,
        "word/_rels/document.xml.rels": joints.inner,
    }


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip file with ``parts`` in their order; the same parts give the same bytes.

    Raises:
        UserError: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
    """
    return archive(parts, source_date())


class _Joints(Struct, frozen=True):
    """The parts that join the others.

    Attributes:
        content_types: What each part is.
        outer: Relationships of the package.
        inner: Relationships of the document.
    """

    content_types: bytes
    outer: bytes
    inner: bytes


# Nearly all documents have the same parts.
@lru_cache(maxsize=16)
def _joints(names: tuple[str, ...]) -> _Joints:
    word = [name for name in names if name.startswith("word/") and name != _DOCUMENT]
    outer = [name for name in names if name not in word]
    return _Joints(_content_types(names), _relationships(outer, ""), _relationships(word, "word/"))


def _kind(name: str) -> tuple[str, str]:
    if name.startswith("word/media/"):
        return "image/png", f"{_OFFICE}/image"
    return _PARTS[name] if name in _PARTS else _PARTS["word/footer"]


def _content_types(names: Iterable[str]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_kind(name)[0]}"/>' for name in names
    )
    return (
        f'{_HEADER}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    ).encode()


def _relationships(names: Iterable[str], base: str) -> bytes:
    """Relationships whose ids are the file names without suffix."""
    entries = "".join(
        f'<Relationship Id="{_identity(name)}" Type="{_kind(name)[1]}"'
        f' Target="{name.removeprefix(base)}"/>'
        for name in names
    )
    return (
        f'{_HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
    ).encode()


def _identity(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".xml")
