"""The sections of the report of the year: targets, what was done, what was not, totals."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from planforge.agenda import Nature
from planforge.agenda.figures import money, people
from planforge.agenda.progress import OPEN, Standing, State, meets
from planforge.model.grid import Grid
from planforge.model.item import Item
from planforge.model.section import CustomSection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planforge.agenda import Matter
    from planforge.regions import RegionWords

    from .keys import Keys


class Sections:
    """Makes the sections as data of a plan file.

    Attributes:
        region: Whose words are used.
        keys: Names of the keys.
    """

    def __init__(self, region: RegionWords, keys: Keys) -> None:
        self.region = region
        self.keys = keys

    def targets(self, standings: Sequence[Standing]) -> dict[str, Any] | None:
        """A table of the targets: set, reached, whether that is enough."""
        labels, words = self.region.labels, self.region.summary
        rows = [
            [
                one.matter.name,
                _text(one.matter.goal),
                _text(one.matter.reached),
                self._result(one.matter),
                one.matter.owner,
            ]
            for one in standings
            if one.matter.nature is Nature.TARGET and one.matter.goal
        ]
        columns = [labels.target, labels.goal, words.reached, words.result, labels.owner]
        return self._table(words.targets, columns, rows)

    def done(self, standings: Sequence[Standing]) -> list[dict[str, Any]]:
        """What was done, below the headings of the plan."""
        found: dict[str, dict[tuple[int | str, ...], list[Matter]]] = {}
        for one in standings:
            matter = one.matter
            if matter.nature in {Nature.TASK, Nature.STAGE} and one.state is State.DONE:
                heading = matter.above[0] if matter.above else ""
                # The point of the section that it is, or that it belongs to.
                top = matter.loc[: len(matter.loc) - 2 * len(matter.above[1:])]
                groups = found.setdefault(heading or self.region.summary.tasks, {})
                groups.setdefault(top, []).append(matter)
        return [
            self._section(heading, items=[self._group(top, m) for top, m in groups.items()])
            for heading, groups in found.items()
        ]

    def schedule(self, standings: Sequence[Standing]) -> dict[str, Any] | None:
        """A table of the activities that were held."""
        labels, words = self.region.labels, self.region.summary
        rows = [
            [
                one.matter.above[1] if one.matter.above[1:] else "",
                one.matter.name,
                _when(one.matter),
                one.matter.audience,
                one.matter.evidence,
            ]
            for one in standings
            if one.matter.nature is Nature.ACTIVITY and one.state is State.DONE
        ]
        columns = [labels.month, labels.activity, labels.date, labels.audience, words.evidence]
        return self._table(words.schedule, columns, rows)

    def undone(self, standings: Sequence[Standing]) -> dict[str, Any] | None:
        """What was not done, with the reason where somebody wrote one."""
        items = [self._open(one) for one in standings if _is_open(one)]
        return self._section(self.region.summary.undone, items=items) if items else None

    def totals(self, standings: Sequence[Standing]) -> dict[str, Any]:
        """Activities, people and money in figures."""
        words = self.region.summary
        held = [one for one in standings if one.matter.nature is not Nature.TARGET]
        done = [one.matter for one in held if one.state is State.DONE]
        lines = [words.activities.format(all=len(held), done=len(done))]
        if number := sum(map(people, done)):
            lines.append(words.people.format(number=number))
        if spent := sum(map(money, done), Decimal(0)):
            lines.append(words.money.format(money=f"{spent.normalize():f}"))
        return self._section(words.totals, text="".join(lines))

    def following(self, standings: Sequence[Standing]) -> dict[str, Any] | None:
        """Open ends for the next year."""
        items = [one.matter.name for one in standings if _is_open(one) and one.state in OPEN]
        return self._section(self.region.summary.next, items=items) if items else None

    def _result(self, matter: Matter) -> str:
        words = self.region.summary
        if matter.reached is None or matter.goal is None:
            return words.unknown
        met = meets(matter.reached, matter.goal)
        return "" if met is None else words.met if met else words.missed

    def _done(self, matter: Matter) -> dict[str, str]:
        words, fact = self.region.summary, self.region.patterns.fact
        said = [matter.text.rstrip("。")] if matter.text else []
        said.append(f"{matter.finished.in_words() if matter.finished else ''}{words.done}")
        if matter.evidence:
            said.append(fact.format(label=words.evidence, value=matter.evidence))
        if matter.remarks:
            said.append(matter.remarks)
        return {
            self.keys(Item, "title"): matter.name,
            self.keys(Item, "text"): "，".join(said) + "。",
        }

    def _group(self, top: tuple[int | str, ...], matters: Sequence[Matter]) -> dict[str, Any]:
        """A point of a section with what was done of it, and of what belongs to it."""
        own = [self._done(one) for one in matters if one.loc == top]
        below = [self._done(one) for one in matters if one.loc != top]
        head = own[0] if own else {self.keys(Item, "title"): matters[0].above[1]}
        return head | ({self.keys(Item, "items"): below} if below else {})

    def _open(self, one: Standing) -> str:
        labels, fact = self.region.labels, self.region.patterns.fact
        matter = one.matter
        facts = [
            fact.format(label=label, value=value)
            for label, value in (
                (labels.owner, matter.owner),
                self._time(matter),
                (labels.remarks, matter.remarks),
            )
            if value
        ]
        traditional = self.region.script == "Hant"
        status = [matter.status.in_words(traditional=traditional)] if matter.status else []
        said = status + facts
        joined = self.region.patterns.between_facts.join(said)
        return f"{matter.name}（{joined}）" if said else matter.name

    def _time(self, matter: Matter) -> tuple[str, str]:
        """When it was to be: a deadline, or the day or month of an activity."""
        labels = self.region.labels
        if matter.nature is not Nature.ACTIVITY:
            return labels.due, _text(matter.when)
        return labels.date, _text(matter.when) or next(iter(matter.above[1:]), "")

    def _table(
        self, heading: str, columns: list[str], rows: list[list[str]]
    ) -> dict[str, Any] | None:
        if not rows:
            return None
        used = [n for n in range(len(columns)) if any(row[n] for row in rows)]
        grid = {
            self.keys(Grid, "columns"): [columns[n] for n in used],
            self.keys(Grid, "rows"): [[row[n] for n in used] for row in rows],
        }
        return {
            self.keys(CustomSection, "heading"): heading,
            self.keys(CustomSection, "table"): grid,
        }

    def _section(
        self, heading: str, *, text: str = "", items: Iterable[Any] = ()
    ) -> dict[str, Any]:
        values = {
            self.keys(CustomSection, "heading"): heading,
            self.keys(CustomSection, "text"): text,
            self.keys(CustomSection, "items"): list(items),
        }
        return {name: value for name, value in values.items() if value}


def unreported(standings: Iterable[Standing]) -> list[Matter]:
    """What nobody says anything about."""
    return [one.matter for one in standings if not _is_open(one) and one.state is not State.DONE]


def _is_open(one: Standing) -> bool:
    """Whether somebody reported that it is not done."""
    matter = one.matter
    return one.state is not State.DONE and (matter.status or matter.reached) is not None


def _text(value: object) -> str:
    return str(value) if value else ""


def _when(matter: Matter) -> str:
    time = matter.finished or matter.when
    return time.in_words() if time else ""
