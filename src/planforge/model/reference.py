"""The tables of keys in the documentation of the file format, made from the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from .faults import example
from .frame import Layout, Organization, Signature
from .grid import Grid
from .issue import Issue
from .item import Item
from .plan import Plan
from .schedule import Activity, Schedule, ScheduleEntry
from .section import Attachment, CustomSection, Headed, Prose, Section
from .sections import Budget, BudgetLine, Leadership, Stage, Stages
from .targets import Target, Targets
from .vocabulary import below_and

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .entry import Entry, Key

Language = Literal["en", "zh-CN"]

START: Final = "<!-- keys: made by `python -m planforge.generate`, do not edit below -->"

# Class → what its table is called in Chinese and in English.
TITLES: Final[dict[type[Entry], tuple[str, str]]] = {
    Plan: ("文件顶层", "Top of the file"),
    Organization: ("单位", "Organization"),
    Prose: ("前言、结语", "Preamble and closing"),
    Section: ("一般章节", "Ordinary sections"),
    Item: ("事项", "Points and tasks"),
    Grid: ("表格", "Tables"),
    Targets: ("工作目标", "Targets"),
    Target: ("一项目标", "One target"),
    Stages: ("实施步骤", "Stages"),
    Stage: ("一个阶段", "One stage"),
    Schedule: ("月度安排", "Schedule"),
    ScheduleEntry: ("一段时间", "One month or span"),
    Activity: ("一项活动", "One activity"),
    Leadership: ("组织领导", "Leadership"),
    Budget: ("经费预算", "Budget"),
    BudgetLine: ("一笔支出", "One budget line"),
    CustomSection: ("其他章节", "Other sections"),
    Attachment: ("附件", "Attachments"),
    Signature: ("落款", "Signature"),
    Layout: ("版式", "Layout"),
    Issue: ("发文", "Issue"),
}

_HEADS: Final[dict[Language, str]] = {
    "zh-CN": "| 栏目 | 其他写法 | 含义 | 例 |\n|---|---|---|---|\n",
    "en": "| key | Chinese | meaning | example |\n|---|---|---|---|\n",
}
_SHORTHAND: Final[dict[Language, str]] = {
    "zh-CN": "只写一段文字时，等于填写 `{name}`。",
    "en": "A plain text stands for `{name}`.",
}
_LISTED: Final[dict[Language, str]] = {
    "zh-CN": "只写一个列表时，等于填写 `{name}`。",
    "en": "A plain list stands for `{name}`.",
}
_SHARED: Final[dict[Language, str]] = {
    "zh-CN": "还可以用[一般章节](#一般章节)的 {names}。",
    "en": "Also takes {names} of [ordinary sections](#ordinary-sections).",
}


def renewed(page: str, language: Language) -> str:
    """The page with everything below the marker made anew; the words above it stay.

    Raises:
        ValueError: The page has no marker line.
    """
    words, marker, _old = page.partition(START)
    if not marker:
        raise ValueError(page[:80])
    return f"{words}{START}\n\n{tables(language)}"


def tables(language: Language) -> str:
    """One heading and one table per mapping that a plan file may hold, outermost first."""
    return "\n".join(_part(entry, language) for entry in below_and(Plan))


def _part(entry: type[Entry], language: Language) -> str:
    title = TITLES[entry][language == "en"]
    keys = entry.keys()
    # The keys that every section has are explained once.
    shared = _shared(entry)
    notes = [
        text[language].format(name=_written(field, keys[field], language))
        for text, field in ((_SHORTHAND, entry.shorthand), (_LISTED, entry.listed))
        if field
    ]
    if shared:
        names = "、".join(f"`{_written(field, keys[field], language)}`" for field in shared)
        notes.append(_SHARED[language].format(names=names))
    rows = [_row(entry, f, key, language) for f, key in keys.items() if f not in shared]
    text = (" " if language == "en" else "").join(notes)
    table = _HEADS[language] + "".join(rows) if rows else ""
    return "\n\n".join(part for part in (f"## {title}", text, table.rstrip()) if part) + "\n"


def _shared(entry: type[Entry]) -> dict[str, Key]:
    """The keys of ``entry`` that it has from the ordinary section."""
    if entry is Section or not issubclass(entry, Headed):
        return {}
    return (Section if issubclass(entry, Section) else Headed).keys()


def _row(entry: type[Entry], field: str, key: Key, language: Language) -> str:
    name = _written(field, key, language)
    others = [other for other in (*key.chinese, field) if other != name]
    meaning = key.en if language == "en" else key.about
    if entry.model_fields[field].is_required():
        meaning += " (required)" if language == "en" else "（必填）"
    sample = example(entry, field, "en" if language == "en" else "zh")
    return "| " + " | ".join(_cells(name, others, meaning, sample)) + " |\n"


def _cells(name: str, others: list[str], meaning: str, sample: str) -> Iterator[str]:
    yield f"`{name}`"
    yield " ".join(f"`{other}`" for other in others)
    yield meaning.replace("|", "\\|")
    yield f"`{sample}`".replace("|", "\\|") if sample else ""


def _written(field: str, key: Key, language: Language) -> str:
    return field if language == "en" else key.zh
