"""One thing that a plan says is to be done, whatever section says it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.patterns import pattern

if TYPE_CHECKING:
    from planforge.model.goal import Goal
    from planforge.model.money import Money
    from planforge.model.status import Status
    from planforge.model.when import When

    from .dates import Span


# The first sentence of a text without a title, and how much of it fits in one line.
_SENTENCE: Final = pattern(r"[^。；！？\n]*")
_CLAUSE: Final = pattern(r"[，、：]")
LONGEST: Final = 40


class Nature(StrEnum):
    """What sort of thing it is."""

    TARGET = "target"
    TASK = "task"
    STAGE = "stage"
    ACTIVITY = "activity"


class Matter(Struct, frozen=True):
    """A task, an activity, a target or a stage.

    Attributes:
        nature: What sort of thing it is.
        loc: Field names and indices that lead to it in the plan.
        above: Titles of what it stands below, the section first.
        title: What it is called; the text itself where it has no title.
        text: What is to be done, where a title stands before it.
        owner: Who is in charge.
        when: The words about its time; ``None`` where it has none of its own.
        span: The days they mean, or those of the month it stands in; ``None`` where none is known.
        limit: Whether ``span`` is a day by which it must be done.
        recurring: What recurs (每月, 每周五); ``None`` where it is done once.
        place: Where.
        audience: For whom.
        budget: What it costs.
        goal: What is to be reached, of a target.
        reached: What was reached, of a target.
        status: What the plan says about its progress.
        finished: When it was done.
        evidence: What shows that it was done.
        remarks: Remarks.
    """

    nature: Nature
    loc: tuple[int | str, ...]
    above: tuple[str, ...]
    title: str
    text: str = ""
    owner: str = ""
    when: When | None = None
    span: Span | None = None
    limit: bool = False
    recurring: When | None = None
    place: str = ""
    audience: str = ""
    budget: Money | None = None
    goal: Goal | None = None
    reached: Goal | None = None
    status: Status | None = None
    finished: When | None = None
    evidence: str = ""
    remarks: str = ""

    @property
    def is_work(self) -> bool:
        """Whether the plan file has a place for its progress; the text of a month has none."""
        return self.nature is not Nature.TARGET and self.loc[-1] != "text"

    @property
    def name(self) -> str:
        """The title in one line: the first sentence of a long text, cut at a comma."""
        match = _SENTENCE.match(self.title)
        sentence = match[0] if match else self.title
        if len(sentence) <= LONGEST:
            return sentence
        cuts = [cut.start() for cut in _CLAUSE.finditer(sentence, 0, LONGEST)]
        return sentence[: cuts[-1]] if cuts else sentence[: LONGEST - 1] + "…"
