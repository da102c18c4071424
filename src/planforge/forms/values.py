"""What forms can name: the keys of a plan, and lists and words computed from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from planforge.catalogue import load_catalogue
from planforge.document.budget import budget
from planforge.document.numbering import label
from planforge.document.tree import Heading, Item, Paragraph, Table
from planforge.model.item import Item as Task
from planforge.model.plan import Plan
from planforge.model.schedule import Activity, ScheduleEntry
from planforge.model.targets import Target

from .shapes import TEXT, Group, Many, group_of
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planforge.document.tree import Block, Document
    from planforge.model.catalogue import Term
    from planforge.model.entry import Entry
    from planforge.regions import RegionWords
    from planforge.styles import Style

    from .shapes import Shape
    from .words import Printing

About = tuple[str, str]


def _extended(entry: type[Entry], more: Mapping[str, tuple[tuple[str, ...], About]]) -> Group:
    """The names of a class and some that are computed; the first of each is that of the value."""
    below = group_of(entry)
    names = {name: own for own, (names, _about) in more.items() for name in (own, *names)}
    return Group(
        names={**names, **below.names},
        shape=lambda name: TEXT if name in more else below.shape(name),
        printed=below.printed,
        about={**below.about, **{own: about for own, (_names, about) in more.items()}},
    )


_NUMBER: Final = {
    "number": (("序号", "序號"), ("在表中的序号", "Number in the list")),
    "level": (("级别", "級別"), ("第几级，从1起", "Level, from 1")),
    "parent": (("上级", "上級"), ("上一级的标题", "Title of what it belongs to")),
}
SCHEDULE_ROW: Final = _extended(
    Activity,
    {
        "number": _NUMBER["number"],
        "months": (("月份",), ("月份或时段", "Month or months")),
        "theme": (("主题", "主題"), ("这段时间的主题", "Theme")),
    },
)
TASK_ROW: Final = _extended(Task, _NUMBER)
TARGET_ROW: Final = _extended(Target, _NUMBER)

COMPUTED: Final[dict[str, tuple[tuple[str, ...], Shape, About]]] = {
    "year": (("年份",), TEXT, ("计划开始的年份", "Year in which the plan begins")),
    "note": (("题注", "題註"), TEXT, ("标题下括号里的话", "The line under the title")),
    "addressed_to": (("主送机关", "主送機關"), TEXT, ("主送一行", "The line of addressees")),
    "body": (("正文",), Many(TEXT), ("印出的正文，一段一项", "The printed text, line by line")),
    "signing_body": (("署名",), TEXT, ("署名单位", "Who signs")),
    "signing_date": (("成文日期",), TEXT, ("印出的日期", "The date as printed")),
    "attachment_list": (
        ("附件名称", "附件名稱"),
        Many(TEXT),
        ("各附件的名称", "Titles of the attachments"),
    ),
    "schedule_rows": (
        ("安排表",),
        Many(SCHEDULE_ROW),
        ("月度安排，一项活动一行", "The schedule, one activity each"),
    ),
    "task_rows": (
        ("任务表", "任務表"),
        Many(TASK_ROW),
        ("重点任务的各级各项，一项一行", "All tasks of all levels"),
    ),
    "target_rows": (
        ("目标表", "目標表"),
        Many(TARGET_ROW),
        ("工作目标的各级各项，一项一行", "All targets of all levels"),
    ),
    "budget_total": (("预算合计", "預算合計"), TEXT, ("预算合计", "Total of the budget")),
}


def _top() -> Group:
    below = group_of(Plan)
    extra = {name: own for own, (names, _s, _a) in COMPUTED.items() for name in (own, *names)}
    return Group(
        names={**extra, **below.names},
        shape=lambda name: COMPUTED[name][1] if name in COMPUTED else below.shape(name),
        about={**below.about, **{own: about for own, (_n, _s, about) in COMPUTED.items()}},
    )


TOP: Final = _top()
"""Every name that may stand at the beginning of a tag."""


def values(plan: Plan, document: Document, style: Style, how: Printing) -> Words:
    """Every value under the names of `TOP`.

    Args:
        plan: The plan.
        document: What is printed of it.
        style: Whose numbers the printed text has.
        how: How values become words.
    """
    signature, names = document.signature, load_catalogue()
    computed: dict[str, Any] = {
        "kind": _name(names.kinds, plan.kind, how.region),
        "region": _name(names.regions, plan.region, how.region),
        "year": str(plan.period.start.year) if plan.period else "",
        "note": document.note,
        "addressed_to": document.addressees,
        "body": tuple(_body(document.blocks, style)),
        "signing_body": signature.body if signature else "",
        "signing_date": signature.date if signature else "",
        "attachment_list": document.attachment_note,
        "schedule_rows": _rows(SCHEDULE_ROW, _activities(plan), how),
        "task_rows": _rows(TASK_ROW, _points(plan.tasks), how),
        "target_rows": _rows(TARGET_ROW, _points(plan.targets), how),
        "budget_total": _total(plan, how.region),
    }
    return Words(TOP, lambda name: computed[name] if name in computed else _of(plan, name), how)


def _name(terms: Mapping[str, Term], code: str | None, region: RegionWords) -> str:
    """What a kind or region is called, in the script of the region; the plan holds its code."""
    if code is None or code not in terms:
        return code or ""
    return terms[code].hant if region.script == "Hant" else terms[code].zh


def _of(plan: Plan, name: str) -> Any:
    return getattr(plan, name)


def _rows(
    group: Group, rows: Iterable[tuple[dict[str, Any], Any]], how: Printing
) -> tuple[Words, ...]:
    return tuple(
        Words(group, partial(_either, {**more, "number": str(number)}, entry), how)
        for number, (more, entry) in enumerate(rows, 1)
    )


def _either(more: Mapping[str, Any], entry: Any, name: str) -> Any:
    return more[name] if name in more else getattr(entry, name, None)


def _activities(plan: Plan) -> Iterator[tuple[dict[str, Any], Any]]:
    for entry in plan.schedule.entries if plan.schedule else ():
        head = _head(entry)
        if entry.text or not entry.activities:
            yield {**head, "title": entry.text}, None
        yield from ((head, activity) for activity in entry.activities)


def _head(entry: ScheduleEntry) -> dict[str, Any]:
    return {"months": entry.months, "theme": entry.theme}


def _points(above: Any, level: int = 1, parent: str = "") -> Iterator[tuple[dict[str, Any], Any]]:
    """Every point below, each before those below it."""
    for point in above.items if above else ():
        yield {"level": str(level), "parent": parent}, point
        yield from _points(point, level + 1, point.title or point.text)


def _body(blocks: Sequence[Block], style: Style) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(level, text, number):
                yield (label(style.numbering, level, number) if number else "") + text
            case Item(level, number, lead, text):
                yield label(style.numbering, level, number) + lead + text
            case Paragraph(text):
                yield text
            case Table():
                yield from filter(None, (block.caption,))
                for row in (tuple(column.title for column in block.columns), *block.rows):
                    yield "\t".join(cell.replace("\n", " ") for cell in row)


def _total(plan: Plan, region: RegionWords) -> str:
    if plan.budget is None or not plan.budget.lines:
        return ""
    table = budget(plan.budget.lines, region)
    titles = [column.title for column in table.columns]
    last = dict(zip(titles, table.rows[-1], strict=True))
    only = len(table.rows) == 1
    is_total = only or last.get(region.labels.item) == region.labels.total
    return last.get(region.labels.amount, "") if is_total else ""
