"""The formats a document can be written in.

A format is one entry of `FORMATS`. What it names is imported when it is used, so that a list of
formats costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from planforge.errors import UserError
from planforge.language import _, listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.document.tree import Document
    from planforge.styles.model import Style

    Writer = Callable[[Document, Style], bytes]
    Check = Callable[[bytes], bool]


class Format(Struct, frozen=True):
    """One output format.

    Attributes:
        suffix: Of its files, with the dot.
        write: ``module:function`` that makes the bytes of a file from a document and a style.
        untouched: ``module:function`` that says whether the bytes of a file are still as
            planforge wrote them.
    """

    suffix: str
    write: str
    untouched: str


_STAMPED: Final = "planforge.writers.fingerprint:is_untouched"
_NEVER: Final = "planforge.writers.fingerprint:never"

FORMATS: Final[dict[str, Format]] = {
    "docx": Format(".docx", "planforge.writers.docx:write", "planforge.writers.docx:is_untouched"),
    "md": Format(".md", "planforge.writers.text:markdown", _STAMPED),
    "html": Format(".html", "planforge.writers.text:html", _STAMPED),
    "txt": Format(".txt", "planforge.writers.text:plain", _NEVER),
    "pdf": Format(".pdf", "planforge.writers.pdf:write", "planforge.writers.pdf:is_untouched"),
}


def find(name: str) -> Format:
    """The format called ``name``.

    Raises:
        UserError: There is no such format.
    """
    if name not in FORMATS:
        raise UserError(
            _("there is no format {name}").format(name=name),
            _("Known are {names}").format(names=listed(FORMATS)),
        )
    return FORMATS[name]


def writer(name: str) -> Writer:
    """The function that makes a file of the format called ``name``.

    Raises:
        UserError: There is no such format.
    """
    write: Writer = _imported(find(name).write)
    return write


def is_untouched(name: str, data: bytes) -> bool:
    """Whether a file of the format called ``name`` is still as planforge wrote it.

    ``False`` wherever that cannot be told, as with plain text, which has no room for a stamp.

    Raises:
        UserError: There is no such format.
    """
    check: Check = _imported(find(name).untouched)
    return check(data)


def _imported(place: str) -> Any:
    module, _colon, function = place.partition(":")
    return getattr(import_module(module), function)
