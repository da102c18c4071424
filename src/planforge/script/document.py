"""A composed document in another script, with the quotation marks of its region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.document.tree import Document

    from .conversion import Conversion

# Fields of the tree that are no prose.
_NO_PROSE: Final = frozenset({"align", "language", "region", "style"})


def convert_document(document: Document, conversion: Conversion, marks: str) -> Document:
    """The document with every text converted.

    Args:
        document: What is printed.
        conversion: Where to and how.
        marks: The outer and the inner pair of quotation marks of the region, such as 「」『』.
    """
    quotes = {
        ord(old): new
        for pairs in ("“”‘’", "「」『』")
        for old, new in zip(pairs, marks, strict=True)
        if old != new
    }

    def convert(text: str) -> str:
        return conversion.text(text).translate(quotes)

    converted: Document = _mapped(document, convert)
    return converted


def _mapped(value: Any, convert: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return convert(value)
    if not isinstance(value, tuple):
        return value
    names = getattr(value, "_fields", None)
    if names is None:
        return tuple(_mapped(one, convert) for one in value)
    return type(value)(
        *(
            one if name in _NO_PROSE else _mapped(one, convert)
            for name, one in zip(names, value, strict=True)
        )
    )
