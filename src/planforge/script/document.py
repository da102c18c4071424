"""A composed document in another script, with the quotation marks of its region."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from .converter import prose_converter
from .protected import convert_between

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.document.tree import Document

# Fields of the tree that are no prose.
_NO_PROSE: Final = frozenset({"align", "language", "region", "style"})


def convert_document(document: Document, target: str, marks: str) -> Document:
    """The document with every text in the script of ``target``.

    Args:
        document: What is printed.
        target: A key of `planforge.script.targets.TARGETS`.
        marks: The outer and the inner pair of quotation marks of the region, such as 「」『』.
    """
    prose = prose_converter(target)
    quotes = {
        ord(old): new
        for pairs in ("“”‘’", "「」『』")
        for old, new in zip(pairs, marks, strict=True)
        if old != new
    }

    def convert(text: str) -> str:
        return convert_between(text, lambda words: prose(words).translate(quotes))

    converted: Document = _mapped(document, convert)
    return converted


def _mapped(value: Any, convert: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return convert(value)
    if isinstance(value, tuple):
        return tuple(_mapped(one, convert) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _mapped(getattr(value, field.name), convert)
            for field in fields(value)
            if field.name not in _NO_PROSE
        }
        return replace(value, **changed)
    return value
