"""The parts of a Word file of any origin, unpacked with limits: nothing in it can harm or hang.

What a reader makes of a file that cannot be used is for the reader to say; here it is one
exception with the words.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct

from .language import _

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST_FILE: Final = 128 * 1024 * 1024
"""Bytes of a packed file."""

_OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    OverflowError,
)


class UnusableArchive(Exception):
    """The file cannot be used.

    Args:
        what: What is wrong with it, in the user's language, without its name.
        hint: What to do about it.
    """

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


class Limits(Struct, frozen=True):
    """How much is read.

    Attributes:
        parts: Most parts.
        whole: Most bytes of all parts that are unpacked.
        part: Most bytes of one part.
    """

    parts: int
    whole: int
    part: int


class Relationship(Struct, frozen=True):
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


class Archive:
    """The parts of a package by name; capitals make no difference (ISO/IEC 29500-2, 6.2.2.3).

    Args:
        data: The bytes of the file.
        limits: How much is read.

    Raises:
        UnusableArchive: It is no package, or larger than can be meant seriously.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._unpacked = 0
        if data.startswith(_OLD_OR_LOCKED):
            raise UnusableArchive(
                _("this is an old .doc file, or one with a password"),
                _("save it as .docx in Word or WPS, without a password"),
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except _BROKEN:
            raise unreadable() from None
        if len(entries) > limits.parts:
            raise too_large()
        self._entries = {entry.filename.lower(): entry for entry in entries}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts as the package writes them."""
        return tuple(entry.filename for entry in self._entries.values())

    def name(self, name: str) -> str:
        """How the package writes the name of a part; empty when there is no such part."""
        entry = self._entries.get(name.lower())
        return entry.filename if entry else ""

    def read(self, name: str) -> bytes:
        """The bytes of a part that is there.

        Raises:
            UnusableArchive: It cannot be unpacked, or there is more than is read.
        """
        entry = self._entries[name.lower()]
        self._unpacked += entry.file_size
        if self._unpacked > self._limits.whole or entry.file_size > self._limits.part:
            raise too_large()
        try:
            with self._archive.open(entry) as stream:
                # The size in the directory may be a lie.
                data = stream.read(self._limits.part + 1)
        except _BROKEN:
            raise damaged(entry.filename) from None
        if len(data) > self._limits.part:
            raise too_large()
        return data

    def relationships(self, root: Element, source: str) -> tuple[Relationship, ...]:
        """What ``source`` points to.

        Args:
            root: The part that `relationships_part` names.
            source: A part; the package itself when empty.
        """
        folder = posixpath.dirname(source)
        return tuple(self._relationship(one, folder) for one in root.iter(_RELATIONSHIP))

    def _relationship(self, one: Element, folder: str) -> Relationship:
        target = one.get("Target", "")
        external = one.get("TargetMode") == "External"
        part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        # Chinese names stand encoded in relationships, and as they are in the archive.
        name = "" if external else self.name(part) or self.name(unquote(part))
        return Relationship(one.get("Id", ""), one.get("Type", ""), target, name, external)


def parsed(name: str, data: bytes) -> Element:
    """The root element of the part ``name``, without comments and processing instructions.

    Entities are not resolved and nothing is fetched.

    Raises:
        UnusableArchive: It is no XML.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(name) from None


def relationships_part(source: str) -> str:
    """Name of the part with the relationships of ``source``; of the package when it is empty."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def unreadable() -> UnusableArchive:
    """Says that the file is no package at all."""
    return UnusableArchive(_("this is no Word file, or it is damaged"), _save_again())


def damaged(name: str) -> UnusableArchive:
    """Says which part cannot be read."""
    return UnusableArchive(
        _("the part {name} of the file is damaged").format(name=name), _save_again()
    )


def no_document() -> UnusableArchive:
    """Says that the package holds something else."""
    return UnusableArchive(_("there is no Word document in this file"), _save_again())


def too_large() -> UnusableArchive:
    """Says that there is more in the file than is read."""
    return UnusableArchive(_("the file unpacks to more than planforge reads"))


def _save_again() -> str:
    return _("open it in Word or WPS and save it again as .docx")
