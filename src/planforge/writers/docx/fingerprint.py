"""Whether a Word file still is as planforge wrote it."""

from __future__ import annotations

import hashlib
import io
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PART: Final = "docProps/custom.xml"
PROPERTY: Final = "planforge-content"
LARGEST: Final = 64 * 1024 * 1024

_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# Every user-defined property belongs to this set ([MS-OLEPS] 2.18.2).
_USER_DEFINED: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def fingerprint_part(parts: Mapping[str, bytes]) -> bytes:
    """The custom properties, with a digest over the names and bytes of all other parts."""
    digest = hashlib.sha256()
    for name in sorted(parts):
        if name != PART:
            for piece in (name.encode(), parts[name]):
                digest.update(len(piece).to_bytes(8, "big"))
                digest.update(piece)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">'
        f'<property fmtid="{_USER_DEFINED}" pid="2" name="{PROPERTY}">'
        f"<vt:lpwstr>{digest.hexdigest()}</vt:lpwstr></property></Properties>"
    ).encode()


def is_untouched(data: bytes) -> bool:
    """Whether ``data`` is a file of planforge that no other program and no hand has changed.

    Any save by a word processor writes the parts anew. Damaged files and files that planforge
    did not write are not untouched either.
    """
    import zipfile  # most documents are new

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > LARGEST:
                return False
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError):
        return False
    if len(parts) != len(entries) or PART not in parts:
        return False
    return parts[PART] == fingerprint_part(parts)
