"""A Word file that somebody else made: its parts, read with limits."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from lxml import etree

from planforge import files
from planforge.errors import UserError
from planforge.language import _
from planforge.writers.docx.oxml import W
from planforge.writers.docx.package import CONTENT_TYPES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST_FILE: Final = 128 * 1024 * 1024
LARGEST_XML: Final = 16 * 1024 * 1024
LARGEST_WHOLE: Final = 48 * 1024 * 1024
"""Bytes of all parts that are read; `fingerprint.LARGEST` has to have room for them."""
MOST_PARTS: Final = 5000

SUFFIXES: Final = (".docx", ".dotx", ".docm", ".dotm")

_OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    OverflowError,
)


class Relationship(NamedTuple):
    """How a part points to another part, or to something outside.

    Attributes:
        id: By which the part names it.
        type: The whole type.
        target: As it is written.
        part: Name of the part that is meant; empty for what is outside or missing.
        external: It points outside.
    """

    id: str
    type: str
    target: str
    part: str
    external: bool

    @property
    def kind(self) -> str:
        """The last step of the type, such as ``styles``."""
        return self.type.rpartition("/")[2]


class WordFile:
    """The parts of a Word file.

    Args:
        path: The file as the user named it, for messages.
        data: Its bytes.

    Attributes:
        path: The file as the user named it.
        main: Name of the part with the text.

    Raises:
        UserError: It is no Word file, is damaged, or larger than can be meant seriously.
    """

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self._read = 0
        self._parts: dict[str, bytes] = {}
        if data.startswith(_OLD_OR_LOCKED):
            raise self.refused(
                _("this is an old .doc file, or one with a password"),
                _("save it as .docx in Word or WPS, without a password"),
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except _BROKEN:
            raise self._damaged() from None
        if len(entries) > MOST_PARTS:
            raise self._too_large()
        # Names in a package do not tell capitals from small letters (ISO/IEC 29500-2, 6.2.2.3).
        self._entries = {entry.filename.lower(): entry for entry in entries}
        self._defaults, self._overrides = self._content_types()
        self.main = self._main()

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self._entries

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            UserError: It is missing, damaged, or all parts together are too large.
        """
        key = name.lower()
        if key not in self._parts:
            self._parts[key] = self._unpacked(key)
        return self._parts[key]

    def xml(self, name: str) -> Element:
        """The root element of a part, read anew.

        Raises:
            UserError: It is missing, too large, or no XML without a DTD.
        """
        data = self.part(name)
        if len(data) > LARGEST_XML:
            raise self._too_large()
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            tree = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self._damaged() from None
        if tree.getroottree().docinfo.internalDTD is not None:
            # No part may have one (ISO/IEC 29500-2, 7.1.4): it is how entities get in.
            raise self._damaged()
        return tree

    def relationships(self, source: str) -> tuple[Relationship, ...]:
        """What a part points to; the package itself when ``source`` is empty."""
        folder, name = posixpath.split(source)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(rels):
            return ()
        return tuple(self._relationship(one, folder) for one in self.xml(rels).iter(_RELATIONSHIP))

    def related(self, kind: str) -> str:
        """The part that the text is related to by ``kind``; empty when there is none."""
        found = (one.part for one in self.relationships(self.main) if one.kind == kind)
        return next(found, "")

    def content_type(self, name: str) -> tuple[str, bool]:
        """The content type of a part, and whether it is that of every part with its suffix."""
        own = self._overrides.get(name.lower(), "")
        suffix = name.rpartition(".")[2].lower()
        return (own, False) if own else (self._defaults.get(suffix, ""), True)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(entry.filename for entry in self._entries.values())

    def refused(self, what: str, hint: str = "") -> UserError:
        """The sentence that says what is wrong with this file."""
        return UserError(_("{path}: {what}").format(path=self.path, what=what), hint)

    def _relationship(self, one: Element, folder: str) -> Relationship:
        target = one.get("Target", "")
        external = one.get("TargetMode") == "External"
        part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()
        # Chinese names stand encoded in relationships, and as they are in the archive.
        found = self._entries.get(part) or self._entries.get(unquote(part).lower())
        entry = None if external else found
        name = entry.filename if entry else ""
        return Relationship(one.get("Id", ""), one.get("Type", ""), target, name, external)

    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        tree = self.xml(CONTENT_TYPES)
        defaults = {
            one.get("Extension", "").lower(): one.get("ContentType", "")
            for one in tree.iter(f"{_TYPES}Default")
        }
        overrides = {
            one.get("PartName", "").lstrip("/").lower(): one.get("ContentType", "")
            for one in tree.iter(f"{_TYPES}Override")
        }
        return defaults, overrides

    def _main(self) -> str:
        found = (one.part for one in self.relationships("") if one.kind == "officeDocument")
        name = next(found, "")
        root = self.xml(name) if name else None
        if root is not None and root.tag == f"{{{W}}}document":
            return name
        if root is not None and root.tag == f"{{{_STRICT}}}document":
            raise self.refused(
                _("it is saved as Strict Open XML"), _("save it as an ordinary .docx in Word")
            )
        raise self._no_document()

    def _unpacked(self, key: str) -> bytes:
        entry = self._entries.get(key)
        if entry is None:
            raise self._damaged()
        # The size in the directory may be a lie, but no more than it says is unpacked.
        self._read += entry.file_size
        if self._read > LARGEST_WHOLE:
            raise self._too_large()
        try:
            return self._archive.read(entry)
        except _BROKEN:
            raise self._damaged() from None

    def _damaged(self) -> UserError:
        return self.refused(
            _("this is no Word file, or it is damaged"),
            _("open it in Word or WPS and save it again as .docx"),
        )

    def _no_document(self) -> UserError:
        return self.refused(
            _("there is no Word document in this file"),
            _("open it in Word or WPS and save it again as .docx"),
        )

    def _too_large(self) -> UserError:
        return self.refused(_("the file unpacks to more than planforge reads"))


def open_word(path: str) -> WordFile:
    """The Word file that the user named.

    Raises:
        UserError: It cannot be read or is no Word file.
    """
    return WordFile(path, files.read_file(path, LARGEST_FILE))


def is_word(name: str) -> bool:
    """Whether a name is that of a Word file."""
    return name.lower().endswith(SUFFIXES)
