"""The numbering part: levels of lists, and the numbers that Word prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .number_formats import digits
from .properties import Properties, child, flat, is_on, local, number, value

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_BULLET: Final = "bullet"
_NO_FIGURES: Final = frozenset((_BULLET, "none"))
# Numbers that nobody sees in any list: an attack, not a count.
LARGEST: Final = 100_000


class ListLevel(Struct, frozen=True):
    """One level of a list.

    Attributes:
        format: How it counts (``numFmt``).
        pattern: What stands around the number (``lvlText``).
        start: The first number.
        style: Id of the paragraph style it belongs to; empty for none.
        restart: The level, 1-based, behind which it begins again; 0 for never; -1 as usual.
        suffix: What follows the number: ``tab``, ``space`` or ``nothing``.
        paragraph: Paragraph properties of the level.
        font: Font of the number or bullet; empty where the level names none.
        legal: All numbers in it are shown in plain figures (``isLgl``).
    """

    format: str
    pattern: str
    start: int
    style: str
    restart: int
    suffix: str
    paragraph: Properties
    font: str = ""
    legal: bool = False


class Lists:
    """The lists of a document, and how far each has counted.

    Args:
        root: The numbering part; ``None`` where there is none.
        theme: The font that a reference to the theme means.
    """

    def __init__(self, root: Element | None, theme: Callable[[str], str]) -> None:
        self._abstract: dict[str, dict[int, ListLevel]] = {}
        self._links: dict[str, str] = {}
        self._instances: dict[str, str] = {}
        self._overrides: dict[str, dict[int, ListLevel]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        for one in root if root is not None else ():
            if local(one) == "abstractNum":
                self._read_abstract(one, theme)
            elif local(one) == "num":
                self._read_instance(one, theme)

    def level(self, instance: str, depth: int) -> ListLevel | None:
        """Level ``depth``, 0-based, of a list instance; ``None`` when there is none."""
        if (own := self._overrides.get(instance, {}).get(depth)) is not None:
            return own
        return self._abstract.get(self._instances.get(instance, ""), {}).get(depth)

    def depth_of(self, instance: str, style: str) -> int | None:
        """The level, 0-based, that belongs to a paragraph style; ``None`` when none does."""
        levels = self._abstract.get(self._instances.get(instance, ""), {})
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def numbering_style(self, instance: str) -> str:
        """Id of the numbering style that holds the levels of an instance; empty for none."""
        return self._links.get(self._instances.get(instance, ""), "")

    def use(self, instance: str, other: str) -> None:
        """Let ``instance`` have the levels of ``other``: a list that a style describes."""
        if other in self._instances:
            self._instances[instance] = self._instances[other]

    def instances(self) -> tuple[str, ...]:
        """The ids of all list instances."""
        return tuple(self._instances)

    def count(self, instance: str, depth: int) -> str:
        """The label of the next paragraph of that level, as Word prints it; counts on.

        Empty for bullets and for lists that are not there.
        """
        level = self.level(instance, depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self._instances.get(instance, ""), {})
        start = self._starts.get(instance, {}).get(depth)
        if start is not None and instance not in self._started:
            # An instance begins anew once, however many levels it says that of.
            self._started.add(instance)
            counts[depth] = start
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = level.start if start is None else start
        for above in range(depth):
            if above not in counts:
                skipped = self.level(instance, above)
                counts[above] = skipped.start if skipped is not None else 1
        for below in [one for one in counts if one > depth]:
            lower = self.level(instance, below)
            if lower is None or lower.restart < 0 or depth < lower.restart:
                del counts[below]
        return "" if level.format == _BULLET else self._label(instance, level, counts)

    def _label(self, instance: str, level: ListLevel, counts: dict[int, int]) -> str:
        def figure(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            named = self.level(instance, depth) or level
            shown = min(max(counts.get(depth, 1), 0), LARGEST)
            plain = level.legal and named.format not in _NO_FIGURES
            return digits("decimal" if plain else named.format, shown)

        return _PLACE.sub(figure, level.pattern)

    def _read_abstract(self, element: Element, theme: Callable[[str], str]) -> None:
        identity = value(element, "abstractNumId")
        self._abstract[identity] = dict(_levels(element, theme))
        if link := value(child(element, "numStyleLink")):
            self._links[identity] = link

    def _read_instance(self, element: Element, theme: Callable[[str], str]) -> None:
        identity = value(element, "numId")
        self._instances[identity] = value(child(element, "abstractNumId"))
        for one in element:
            if local(one) != "lvlOverride":
                continue
            depth = number(value(one, "ilvl"))
            if (start := child(one, "startOverride")) is not None:
                self._starts.setdefault(identity, {})[depth] = number(value(start), 1)
            self._overrides.setdefault(identity, {}).update(_levels(one, theme))


def _levels(element: Element, theme: Callable[[str], str]) -> list[tuple[int, ListLevel]]:
    found = []
    for one in element:
        if local(one) == "lvl":
            level = ListLevel(
                value(child(one, "numFmt"), default="decimal"),
                value(child(one, "lvlText")),
                number(value(child(one, "start")), 1),
                value(child(one, "pStyle")),
                number(value(child(one, "lvlRestart")), -1),
                value(child(one, "suff"), default="tab"),
                flat(child(one, "pPr"), theme),
                flat(child(one, "rPr"), theme).get("rFonts.ascii", ""),
                is_on(child(one, "isLgl")),
            )
            found.append((number(value(one, "ilvl")), level))
    return found
