"""Progress that was filled in to an exported workbook, brought back into the plan file."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.errors import FileProblems, Problem, UserError
from planforge.language import _
from planforge.model.status import Status
from planforge.regions import load_region

from .identity import identified
from .marking import marked
from .matter import Nature
from .matters import matters
from .table import EDITABLE, heading, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from planforge.model.plan import Plan
    from planforge.source.load import Source

    from .matter import Matter
    from .table import Name

_ID_HEADING: Final = "ID"
_ID_END: Final = "@planforge"
# The heading row stands among the first few; people put lines above it.
_HEADS_WITHIN: Final = 10
_HEADS_UP_TO: Final = 100
_OF_TARGETS: Final[frozenset[Name]] = frozenset({"reached"})
_OF_WORK: Final[frozenset[Name]] = frozenset({"status", "finished", "evidence", "remarks"})
# Unpacked; a table of a year has a hundredth of it.
MOST_BYTES: Final = 100_000_000
# A cell in the last row would make openpyxl fill all rows above it.
MOST_ROWS: Final = 50_000
MOST_CELLS: Final = 2_000_000


class Change(Struct, frozen=True):
    """What a workbook says about one matter and the plan does not.

    Attributes:
        matter: The matter.
        values: Field → what it is to say.
        cell: The first cell that differs: ``月度安排表!J7``.
        in_words: The values below their headings: ``状态: 已完成、备注: …``.
    """

    matter: Matter
    values: dict[str, str]
    cell: str
    in_words: str


def read(path: str, data: bytes, plan: Plan) -> tuple[tuple[Change, ...], int]:
    """The changes that a workbook asks for, and how many of its rows the plan does not have.

    A row is known by the identifier in its first column; a cell left empty changes nothing.

    Args:
        path: The workbook as the user named it.
        data: Its bytes.
        plan: The plan it was exported from.

    Raises:
        UserError: It is no workbook, or has no sheet that `planforge export` wrote.
        FileProblems: A status in it is none, or a cell of a target or a stage is filled in that
            the plan has no place for; every such cell.
    """
    region = load_region(plan.region)
    names: dict[str, Name] = {heading(name, region): name for name in EDITABLE}
    tables = [
        _Table(sheet, columns)
        for sheet in _opened(path, data).worksheets
        if (columns := _columns(sheet, names)) is not None
    ]
    if not tables:
        raise UserError(
            _("{path} has no table that was exported from a plan").format(path=path),
            _("make one with {command}").format(command="planforge export … --to xlsx"),
        )
    known = dict(identified(plan, matters(plan)))
    says = {str(row.cells["id"]): row.cells for row in rows(plan)}
    filled = [one for table in tables for one in _filled(table)]
    wrong = [
        _not_a_status(path, cell)
        for one in filled
        if (cell := one.cells.get("status")) and not _is_status(cell.text)
    ]
    if wrong:
        raise FileProblems(wrong)
    changes = []
    for one in filled:
        if one.uid in known:
            old, matter = says[one.uid], known[one.uid]
            new = {n: c for n, c in one.cells.items() if not _same(n, c.text, old.get(n))}
            strange = [name for name in new if name not in _places(matter)]
            wrong.extend(_no_place(path, matter, heading(n, region), new[n]) for n in strange)
            if new:
                values: dict[str, str] = {name: cell.text for name, cell in new.items()}
                words = [
                    f"{heading(n, region)}: {' '.join(c.text.split())}" for n, c in new.items()
                ]
                first = next(iter(new.values())).place
                changes.append(Change(matter, values, first, _(", ").join(words)))
    if wrong:
        raise FileProblems(wrong)
    return tuple(changes), sum(one.uid not in known for one in filled)


def taken_in(source: Source, changes: tuple[Change, ...]) -> Source:
    """The file with every change made.

    Raises:
        UserError: A field does not fit its matter, or the file is written in a way that nothing
            can be added there.
    """
    for change in changes:
        source = marked(source, change.matter.loc, change.values)
    return source


class _Columns(Struct, frozen=True):
    row: int
    uid: int
    fields: dict[int, Name]


class _Table(Struct, frozen=True):
    sheet: Worksheet
    columns: _Columns


class _Cell(Struct, frozen=True):
    text: str
    place: str


class _Row(Struct, frozen=True):
    uid: str
    cells: dict[Name, _Cell]


def _opened(path: str, data: bytes) -> Workbook:
    from openpyxl import load_workbook  # few runs read a workbook

    try:
        is_large = _is_large(data)
        with warnings.catch_warnings():
            # It tells programmers what it leaves out, on standard error.
            warnings.simplefilter("ignore")
            book = None if is_large else load_workbook(io.BytesIO(data), data_only=True)
    except Exception as error:  # openpyxl lets through whatever a damaged part does to it
        raise UserError(
            _("{path} is no Excel workbook, or it is damaged").format(path=path),
            _("save it in Excel or WPS as .xlsx"),
        ) from error
    if book is None or any(sheet.max_row > MOST_ROWS for sheet in book.worksheets):
        raise UserError(
            _("{path}: the workbook is too large").format(path=path),
            _("delete the empty rows below the table and save it again"),
        )
    return book


def _is_large(data: bytes) -> bool:
    """Whether there is more in it than is read; what little room it takes says nothing."""
    left = MOST_CELLS
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > MOST_BYTES:
            return True
        for part in parts:
            if part.filename.lower().startswith("xl/worksheets/"):
                left -= archive.read(part).count(b"<c")
    return left < 0


def _columns(sheet: Worksheet, names: dict[str, Name]) -> _Columns | None:
    """Where the headings stand; ``None`` in a sheet without them."""
    for number, row in enumerate(sheet.iter_rows(max_row=_HEADS_WITHIN, max_col=_HEADS_UP_TO), 1):
        words = [_text(cell.value) for cell in row]
        if _ID_HEADING in words:
            fields = {place: names[word] for place, word in enumerate(words) if word in names}
            return _Columns(number, words.index(_ID_HEADING), fields)
    return None


def _filled(table: _Table) -> Iterator[_Row]:
    """The rows of matters with the cells that say something."""
    sheet, columns = table.sheet, table.columns
    last = max((columns.uid, *columns.fields)) + 1
    for row in sheet.iter_rows(min_row=columns.row + 1, max_col=last):
        uid = _text(row[columns.uid].value)
        if uid.endswith(_ID_END):
            yield _Row(
                uid,
                {
                    name: _Cell(words, f"{sheet.title}!{row[place].coordinate}")
                    for place, name in columns.fields.items()
                    if (words := _text(row[place].value))
                },
            )


def _text(value: object) -> str:
    """A cell as the plan file would say it: days as ISO dates, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _same(name: Name, new: str, old: object) -> bool:
    """Whether a cell says what the plan says: 完成 is 已完成."""
    before = _text(old)
    if name == "status" and before:
        return Status.parse(new) is Status.parse(before)
    return new == before


def _places(matter: Matter) -> frozenset[Name]:
    """The columns that the plan has a place for."""
    if matter.nature is Nature.TARGET:
        return _OF_TARGETS
    return _OF_WORK if matter.is_work else frozenset()


def _no_place(path: str, matter: Matter, column: str, cell: _Cell) -> Problem:
    message = _("{title} takes no {column}").format(title=matter.name, column=column)
    hint = _("of a target, fill in the value reached; empty this cell")
    place = f"{path}: {cell.place}"
    return Problem("PF004", message, place, hint=hint if matter.nature is Nature.TARGET else "")


def _is_status(words: str) -> bool:
    try:
        Status.parse(words)
    except ValueError:
        return False
    return True


def _not_a_status(path: str, cell: _Cell) -> Problem:
    words = "、".join(status.in_words() for status in Status)
    message = _("{text} is not a status; write one of {words}")
    return Problem("PF004", message.format(text=cell.text, words=words), f"{path}: {cell.place}")
