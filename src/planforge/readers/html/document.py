"""The bytes of a web page → lines."""

from __future__ import annotations

import email
import email.policy
import re
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from planforge.errors import FileProblems, Problem
from planforge.language import _
from planforge.readers.decoding import decoded, too_large
from planforge.readers.result import Loss, Reading, told
from planforge.readers.titles import titled

from .events import Events
from .page import Page

if TYPE_CHECKING:
    from email.message import Message

LARGEST_ARCHIVE: Final = 64 * 1024 * 1024
"""Bytes of a page with its pictures in one file."""
CODE: Final = "PF005"

_HEAD: Final = 4096
_CHARSET: Final = re.compile(rb"(?i)charset\s*=\s*[\"']?\s*([a-z0-9_-]{2,20})")
_ARCHIVE: Final = re.compile(
    rb"(?ism)\s*[a-z-]+:(?:(?!\r?\n\r?\n).)*?^(?:mime-version|content-type): *(?:1\.0|multipart)"
)


def read(path: str, data: bytes) -> Reading:
    """The lines that a page shows, and what was left out.

    Scripts, styles, menus and forms are no lines; a ``<br>`` ends one.

    Args:
        path: The file as the user named it.
        data: Its bytes; also a page with its pictures in one file (``.mht``).

    Raises:
        FileProblems: The bytes are no text.
        UserError: There are too many.
    """
    if _ARCHIVE.match(data[:_HEAD]):
        data, declared = _archived(path, data)
    else:
        found = _CHARSET.search(data, 0, _HEAD)
        declared = found[1].decode() if found else ""
    losses: Counter[Loss] = Counter()
    lines = _page(decoded(path, data, declared), losses).lines()
    return Reading(tuple(titled(lines)), told(losses))


def fragment(text: str, losses: Counter[Loss]) -> list[str]:
    """The words of the lines of a piece of HTML.

    Args:
        text: The piece.
        losses: Where to count what is left out.
    """
    return [line.text for line in _page(text, losses).lines()]


def _page(text: str, losses: Counter[Loss]) -> Page:
    from lxml import etree

    page = Page(losses)
    parser = etree.HTMLParser(target=Events(page), encoding="utf-8", huge_tree=True)
    # Older versions of libxml2 stop at a zero, and lose what follows an end tag at the beginning
    # when they are fed piece by piece.
    data = text.replace("\0", "").encode("utf-8", "replace")
    # Of a page without a single element or character nothing was told.
    with suppress(etree.XMLSyntaxError):
        etree.fromstring(data, parser)
    return page


def _archived(path: str, data: bytes) -> tuple[bytes, str]:
    """The page in an archive, and the encoding that is said of it."""
    if len(data) > LARGEST_ARCHIVE:
        raise too_large(path)
    message: Message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                found = _CHARSET.search(content, 0, _HEAD)
                inside = found[1].decode() if found else ""
                return content, str(part.get_content_charset() or inside)
    raise FileProblems(
        [
            Problem(
                CODE,
                _("there is no page in this web archive"),
                path,
                hint=_("open it in a browser or in Word, and save it as .docx or .html"),
            )
        ]
    )
