"""A composed document in another script, with the quotation marks and years of its region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from msgspec.structs import asdict, replace

from planforge.language import _, listed

from .marks import into
from .years import counted_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from planforge.document.tree import Document
    from planforge.regions import RegionWords

    from .conversion import Conversion
    from .years import YearCounter

# Fields of the tree that are no prose.
_NO_PROSE: Final = frozenset({"align", "language", "notices", "region", "style"})
_MOST_SHOWN: Final = 12


@dataclass(frozen=True)
class Reader:
    """Turns the texts of a plan into those that readers of another region expect.

    Attributes:
        conversion: Where to and how.
        quotes: Quotation mark → that of the region.
        years: Changes how years are counted, and remembers which.
    """

    conversion: Conversion
    quotes: Mapping[int, str]
    years: YearCounter

    def __call__(self, text: str) -> str:
        """``text`` for that region."""
        return self.years(self.conversion.text(text)).translate(self.quotes)


def reader(conversion: Conversion, words: RegionWords, source: RegionWords) -> Reader:
    """What turns texts for ``source`` into those for ``words``."""
    return Reader(conversion, into(words.quotes), counted_from(words.date, source.date))


def convert_document(document: Document, read: Reader) -> Document:
    """The document with every text as ``read`` gives it, and a notice of the years it changed."""
    converted: Document = _mapped(document, _naming(document.properties.title, read))
    return replace(converted, notices=(*document.notices, *_notices(read.years)))


def _naming(title: str, read: Reader) -> Callable[[str], str]:
    """``read``, with the document itself under the name that it has then.

    Anything else in 《》 is what somebody else wrote, and keeps its words and years.
    """
    before, after = f"《{title}》", f"《{read(title)}》"
    return lambda text: after.join(map(read, text.split(before)))


def _notices(years: YearCounter) -> Iterator[str]:
    changed = [_("{old} → {new}").format(old=old, new=new) for old, new in years.changed.items()]
    if changed:
        shown = listed(changed[:_MOST_SHOWN]) + ("…" if len(changed) > _MOST_SHOWN else "")
        yield _("years as this region counts them: {changes}").format(changes=shown)


def _mapped(value: Any, convert: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return convert(value)
    if isinstance(value, tuple):
        return tuple(_mapped(one, convert) for one in value)
    if not isinstance(value, Struct):
        return value
    said = {name: one for name, one in asdict(value).items() if name not in _NO_PROSE}
    return replace(value, **{name: _mapped(one, convert) for name, one in said.items()})
