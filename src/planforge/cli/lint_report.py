"""The report of `planforge lint`: in which format, and where it goes."""

from __future__ import annotations

import os
import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from planforge import files, inputs, outputs
from planforge.errors import UserError
from planforge.language import _
from planforge.lint import reporters
from planforge.lint.report import Report

from . import options, terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.lint.report import Item

    from .lint_run import Run, State
    from .linting import Linted

TEXT: Final = "text"
_TXT: Final = ".txt"
SUFFIXES: Final = {".sarif": "sarif", ".xml": "junit", ".rdjson": "rdjson", ".json": "json"}
"""What the name of a report says about its format, where the call does not."""


def chosen_format(asked: str, output: str) -> str:
    """The format of the report.

    Without a word about it: what the name of the file says; GitLab reads reports from files and
    GitHub from the log, so a .json is one for GitLab there, and the log is one for GitHub unless
    somebody is looking at a terminal.

    Args:
        asked: What the call or the configuration says.
        output: File for the report; empty for standard output.

    Raises:
        UserError: There is no such format.
    """
    if asked:
        return options.one_of(asked, reporters.FORMATS, "--output-format")
    suffix = PurePath(output).suffix.lower()
    if suffix == ".json" and _is_set("GITLAB_CI"):
        return "gitlab"
    if not output and _is_set("GITHUB_ACTIONS") and not sys.stdout.isatty():
        return "github"
    return SUFFIXES.get(suffix, TEXT)


def may_go(output: str) -> None:
    """Nothing, when a report may be written to ``output``.

    A report of the run before is replaced in silence, so what people write must not be taken
    for one.

    Raises:
        UserError: A plan or another document has that name.
    """
    named = output.lower().endswith(_documents())
    if named and files.is_there(output):
        raise _in_the_way(output)


def _documents() -> tuple[str, ...]:
    from planforge.readers import SUFFIXES as READ  # most runs write no file

    return tuple(suffix for suffix in (*inputs.SUFFIXES, *READ) if suffix != _TXT)


def _in_the_way(output: str) -> UserError:
    return UserError(
        _("{path} is there already, and no report").format(path=output),
        _("give another name with -o"),
    )


def write(linted: Iterator[Linted], run: Run, state: State) -> None:
    """Write the report as the files are looked at, or when all have been.

    Args:
        linted: Every file.
        run: What was asked for.
        state: What the run has come to; complete when the last file was taken.
    """
    wishes = run.wishes
    if wishes.diff:
        for one in linted:
            terminal.write(one.patch)
    elif wishes.update_baseline:
        _update(linted, state)
    elif wishes.statistics:
        from . import lint_tables  # needed here only

        for _one in linted:
            pass
        terminal.write(lint_tables.statistics(state.tally))
    else:
        _report(linted, run)


def _update(linted: Iterator[Linted], state: State) -> None:
    for _one in linted:
        pass
    state.fails = False
    assert state.baseline is not None
    path = state.baseline.path
    terminal.written(path, anew=outputs.deliver(path, state.baseline.updated(), force=True))


def _report(linted: Iterator[Linted], run: Run) -> None:
    pages = run.config.pages
    reports = _reports(linted)
    if not run.wishes.output:
        if run.format != TEXT:
            reports = iter(kept := joined(reports))
            if run.format == "github":
                _tell_github(kept)
        for piece in reporters.load(run.format)(reports, pages):
            terminal.write(piece)
        return
    kept = []
    shown = reporters.load(TEXT)(_keep(reports, kept), pages)
    for piece in shown:
        if not run.wishes.quiet and run.format != TEXT:
            terminal.write(piece)
    text = "".join(reporters.load(run.format)(joined(kept), pages))
    own = inputs.identity(run.wishes.output)
    if any(inputs.identity(report.path) == own for report in kept):
        raise _in_the_way(run.wishes.output)
    outputs.deliver(run.wishes.output, text.encode(errors="backslashreplace"), force=True)


def _reports(linted: Iterable[Linted]) -> Iterator[Report]:
    """The reports; the mended text of standard input is written in their place."""
    from planforge.lint.reporters.text import shown

    for one in linted:
        if one.text is None:
            yield one.report
            continue
        outputs.deliver(outputs.STDOUT, one.text)
        for item in one.report.items:
            terminal.say(shown(item))


def joined(reports: Iterable[Report]) -> list[Report]:
    """One report for each file: what a look at the other files shows comes later."""
    by_path: dict[str, list[Item]] = {}
    for report in reports:
        by_path.setdefault(report.path, []).extend(report.items)
    return [Report(path, tuple(sorted(items, key=_place))) for path, items in by_path.items()]


def _place(item: Item) -> tuple[int, int]:
    return item.problem.line, item.problem.column


def _keep(reports: Iterator[Report], kept: list[Report]) -> Iterator[Report]:
    for report in reports:
        kept.append(report)
        yield report


def _tell_github(reports: list[Report]) -> None:
    """Add a table to the summary page of the job, where GitHub shows more than ten findings."""
    from planforge.lint.reporters.github_summary import table

    path = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if path and (text := table(reports)):
        there = files.read_file(path) if os.path.exists(path) else b""  # noqa: PTH110  as given
        files.write_atomically(path, there + text.encode(errors="backslashreplace"))


def _is_set(name: str) -> bool:
    """Whether a CI service says that it is there; some set its variable to "false"."""
    return os.environ.get(name, "").lower() not in {"", "0", "false"}
