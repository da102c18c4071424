"""A Word file of any origin, opened with limits: nothing in it can harm or hang the reader."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from lxml import etree

from planforge.errors import FileProblems, Problem
from planforge.language import _

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

UNREADABLE: Final = "PG000"

MOST_PARTS: Final = 5000
LARGEST_PART: Final = 32 * 1024 * 1024
LARGEST_WHOLE: Final = 512 * 1024 * 1024

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# ISO/IEC 29500 strict and transitional name the same things differently.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)

_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    OverflowError,
)


class Package:
    """The parts of a Word file, each parsed when it is asked for.

    Args:
        path: The file as the user named it, for messages.
        data: Its bytes.

    Attributes:
        path: The file as the user named it.
        main: Name of the part with the text.

    Raises:
        FileProblems: It is no Word file, or larger than can be meant seriously.
    """

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self._parsed: dict[str, Element | None] = {}
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise self._problem(
                _("this is an old .doc file, or one with a password"),
                _("save it as .docx in Word or WPS, without a password"),
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except _BROKEN:
            raise self._problem(
                _("this is no Word file, or it is damaged"),
                _("open it in Word or WPS and save it again as .docx"),
            ) from None
        whole = sum(entry.file_size for entry in entries)
        if len(entries) > MOST_PARTS or whole > LARGEST_WHOLE:
            raise self._problem(_("the file unpacks to more than planforge reads"))
        # Names in a package do not tell capitals from small letters (ISO/IEC 29500-2, 6.2.2.3).
        self._entries = {entry.filename.lower(): entry for entry in entries}
        self.main = self._main()

    def part(self, name: str) -> Element | None:
        """The root element of a part; ``None`` when there is no such part.

        Raises:
            FileProblems: The part is too large or no XML.
        """
        key = name.lower()
        if key not in self._parsed:
            self._parsed[key] = self._parse(key)
        return self._parsed[key]

    def related(self, kind: str, source: str = "") -> str:
        """Name of the part that ``source`` is related to by ``kind``; empty when there is none.

        Args:
            kind: The last step of the relationship type, such as ``styles``.
            source: A part; the main part when empty.
        """
        found = (target for type_, target in self.relationships(source).values() if type_ == kind)
        return next(found, "")

    def relationships(self, source: str = "") -> dict[str, tuple[str, str]]:
        """Id → (last step of the type, name of the target) of a part, the main part when empty."""
        return self._relationships(source or self.main)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self._entries

    def _relationships(self, source: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(source)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for one in root.iter(_RELATIONSHIP) if root is not None else ():
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
                kind = one.get("Type", "").rpartition("/")[2]
                found[one.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def _main(self) -> str:
        package = (
            target for kind, target in self._relationships("").values() if kind == "officeDocument"
        )
        name = next(package, "word/document.xml")
        root = self.part(name)
        if root is None or root.tag != f"{{{W}}}document":
            raise self._problem(
                _("there is no Word document in this file"),
                _("open it in Word or WPS and save it again as .docx"),
            )
        return name

    def _parse(self, key: str) -> Element | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        try:
            if entry.file_size > LARGEST_PART:
                raise self._problem(_("the file unpacks to more than planforge reads"))
            with self._archive.open(entry) as stream:
                # The size in the directory may be a lie.
                data = stream.read(LARGEST_PART + 1)
        except _BROKEN:
            raise self._damaged(key) from None
        if len(data) > LARGEST_PART:
            raise self._problem(_("the file unpacks to more than planforge reads"))
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        try:
            return etree.fromstring(data, _parser())
        except (etree.XMLSyntaxError, ValueError):
            raise self._damaged(key) from None

    def _damaged(self, key: str) -> FileProblems:
        return self._problem(
            _("the part {name} of the file is damaged").format(name=key),
            _("open it in Word or WPS and save it again as .docx"),
        )

    def _problem(self, message: str, hint: str = "") -> FileProblems:
        return FileProblems([Problem(UNREADABLE, message, self.path, hint=hint)])


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
