"""What a rule looks at: the file, the plan, its texts, and how findings get their places."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from planforge.model.places import find
from planforge.model.plan import Plan
from planforge.source.scalars import offsets

from .finding import Change, Finding, Fix
from .passages import passages
from .prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planforge.errors import Severity
    from planforge.source.load import Source
    from planforge.source.nodes import Node, Scalar
    from planforge.source.scalars import ScalarMap

    from .passages import Passage
    from .prose import Hit

    Loc = tuple[int | str, ...]

T = TypeVar("T")


class Subject:
    """One plan file while it is linted.

    Attributes:
        source: The file.
        valid: The plan; ``None`` where the file holds none that can be used.
        settings: Rule code → what the preset and the user set for it.
    """

    def __init__(
        self, source: Source, valid: Plan | None, settings: Mapping[str, Mapping[str, Any]]
    ) -> None:
        self.source = source
        self.valid = valid
        self.settings = settings
        self._maps: dict[int, ScalarMap] = {}
        self._made: dict[object, Any] = {}

    @property
    def plan(self) -> Plan:
        """The plan; only rules that need one may ask for it."""
        assert self.valid is not None
        return self.valid

    @property
    def region(self) -> str:
        """Code of the region that the plan is written for; ``cn`` where nothing says so."""
        return (self.valid.region if self.valid else "") or "cn"

    @cached_property
    def prose(self) -> Prose:
        """Every text of the file."""
        return Prose(passages(self.source.root))

    def once(self, make: Callable[[Subject], T]) -> T:
        """What ``make`` finds out about this file; several rules may ask, it is called once."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    @cached_property
    def _by_node(self) -> dict[int, Passage]:
        return {id(passage.node): passage for passage in self.prose.passages}

    def node(self, loc: Loc) -> Node:
        """The node that ``loc``, field names and indices of the model, leads to."""
        return find(self.source.root, Plan, loc).node

    def passage(self, loc: Loc) -> Passage | None:
        """The text that ``loc`` leads to; ``None`` where it is none."""
        return self._by_node.get(id(self.node(loc)))

    def span(self, node: Scalar, start: int, end: int) -> tuple[int, int]:
        """Where in the file the characters ``start`` to ``end`` of a text stand."""
        if (found := self._maps.get(id(node))) is None:
            found = self._maps[id(node)] = offsets(self.source.text.text, node)
        return found.span(start, end)

    def hit(  # noqa: PLR0913  one argument per fact about a finding
        self,
        hit: Hit,
        message: str,
        *,
        hint: str = "",
        new: str | None = None,
        safe: bool = True,
        at_most: Severity | None = None,
    ) -> Finding:
        """A finding at a match.

        Args:
            hit: The match.
            message: One sentence in the user's language.
            hint: What to do about it.
            new: What should stand there instead; ``None`` where nobody can say.
            safe: Whether that is right without anybody looking at it.
            at_most: No severity above this.
        """
        return self.within(
            hit.passage.node,
            hit.start,
            hit.end,
            message,
            hint=hint,
            new=new,
            safe=safe,
            at_most=at_most,
        )

    def within(  # noqa: PLR0913  one argument per fact about a finding
        self,
        node: Scalar,
        start: int,
        end: int,
        message: str,
        *,
        hint: str = "",
        new: str | None = None,
        safe: bool = True,
        at_most: Severity | None = None,
    ) -> Finding:
        """A finding at the characters ``start`` to ``end`` of a text; for the rest see `hit`."""
        first, last = self.span(node, start, end)
        fix = None if new is None else Fix((Change(node, start, end, new),), safe=safe)
        return Finding(message, first, last, hint, fix, at_most)

    def at(
        self,
        loc: Loc,
        message: str,
        *,
        hint: str = "",
        fix: Fix | None = None,
        at_most: Severity | None = None,
    ) -> Finding:
        """A finding at a part of the plan; a key that is not there stands for what lacks it."""
        start, end = find(self.source.root, Plan, loc).span
        return Finding(message, start, end, hint, fix, at_most)

    def setting(self, code: str, name: str) -> Any:
        """What the preset, or the user, set for a rule; ``None`` where nobody did."""
        return self.settings.get(code, {}).get(name)
