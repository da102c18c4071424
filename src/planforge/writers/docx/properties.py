"""What the file says about itself: ``docProps/core.xml``, ``docProps/app.xml``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from planforge import __version__
from planforge.writers.source_date import source_date

from .oxml import DECLARATION, clean, escaped, xml

if TYPE_CHECKING:
    from planforge.document.tree import Properties

_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_CORE_OPENING: Final = (
    f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_DC}" xmlns:dcterms="{_DCTERMS}"'
    f' xmlns:xsi="{_XSI}">'
)
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core_part(properties: Properties) -> bytes:
    """Title, subject, issuing organisation and language; times only when they are given."""
    said = {
        "title": properties.title,
        "subject": properties.subject,
        "creator": properties.creator,
        "language": properties.language,
    }
    lines = [
        f"<dc:{name}>{escaped(clean(value))}</dc:{name}>" for name, value in said.items() if value
    ]
    if (when := source_date()) is not None:
        moment = when.strftime("%Y-%m-%dT%H:%M:%SZ")
        lines += (
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
            for name in ("created", "modified")
        )
    return f"{DECLARATION}{_CORE_OPENING}{''.join(lines)}</cp:coreProperties>".encode()


@cache
def app_part() -> bytes:
    """The program that wrote the file."""
    app = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap={"ap": _EXTENDED})
    etree.SubElement(app, f"{{{_EXTENDED}}}Application").text = f"planforge {__version__}"
    return xml(app)
