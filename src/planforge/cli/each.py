"""The same work for each input: goes on after a bad one, and sums up at the end."""

from __future__ import annotations

import sys
from contextlib import closing
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, TypeVar

from planforge import files, inputs
from planforge.errors import UserError
from planforge.exit_codes import ExitCode
from planforge.language import _
from planforge.source.visible import safe

from . import here, resuming, run_report, terminal
from .results import FEW, Bad, results

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from planforge.batch.manifest import Manifest
    from planforge.inputs import Input
    from planforge.record import Record

MOST_NAMED: Final = 20
"""So many files that failed are named again at the end."""

P = TypeVar("P")
T = TypeVar("T")


def for_each(
    paths: Sequence[str],
    work: Callable[[Input, P], T],
    place: Callable[[Input], P],
    *,
    quiet: bool,
    suffixes: tuple[str, ...] = inputs.SUFFIXES,
    jobs: int = 1,
    cluster: str = "",
    resume: str = "",
    report: str = "",
    done: Callable[[T], None] = lambda _value: None,
    failed: Callable[[Record], None] = lambda _record: None,
) -> int:
    """The exit code after ``work`` was done for every input of ``paths``.

    0 when all went well, 1 when some failed, 2 when all failed. Where planforge is at fault for
    one input, the others go on first.

    Args:
        paths: What the user named.
        work: Called for each input with what ``place`` returned, perhaps in another process.
        place: Called in this process, in order; says where the output goes.
        quiet: Say only what went wrong.
        suffixes: How the files of interest end, in folders.
        jobs: Most processes; 0 for one per core when there are many files.
        cluster: Address of the scheduler of a Dask cluster that does the work instead.
        resume: A manifest: what it says is finished is skipped, what gets finished is added.
        report: Gets a line for each file; see `planforge.cli.run_report`.
        done: Takes what ``work`` returned, in this process, in order.
        failed: Takes the record of each input for which it returned nothing.
    """
    good = bad = 0
    named: list[str] = []
    fault: Exception | None = None
    manifest = resuming.manifest(resume, work)
    files.DURABLE.set(bool(manifest))
    with (
        run_report.opened(report, resume) as told,
        closing(
            results(
                paths,
                work,
                place,
                quiet=quiet,
                suffixes=suffixes,
                jobs=jobs,
                cluster=cluster,
                skip=_skipping(manifest, told),
            )
        ) as everything,
    ):
        for found, result in everything:
            told.add(result)
            if isinstance(result, Bad):
                bad += 1
                named += [found.path][: MOST_NAMED - len(named)]
                fault = fault or result.fault
                failed(result.record)
            else:
                good += 1
                done(result.value)
                if manifest:
                    manifest.add(found.path)
    if manifest:
        resuming.tell(manifest, quiet=quiet)
    if good + bad > 1 and (bad or not quiet):
        _sum_up(good, bad, named)
    if fault is not None:
        raise fault
    if bad or told.failed:
        return ExitCode.FINDINGS if good else ExitCode.USER
    return ExitCode.OK


def _skipping(manifest: Manifest | None, told: run_report.RunReport) -> Callable[..., bool]:
    """Whether a file was finished before, by its path and its outputs; the report hears of it."""

    def skip(path: str, place: object) -> bool:
        finished = manifest is not None and manifest.is_done(path, here.named(place))
        if finished:
            told.skip(path)
        return finished

    return skip


def _sum_up(good: int, bad: int, named: Sequence[str]) -> None:
    terminal.say(
        _("{done} of {all} files done, {failed} failed").format(
            done=good, all=good + bad, failed=bad
        )
    )
    # Their problems may have scrolled away.
    for path in named:
        terminal.say(f"  {safe(path)}")
    if bad > len(named):
        terminal.say("  …")


def nowhere(_found: Input) -> None:
    """The place of the output of work that writes nothing for a single input."""


def try_all(steps: Iterable[Callable[[], None]]) -> None:
    """Take every step, whatever became of those before it.

    Raises:
        UserError: The last one that failed; the others that failed have been told.
    """
    failures: list[UserError] = []
    for step in steps:
        try:
            step()
        except UserError as error:
            failures.append(error)
    for failure in failures[:-1]:
        terminal.fail(failure)
    if failures:
        raise failures[-1]


def with_progress(found: Iterator[Input], *, quiet: bool) -> Iterator[Input]:
    """The inputs, with a progress bar when there are many and somebody can see it."""
    first = list(islice(found, FEW + 1))
    if quiet or len(first) <= FEW or not sys.stderr.isatty():
        yield from chain(first, found)
        return
    everything = [*first, *found]
    with terminal.progress(len(everything)) as advance:
        for item in everything:
            yield item
            advance()
