"""What came of a file of `planforge lint`, kept in a manifest, so that it can be reported again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import astuple, replace

from planforge.errors import Problem, Severity
from planforge.lint.report import Item, Position, Replacement, Report

from . import resuming
from .linting import Linted

if TYPE_CHECKING:
    from planforge.batch.manifest import Manifest
    from planforge.lint.request import Request


def before(manifest: Manifest, path: str, request: Request) -> Linted | None:
    """What came of a file in an earlier run that asked the same of it; ``None`` for any other."""
    asked = f"{request}{resuming.meant(request.preset)}"
    return unpacked(path, manifest.result(path, asked))


def packed(linted: Linted) -> dict[str, Any]:
    """The findings and the sketch as JSON."""
    kept: dict[str, Any] = {"items": [_item(one) for one in linted.report.items]}
    if linted.report.judged:
        kept["judged"] = sorted(linted.report.judged)
    if linted.patch:
        kept |= {"patch": linted.patch, "mended": linted.mended}
    if linted.sketch is not None:
        from planforge.lint.copies.packing import packed as sketch  # only where files are compared

        kept["sketch"] = sketch(linted.sketch)
    return kept


def unpacked(path: str, kept: Any) -> Linted | None:
    """What came of a file; ``None`` where that cannot be understood."""
    try:
        linted = Linted(
            Report(
                path,
                tuple(_unpacked(path, one) for one in kept["items"]),
                frozenset(kept.get("judged", ())),
            ),
            mended=kept.get("mended", 0),
            patch=kept.get("patch", ""),
        )
        if "sketch" not in kept:
            return linted
        from planforge.lint.copies.packing import unpacked as sketch  # as above

        return replace(linted, sketch=sketch(path, kept["sketch"]))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _item(one: Item) -> list[Any]:
    at = one.problem
    problem = [at.code, at.message, at.line, at.column, at.end_line, at.end_column]
    return [
        [*problem, at.excerpt, at.hint, at.severity],
        one.start and astuple(one.start),
        one.end and astuple(one.end),
        one.where,
        [[astuple(new.start), astuple(new.end), new.new] for new in one.fix],
        one.safe,
        one.print,
    ]


def _unpacked(path: str, kept: list[Any]) -> Item:
    problem, start, end, where, fix, safe, known = kept
    code, message, line, column, end_line, end_column, excerpt, hint, severity = problem
    lines = (line, column, end_line, end_column)
    return Item(
        Problem(code, message, path, *lines, excerpt, hint, Severity(severity)),
        _place(start),
        _place(end),
        where,
        tuple(Replacement(Position(*begin), Position(*stop), new) for begin, stop, new in fix),
        safe,
        known,
    )


def _place(kept: list[int] | None) -> Position | None:
    return Position(*kept) if kept else None
