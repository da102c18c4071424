"""A Word file of any origin, read leniently: what cannot be understood is passed over."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from planforge.errors import FileProblems, Problem
from planforge.word_archive import (
    Archive,
    Limits,
    UnusableArchive,
    no_document,
    parsed,
    relationships_part,
    too_large,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

UNREADABLE: Final = "PG000"

MOST_PARTS: Final = 5000
LARGEST_PART: Final = 64 * 1024 * 1024
MOST_TAGS: Final = 3_000_000
"""Begun and ended elements of one part; in memory each takes far more room than in the file."""
LARGEST_WHOLE: Final = 256 * 1024 * 1024

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# ISO/IEC 29500 strict and transitional name the same things differently.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)


class Package:
    """The parts of a Word file, each parsed when it is asked for.

    Args:
        path: The file as the user named it, for messages.
        data: Its bytes.
        code: Code of the problem when it cannot be used.

    Attributes:
        path: The file as the user named it.
        main: Name of the part with the text.

    Raises:
        FileProblems: It is no Word file, or larger than can be meant seriously.
    """

    def __init__(self, path: str, data: bytes, code: str = UNREADABLE) -> None:
        self.path = path
        self._code = code
        self._parsed: dict[str, Element | None] = {}
        with self._told():
            self._archive = Archive(data, Limits(MOST_PARTS, LARGEST_WHOLE, LARGEST_PART))
        self.main = self._main()

    def part(self, name: str) -> Element | None:
        """The root element of a part; ``None`` when there is no such part.

        Raises:
            FileProblems: The part is too large or no XML.
        """
        key = name.lower()
        if key not in self._parsed:
            self._parsed[key] = self._parse(key) if self.has(key) else None
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
        return bool(self._archive.name(name))

    def _relationships(self, source: str) -> dict[str, tuple[str, str]]:
        root = self.part(relationships_part(source))
        found = () if root is None else self._archive.relationships(root, source)
        return {one.id: (one.kind, one.part) for one in found if one.part}

    def _main(self) -> str:
        package = (
            target for kind, target in self._relationships("").values() if kind == "officeDocument"
        )
        name = next(package, "word/document.xml")
        root = self.part(name)
        with self._told():
            if root is None or root.tag != f"{{{W}}}document":
                raise no_document()
        return name

    def _parse(self, key: str) -> Element:
        with self._told():
            data = self._archive.read(key)
            if data.count(b"<") > MOST_TAGS:
                raise too_large()
            for strict, transitional in _STRICT:
                data = data.replace(strict, transitional)
            return parsed(key, data)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except UnusableArchive as error:
            problem = Problem(self._code, error.what, self.path, hint=error.hint)
            raise FileProblems([problem]) from None
