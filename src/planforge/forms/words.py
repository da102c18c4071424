"""The values of a plan as a form prints them."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003  read at run time
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from planforge.document import words
from planforge.model.goal import Goal
from planforge.model.status import Status
from planforge.model.when import When
from planforge.regions import RegionWords  # noqa: TC001  read at run time
from planforge.writers.docx.oxml import clean

from .shapes import Group, Many, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .shapes import Shape

YES: Final = "是"
LINE: Final = "\n"


class Printing(Struct, frozen=True):
    """How values become words.

    Attributes:
        region: Whose words are used.
        convert: Turns text into the script of the region.
    """

    region: RegionWords
    convert: Callable[[str], str] = str


class Rows(tuple[Any, ...]):  # noqa: SLOT001  a tuple has no room for more
    """A list.

    Attributes:
        between: What stands between its entries when it is printed.
    """

    between: str = LINE

    @classmethod
    def of(cls, entries: Iterable[Any], between: str) -> Rows:
        """The list of ``entries``."""
        made = cls(entries)
        made.between = between
        return made

    def __str__(self) -> str:
        """All of it, as it is printed."""
        return self.between.join(filter(None, map(str, self)))


class Words:
    """The values behind a dot. Where the plan says nothing they are empty, down to the last.

    Args:
        group: Their names.
        read: A name → its value in the plan.
        how: How they become words.
    """

    __slots__ = ("_group", "_how", "_read")

    def __init__(self, group: Group, read: Callable[[str], Any], how: Printing) -> None:
        self._group = group
        self._read = read
        self._how = how

    def value(self, name: str) -> Any:
        """What stands under a name.

        Raises:
            KeyError: There is no such name.
        """
        own = self._group.names[name]
        return printed(self._read(own), self._group.shape(own), self._how)

    def __bool__(self) -> bool:
        """Whether the plan says anything here."""
        names = dict.fromkeys(self._group.names.values())
        return any(bool(self._read(name)) for name in names)

    def __str__(self) -> str:
        """What the group prints."""
        return LINE.join(_lines(self))


def _lines(group: Words) -> Iterator[str]:
    for name in group._group.printed:  # noqa: SLF001  one thing
        if text := str(group.value(name)):
            yield text


def printed(value: Any, shape: Shape, how: Printing) -> Any:
    """A value of a plan as forms get it: text, `Words` or `Rows`."""
    match shape:
        case Text():
            return clean(how.convert(_text(value, how.region)))
        case Many(of, between):
            return Rows.of((printed(one, of, how) for one in value or ()), between)
        case Group():
            if isinstance(value, Words):
                return value
            return Words(shape, lambda name: getattr(value, name, None), how)


def _text(value: Any, region: RegionWords) -> str:
    match value:
        case None | bool():
            return YES if value else ""
        case When():
            return words.date(value, region)
        case Goal():
            return words.goal(value, region)
        case Status():
            return value.in_words(traditional=region.script == "Hant")
        case str():
            return value
        case _:
            return words.value(value)
