"""What a file really is: its name often lies (a web page or a new Word file as .doc)."""

from __future__ import annotations

import io
import re
import zipfile
from enum import Enum, auto
from pathlib import PurePath
from typing import Final

from planforge.errors import UserError
from planforge.language import _

HEAD: Final = 4096
"""So many bytes tell what a text is."""

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF: Final = b"%PDF-"
_MARKDOWN: Final = frozenset((".md", ".markdown", ".mkd"))
_WEB: Final = frozenset((".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"))
_NAMED_WORD: Final = frozenset((".doc", ".wps", ".wpt", ".rtf", ".docx"))
# Streams of an old Office file, as its directory writes their names.
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book\0"))
_TEXTS: Final = tuple(name.encode("utf-16-le") for name in ("WordDocument", "WPS"))
_BEFORE: Final = rb"(?is)\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*"
_PAGE: Final = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html)\b")
_FRAGMENT: Final = re.compile(
    _BEFORE + rb"<(?:head|body|meta|title|table|div|p|h[1-6]|span|font|center|!\[if)\b"
)
_ARCHIVED_PAGE: Final = re.compile(
    rb"(?ism)(?:(?!\r?\n\r?\n).)*?^(?:mime-version|content-type: *multipart/related)"
)
_FLAT_WORD: Final = re.compile(rb"<\?mso-application\s+progid=.Word\.Document|<w:wordDocument\b")


class Kind(Enum):
    """A kind of file, by the reader it needs."""

    WORD = auto()
    WEB = auto()
    MARKDOWN = auto()
    OFFICE = auto()
    TEXT = auto()


def of(path: str, data: bytes) -> Kind:
    """The kind of a file.

    Args:
        path: The file as the user named it.
        data: Its bytes.

    Raises:
        UserError: It is of a kind that cannot be read.
    """
    suffix = PurePath(path).suffix.lower()
    if data.startswith(_ZIP):
        return _packed(path, data)
    if data.startswith(_COMPOUND):
        return _compound(path, data)
    if data.lstrip().startswith(b"{\\rtf"):
        return Kind.OFFICE
    if data[:HEAD].lstrip().startswith(_PDF) or suffix == ".pdf":
        raise UserError(
            _("{path}: a PDF holds lines on pages, no paragraphs").format(path=path),
            _("open it in Word or WPS, save it as .docx, and import that"),
        )
    return _text(suffix, _narrow(data[: 2 * HEAD]))


def _text(suffix: str, head: bytes) -> Kind:
    if _FLAT_WORD.search(head):
        return Kind.OFFICE
    if _PAGE.match(head) or (suffix in _WEB | _NAMED_WORD and _FRAGMENT.match(head)):
        return Kind.WEB
    if suffix in _WEB or (suffix in _NAMED_WORD and _ARCHIVED_PAGE.match(head)):
        return Kind.WEB
    return Kind.MARKDOWN if suffix in _MARKDOWN else Kind.TEXT


def _narrow(head: bytes) -> bytes:
    """The ASCII characters of a text in any encoding, its byte order mark taken off."""
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")


def _packed(path: str, data: bytes) -> Kind:
    """A ZIP archive: a Word file unless it says that it is something else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, OverflowError):
        # Damaged; the reader of Word files says what is wrong.
        return Kind.WORD
    if any(name.startswith("word/") for name in names):
        return Kind.WORD
    if "content.xml" in names:
        return Kind.OFFICE
    if any(name.startswith(("xl/", "ppt/")) for name in names) or "OFD.xml" in names:
        raise _other(path)
    return Kind.WORD


def _compound(path: str, data: bytes) -> Kind:
    if _LOCKED in data:
        raise UserError(
            _("{path}: the file is locked with a password").format(path=path),
            _("open it in Word or WPS and save it without a password"),
        )
    if any(name in data for name in _WORKBOOKS) and not any(name in data for name in _TEXTS):
        raise _other(path)
    return Kind.OFFICE


def _other(path: str) -> UserError:
    return UserError(
        _("{path}: this is no text document").format(path=path),
        _("copy the text into a Word document or a text file, and import that"),
    )
