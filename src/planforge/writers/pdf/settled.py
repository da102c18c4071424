"""What changes from one export to the next is settled: the date and the identity of a PDF.

LibreOffice writes the time of the export and a random identity. The date becomes that of
``SOURCE_DATE_EPOCH``, or goes; the identity becomes a digest of everything else, by which a file
is recognised later. Nothing changes its place, so the table of objects stays right.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from planforge.writers.source_date import source_date

_DATE: Final = re.compile(rb"/(CreationDate|ModDate)\s*\(D:[^)]*\)")
_IDENTITY: Final = re.compile(
    rb"/ID\s*\[\s*<([0-9A-F]{32})>\s*<([0-9A-F]{32})>\s*\](?:\s*/DocChecksum\s*/([0-9A-F]{32}))?"
)
_NOTHING: Final = b"0" * 32


def settled(pdf: bytes) -> bytes:
    """The same PDF with a settled date and identity; of the same length.

    Raises:
        UserError: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
    """
    when = source_date()
    said = b"" if when is None else b"(D:%s)" % when.strftime("%Y%m%d%H%M%SZ").encode()

    def date(match: re.Match[bytes]) -> bytes:
        entry = b"/" + match[1] + said if said else b""
        # White space may stand anywhere between the entries of a dictionary.
        return entry.ljust(len(match[0])) if len(entry) <= len(match[0]) else match[0]

    dated = _DATE.sub(date, pdf)
    return _identified(dated, _digest(dated))


def is_untouched(data: bytes) -> bool:
    """Whether a PDF is still as `settled` made it."""
    found = _IDENTITY.search(data)
    return found is not None and found[1] == found[2] == _digest(data)


def _digest(pdf: bytes) -> bytes:
    blank = _identified(pdf, _NOTHING)
    return hashlib.sha256(blank).hexdigest()[: len(_NOTHING)].upper().encode("ascii")


def _identified(pdf: bytes, identity: bytes) -> bytes:
    found = _IDENTITY.search(pdf)
    if found is None:
        return pdf
    result = bytearray(pdf)
    for group in range(1, 4):
        if found[group] is not None:
            start, end = found.span(group)
            result[start:end] = identity
    return bytes(result)
