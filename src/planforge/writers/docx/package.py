"""The package: parts, their content types and relationships, as a zip file of fixed bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from planforge.writers.source_date import source_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONTENT_TYPES: Final = "[Content_Types].xml"
OLDEST: Final = (1980, 1, 1, 0, 0, 0)
NEWEST: Final = (2107, 12, 31, 23, 59, 58)
MODE: Final = 0o644
LEVEL: Final = 6
UNIX: Final = 3

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
    word = [name for name in parts if name.startswith("word/") and name != _DOCUMENT]
    outer = [name for name in parts if name not in word]
    return {
        CONTENT_TYPES: _content_types(parts),
        "_rels/.rels": _relationships(outer, ""),
        **parts,
        "word/_rels/document.xml.rels": _relationships(word, "word/"),
    }


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip file with ``parts`` in their order; the same parts give the same bytes."""
    target = io.BytesIO()
    time = _time()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, time)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # The same on every system: zipfile notes the one it runs on.
            entry.create_system = UNIX
            entry.external_attr = MODE << 16
            archive.writestr(entry, data)
    return target.getvalue()


def _time() -> tuple[int, int, int, int, int, int]:
    when = source_date()
    if when is None:
        return OLDEST
    now = (when.year, when.month, when.day, when.hour, when.minute, when.second)
    return min(max(now, OLDEST), NEWEST)


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
