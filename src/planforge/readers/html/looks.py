"""What tags and their attributes say about the text in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.ooxml.style_names import is_contents
from planforge.readers.result import Loss

if TYPE_CHECKING:
    from collections.abc import Mapping

SILENT: Final = frozenset(
    (
        *("script", "style", "template", "noscript", "svg", "iframe", "object", "applet"),
        *("head", "title", "map", "rp", "rt"),
    )
)
"""Elements without words of the page."""
BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html"),
        *("li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
"""Elements that begin a line and end one."""
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
STRONG: Final = frozenset(("b", "strong", "th"))

_FORMS: Final = frozenset(("nav", "aside", "select", "button", "textarea", "datalist"))
_ROLES: Final = frozenset(
    ("navigation", "search", "menu", "menubar", "complementary", "toolbar", "banner")
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_COMMENTS: Final = re.compile(r"mso-element\s*:\s*comment(?!-text)")
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_CENTRED: Final = re.compile(r"text-align\s*:\s*center")
_SIZE: Final = re.compile(r"font-size\s*:\s*([0-9.]{1,6})\s*(pt|px)")
_NOTE: Final = re.compile(r"mso-element\s*:\s*(footnote|endnote|header|footer)\b")
_EDGES: Final = frozenset(("header", "footer"))
_WORD_STYLE: Final = re.compile(r"mso(title|toc ?[1-9]|tocheading)$")
_POINTS: Final = {"pt": 1.0, "px": 0.75}


def left_out(tag: str, attributes: Mapping[str, str]) -> Loss | None:
    """What it is when the element and all in it is left out; ``None`` for what is read."""
    if tag in _FORMS or attributes.get("role", "").lower() in _ROLES:
        return Loss.NAVIGATION
    style = attributes.get("style", "").lower()
    if "hidden" in attributes or _HIDDEN.search(style):
        return Loss.HIDDEN
    if _COMMENTS.search(style):
        return Loss.COMMENT
    if is_contents(word_style(attributes)):
        return Loss.CONTENTS
    return Loss.DELETED if tag == "del" else None


def word_style(attributes: Mapping[str, str]) -> str:
    """The name of the style of Word that a class stands for; empty for none."""
    found = _WORD_STYLE.match(attributes.get("class", "").lower())
    return re.sub(r"toc(?=\S)", "toc ", found[1]) if found else ""


def is_bold(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether the text in it is bold."""
    return tag in STRONG or _BOLD.search(attributes.get("style", "").lower()) is not None


def is_centred(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether the text in it stands in the middle."""
    said = attributes.get("align", "").lower() == "center"
    return tag == "center" or said or bool(_CENTRED.search(attributes.get("style", "").lower()))


def is_arranged(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether line breaks in it only arrange it: in headings, and in titles made by hand."""
    return tag in HEADINGS or (tag == "p" and is_centred(tag, attributes))


def part(tag: str, attributes: Mapping[str, str]) -> str:
    """The part of a document that it is; empty for the body."""
    found = _NOTE.search(attributes.get("style", "").lower())
    if found:
        return found[1]
    # So LibreOffice marks them.
    title = attributes.get("title", "") if tag == "div" else ""
    return title if title in _EDGES else "footer" * (tag == "footer")


def size(attributes: Mapping[str, str]) -> float:
    """The size of the letters in points; 0 when it is not told."""
    found = _SIZE.search(attributes.get("style", "").lower())
    try:
        return float(found[1]) * _POINTS[found[2]] if found else 0
    except ValueError:
        return 0
