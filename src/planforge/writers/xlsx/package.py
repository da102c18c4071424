"""The bytes of a workbook, with the time of the build instead of now."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from planforge.writers.docx.package import packed
from planforge.writers.source_date import source_date

if TYPE_CHECKING:
    from openpyxl import Workbook

_CORE: Final = "docProps/core.xml"
# openpyxl writes the moment of saving, whatever the workbook says.
_TIMES: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
# The zip entries have a time of their own; this is what the properties name.
_FIXED: Final = datetime(1980, 1, 1, tzinfo=UTC)


def settled(book: Workbook) -> bytes:
    """The workbook as bytes; the same cells give the same bytes."""
    target = io.BytesIO()
    book.save(target)
    with zipfile.ZipFile(target) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    moment = f"{source_date() or _FIXED:%Y-%m-%dT%H:%M:%SZ}".encode()
    parts[_CORE] = _TIMES.sub(rb"\g<1>" + moment, parts[_CORE])
    return packed(parts)
