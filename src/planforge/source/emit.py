"""Plan data → YAML text that people like to edit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from planforge.patterns import pattern

from . import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STEP: Final = 2
# Above this many code points a text is set as a block, where editing cannot turn it into
# something else than text.
LONG: Final = 100

# Characters that cannot stand in the file as they are, and those nobody would see there.
_ESCAPED: Final = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_NAMED: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# Words and numbers that other YAML readers take for something else than text. Plain whole
# numbers stay bare: years and months look better so, and planforge reads text anyway.
_TYPED: Final = pattern(
    r"(?i:y|n|yes|no|on|off|true|false|null|~)"
    r"|[-+]?(?:0\d+|0x[\da-f]+|0o?[0-7]+|[\d_]*\.[\d_]*(?:e[-+]?\d+)?|\d[\d_]*e[-+]?\d+)"
    r"|[-+]\d+|\d[\d_]*_[\d_]*|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?"
    r"|[-+]?\.(?:inf|nan)|\d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?",
    re.IGNORECASE | re.ASCII,
)


def emit(data: Mapping[str, Any], remarks: Mapping[str, str] | None = None) -> str:
    """YAML text that `source.load` reads back as ``data``.

    Texts stand without quotes where they can, as blocks (``|``) where they are long or have
    several lines, and in quotes otherwise. ``None`` is left blank.

    Args:
        data: Nested dicts, lists, strings and ``None``.
        remarks: Top-level key → comment that is printed above it, one ``#`` per line.
    """
    if not data:
        return "{}\n"
    return "".join(f"{line}\n" for line in _mapping(data, 0, remarks or {}))


def comment(text: str) -> str:
    """``text`` as a comment, every line behind a ``#``."""
    lines = _ESCAPED.sub(" ", text).split("\n")
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _mapping(data: Mapping[str, Any], indent: int, remarks: Mapping[str, str]) -> Iterator[str]:
    margin = " " * indent
    for name, value in data.items():
        if remark := remarks.get(name):
            yield comment(remark).rstrip("\n")
        yield from _entry(f"{margin}{scalar(name, key=True)}:", value, indent)


def _sequence(items: list[Any], indent: int) -> Iterator[str]:
    margin = " " * indent
    for item in items:
        if isinstance(item, dict) and item:
            first, *others = _mapping(item, indent + STEP, {})
            yield f"{margin}- {first[indent + STEP :]}"
            yield from others
        elif isinstance(item, list) and item:
            first, *others = _sequence(item, indent + STEP)
            yield f"{margin}- {first[indent + STEP :]}"
            yield from others
        else:
            yield from _entry(f"{margin}-", item, indent)


def _entry(head: str, value: Any, indent: int) -> Iterator[str]:
    """The lines of a key or dash with its value."""
    if isinstance(value, dict) and value:
        yield head
        yield from _mapping(value, indent + STEP, {})
    elif isinstance(value, list) and value:
        yield head
        yield from _sequence(value, indent + STEP)
    elif isinstance(value, str) and _wants_block(value):
        yield f"{head} |{'' if value.endswith(chr(10)) else '-'}"
        margin = " " * (indent + STEP)
        yield from (margin + line if line else "" for line in value.removesuffix("\n").split("\n"))
    else:
        yield f"{head} {_leaf(value)}".rstrip(" ")


def _leaf(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return scalar(value)
    return "{}" if isinstance(value, dict) else "[]"


def scalar(text: str, *, key: bool = False) -> str:
    """``text`` on one line: plain where that means the same, else in quotes."""
    if _is_plain(text) and not (key and not text.isprintable()):
        return text
    if "\n" in text or "\t" in text or _ESCAPED.search(text):
        return f'"{_escaped(text)}"'
    if '"' in text or "\\" in text:
        return quote.single(text) or quote.double(text)
    return f'"{text}"'


def _is_plain(text: str) -> bool:
    """Whether the text needs no quotes, and no other program or reader mistakes it without."""
    mistaken = text[:1] == "=" or _TYPED.fullmatch(text) or _ESCAPED.search(text)
    return quote.plain(text) is not None and not mistaken


def _escaped(text: str) -> str:
    named = "".join(_NAMED.get(c, c) for c in text)
    return _ESCAPED.sub(lambda found: _code(ord(found[0])), named)


def _code(point: int) -> str:
    if point > 0xFFFF:  # noqa: PLR2004  the widths are those of the YAML escapes
        return f"\\U{point:08x}"
    return f"\\u{point:04x}" if point > 0xFF else f"\\x{point:02x}"  # noqa: PLR2004  as above


def _wants_block(text: str) -> bool:
    body = text.removesuffix("\n")
    lines = body.split("\n")
    fits = (
        lines[0].strip() == lines[0] != ""
        and lines[-1] != ""
        and not any(line != line.rstrip() or line.startswith("\t") for line in lines)
        and not _ESCAPED.search(text)
        and not re.search(r"[\r\t]", text)
    )
    if not fits:
        return False
    return len(lines) > 1 or body != text or len(body) > LONG
