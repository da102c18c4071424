"""The least work that could make the document: libyaml, joined strings, a zip file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from ruamel.yaml.cyaml import CSafeLoader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def floor(text: str, parts: Mapping[str, bytes]) -> bytes:
    """A Word file with one paragraph per value of the YAML ``text``; nothing is checked.

    Args:
        text: The plan.
        parts: Of a finished document; those beside the body are packed as they are.
    """
    loader = CSafeLoader(text)
    try:
        values = _values(loader.get_single_data())
    finally:
        loader.dispose()
    body = "".join(
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
        f"<w:r><w:t>{escape(value)}</w:t></w:r></w:p>"
        for value in values
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in parts.items():
            archive.writestr(name, body if name == "word/document.xml" else data)
    return target.getvalue()


def _values(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _values(value)
    elif isinstance(node, list):
        for value in node:
            yield from _values(value)
    else:
        yield str(node)
