"""The report of an import: per line of the source where it went, how sure, what looks damaged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from msgspec.structs import asdict

from planforge.language import _

from .damaged import KINDS, Found, damages
from .report import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.errors import Problem
    from planforge.readers.line import Line
    from planforge.readers.result import Reading

    from .build import Imported

# Words of a line that a table shows.
_SHOWN: Final = 24


class Report(Struct, frozen=True):
    """What became of one document; plain data, so that another process can send it.

    Attributes:
        path: The document.
        written: The plan file.
        lines: One mapping per line of the source.
        changes: What was repaired.
        notes: What to check in the whole.
        dropped: What the reader left out.
        findings: What lint says of the new file.
    """

    path: str
    written: str
    lines: tuple[dict[str, Any], ...]
    changes: tuple[dict[str, Any], ...]
    notes: tuple[str, ...]
    dropped: tuple[str, ...]
    findings: tuple[dict[str, Any], ...]


def report(
    paths: tuple[str, str],
    read: Reading,
    imported: Imported,
    findings: Sequence[Problem],
) -> Report:
    """The report of one plan.

    Args:
        paths: The document, and where the plan was written.
        read: What the reader found in the document.
        imported: What was made of it.
        findings: What lint says of the plan.
    """
    lines = read.lines
    return Report(
        *paths,
        tuple(_lines(lines, imported)),
        tuple(
            {"line": lines[c.place].number, "column": c.start + 1, "words": c.words, "new": c.new}
            for c in imported.changes
        ),
        tuple(note.text for note in imported.notes if not note.line),
        tuple(map(str, read.dropped)),
        tuple(_finding(problem) for problem in findings),
    )


def _lines(lines: Sequence[Line], imported: Imported) -> Iterator[dict[str, Any]]:
    for fate in imported.lines:
        text = lines[fate.index].text
        yield {
            "line": fate.line,
            "text": text.strip(),
            "place": fate.place,
            "role": fate.role.value,
            "sure": fate.sure,
            "removed": [text[start:end] for start, end in fate.removed],
            "damage": [_damage(text, one) for one in damages(text)],
        }


def _damage(text: str, found: Found) -> dict[str, Any]:
    damage = found.damage
    return {
        "kind": found.kind,
        "column": damage.start + 1,
        "words": text[damage.start : damage.end],
        "replacement": damage.replacement,
        "sure": damage.sure,
    }


def _finding(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
    }


def as_bytes(path: str, reports: Sequence[Report]) -> bytes:
    """The reports as JSON where ``path`` ends so, else as a Markdown page."""
    if path.lower().endswith(".json"):
        data = {"files": [asdict(one) for one in reports]}
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
    return ("\n".join(line for one in reports for line in _page(one)) + "\n").encode()


def _page(one: Report) -> Iterator[str]:
    yield from (f"# {one.path}", "", f"→ {one.written}", "")
    yield from _list(_("To check"), one.notes)
    yield from _list(_("Repaired"), [_changed(change) for change in one.changes])
    gone = [line for line in one.lines if line["role"] == Role.DROPPED]
    left_out = [*one.dropped, *(f"{line['line']}: {_cell(line['text'])}" for line in gone)]
    yield from _list(_("Left out"), left_out)
    yield from _list(_("Lint"), [_told(finding) for finding in one.findings])
    title = _("Line by line")
    yield from (f"## {title}", "")
    heads = (_("Line"), _("Text"), _("Went to"), _("As"), _("Sure"), _("Damage"))
    yield f"| {' | '.join(heads)} |"
    yield "|" + " --- |" * len(heads)
    for line in one.lines:
        yield f"| {' | '.join(_row(line))} |"
    yield ""


def _list(title: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield from (f"## {title}", "", *(f"- {entry}" for entry in entries), "")


def _changed(change: dict[str, Any]) -> str:
    if not change["words"]:
        return _("line {number}: joined to the line before").format(number=change["line"])
    return _("line {number}: “{words}” → “{new}”").format(
        number=change["line"], words=change["words"], new=change["new"]
    )


def _told(finding: dict[str, Any]) -> str:
    return f"{finding['line']}:{finding['column']}: {finding['code']} {finding['message']}"


def _row(line: dict[str, Any]) -> tuple[str, ...]:
    shown = line["text"] if len(line["text"]) <= _SHOWN else f"{line['text'][:_SHOWN]}…"
    messages = [KINDS[one["kind"]].message for one in line["damage"]]
    said = dict.fromkeys(map(_, messages))
    return (
        str(line["line"]),
        _cell(shown),
        line["place"] or "—",
        _role(Role(line["role"])),
        _("yes") if line["sure"] else _("by its content"),
        _cell("; ".join(said)),
    )


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def _role(role: Role) -> str:
    return {
        Role.TITLE: _("title"),
        Role.NOTE: _("note below the title"),
        Role.ADDRESSEES: _("addressees"),
        Role.HEADING: _("heading"),
        Role.ITEM: _("point"),
        Role.MONTH: _("month"),
        Role.PARAGRAPH: _("paragraph"),
        Role.TABLE: _("table"),
        Role.SIGNATURE: _("signature"),
        Role.ATTACHMENT: _("attachment"),
        Role.NOTICE: _("notice"),
        Role.DROPPED: _("left out"),
    }[role]
