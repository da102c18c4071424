"""What the file says about itself: ``docProps/core.xml``, ``docProps/app.xml``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from planforge import __version__
from planforge.writers.source_date import source_date

from .oxml import clean, xml

if TYPE_CHECKING:
    from planforge.document.tree import Properties

_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core_part(properties: Properties) -> bytes:
    """Title, subject, issuing organisation and language; times only when they are given."""
    names = {"cp": _CORE, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI}
    core = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=names)
    for name, value in (
        ("title", properties.title),
        ("subject", properties.subject),
        ("creator", properties.creator),
        ("language", properties.language),
    ):
        if value:
            etree.SubElement(core, f"{{{_DC}}}{name}").text = clean(value)
    if (when := source_date()) is not None:
        for name in ("created", "modified"):
            made = etree.SubElement(core, f"{{{_DCTERMS}}}{name}")
            made.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            made.text = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    return xml(core)


@cache
def app_part() -> bytes:
    """The program that wrote the file."""
    app = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap={"ap": _EXTENDED})
    etree.SubElement(app, f"{{{_EXTENDED}}}Application").text = f"planforge {__version__}"
    return xml(app)
