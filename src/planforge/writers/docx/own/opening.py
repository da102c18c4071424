"""A Word file that somebody else made: its parts, read with limits."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from planforge import files
from planforge.errors import UserError
from planforge.language import _
from planforge.word_archive import (
    LARGEST_FILE,
    Archive,
    Limits,
    Relationship,
    UnusableArchive,
    damaged,
    no_document,
    parsed,
    relationships_part,
    too_large,
    unreadable,
)
from planforge.writers.docx.oxml import W
from planforge.writers.docx.package import CONTENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

LARGEST_XML: Final = 16 * 1024 * 1024
LARGEST_WHOLE: Final = 48 * 1024 * 1024
"""Bytes of all parts that are read; `fingerprint.LARGEST` has to have room for them."""
MOST_PARTS: Final = 5000

_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"


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
        self._parts: dict[str, bytes] = {}
        with self._told():
            self._archive = Archive(data, Limits(MOST_PARTS, LARGEST_WHOLE, LARGEST_WHOLE))
        self._defaults, self._overrides = self._content_types()
        self.main = self._main()

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return bool(self._archive.name(name))

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            UserError: It is missing, damaged, or all parts together are too large.
        """
        key = name.lower()
        if key not in self._parts:
            with self._told():
                if not self.has(key):
                    raise unreadable()
                self._parts[key] = self._archive.read(key)
        return self._parts[key]

    def xml(self, name: str) -> Element:
        """The root element of a part, read anew.

        Raises:
            UserError: It is missing, too large, or no XML without a DTD.
        """
        data = self.part(name)
        with self._told():
            if len(data) > LARGEST_XML:
                raise too_large()
            tree = parsed(name, data)
            if tree.getroottree().docinfo.internalDTD is not None:
                # No part may have one (ISO/IEC 29500-2, 7.1.4): it is how entities get in.
                raise damaged(name)
        return tree

    def relationships(self, source: str) -> tuple[Relationship, ...]:
        """What a part points to; the package itself when ``source`` is empty."""
        rels = relationships_part(source)
        return self._archive.relationships(self.xml(rels), source) if self.has(rels) else ()

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
        return self._archive.names

    def refused(self, what: str, hint: str = "") -> UserError:
        """The sentence that says what is wrong with this file."""
        return UserError(_("{path}: {what}").format(path=self.path, what=what), hint)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except UnusableArchive as error:
            raise self.refused(error.what, error.hint) from None

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
        with self._told():
            raise no_document()


def open_word(path: str) -> WordFile:
    """The Word file that the user named.

    Raises:
        UserError: It cannot be read or is no Word file.
    """
    return WordFile(path, files.read_file(path, LARGEST_FILE))
