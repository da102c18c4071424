"""A whole Word file from the tree and a page style."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .body import Body
from .fingerprint import PART, fingerprint_part
from .numbering_part import numbering_part
from .package import connected, packed
from .properties import app_part, core_part
from .sections import (
    BARE_FOOTERS,
    FOOTERS,
    TURNED_FOOTERS,
    bare_footer_part,
    footer_part,
    footer_types,
    turned_footer_part,
)
from .settings_part import font_table_part, settings_part
from .styles_part import styles_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planforge.document.tree import Document
    from planforge.styles import Style


def write(document: Document, style: Style) -> bytes:
    """The Word file; the same document and style give the same bytes.

    Raises:
        UserError: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
    """
    body = Body(document, style)
    parts = {
        "docProps/core.xml": core_part(document.properties),
        "docProps/app.xml": app_part(),
        # Its content is computed over all others and fills this place in the end.
        PART: b"",
        "word/document.xml": body.part(),
        "word/numbering.xml": numbering_part(style, body.starts),
        "word/settings.xml": settings_part(
            style, document.properties.language, contents=bool(document.contents)
        ),
        **_page_parts(style, document.properties.language),
    }
    parts |= body.pictures
    if body.turned:
        parts |= _turned_parts(style)
    if document.notice is not None and style.letterhead is not None:
        parts |= {
            f"word/{BARE_FOOTERS[kind]}": bare_footer_part(style) for kind in footer_types(style)
        }
    whole = connected(parts)
    whole[PART] = fingerprint_part(whole)
    return packed(whole)


@lru_cache(maxsize=16)
def _page_parts(style: Style, language: str) -> Mapping[str, bytes]:
    """The parts that depend on the style and the language alone."""
    return {
        "word/styles.xml": styles_part(style, language),
        "word/fontTable.xml": font_table_part(style),
        **{f"word/{FOOTERS[kind]}": footer_part(style, kind) for kind in footer_types(style)},
    }


@lru_cache(maxsize=16)
def _turned_parts(style: Style) -> Mapping[str, bytes]:
    return {
        f"word/{TURNED_FOOTERS[kind]}": turned_footer_part(style, kind)
        for kind in footer_types(style)
    }
