"""A run of `planforge lint`: every file, the report, what is said at the end, the exit code."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from planforge import files, inputs, language
from planforge.errors import Severity
from planforge.exit_codes import ExitCode
from planforge.inputs import STDIN
from planforge.lint.configuration import Configuration
from planforge.lint.statistics import Tally

from . import lint_kept, lint_report, lint_summary, resuming, run_report, terminal
from .linting import Lint, Linted
from .results import Bad, results

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planforge.batch.manifest import Manifest
    from planforge.inputs import Input
    from planforge.lint.baseline import Baseline
    from planforge.lint.config import Config
    from planforge.lint.copies import Sketch
    from planforge.lint.request import Request

USUAL_BASELINE: Final = "planforge-baseline.json"


class Wishes(Struct, frozen=True):
    """What the call asks for beside what can be configured.

    Attributes:
        paths: Files, folders and patterns.
        fix: Mend what can be mended.
        unsafe: Mend also what somebody should look at afterwards.
        diff: Show what would be mended.
        statistics: Show only how often each rule found something.
        update_baseline: Write the baseline anew.
        output: File for the report; empty for standard output.
        report: Gets a line for each file; see `planforge.cli.run_report`.
        foreign: Look at foreign documents in folders too.
        force_exclude: Leave excluded files out even when they are named.
        jobs: Most processes; 0 to choose.
        cluster: Address of the scheduler of a Dask cluster that does the work instead.
        resume: A manifest: what it says of a file is reported again, and the rest is added.
        quiet: Say only what went wrong.
    """

    paths: tuple[str, ...]
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    statistics: bool = False
    update_baseline: bool = False
    output: str = ""
    report: str = ""
    foreign: bool = False
    force_exclude: bool = False
    jobs: int = 0
    cluster: str = ""
    resume: str = ""
    quiet: bool = False


class State:
    """What a run has come to so far.

    Attributes:
        tally: The findings, counted.
        baseline: What is known.
        mended: How many findings were mended, or would be.
        unmendable: Whether mending was asked for a file that is no plan file.
        fails: Whether something is bad enough for exit code 1.
        unusable: Whether a path led to nothing that can be looked at.
        fault: What planforge did wrong.
    """

    def __init__(self) -> None:
        self.tally = Tally()
        self.baseline: Baseline | None = None
        self.mended = 0
        self.unmendable = False
        self.fails = False
        self.unusable = False
        self.fault: Exception | None = None


class Run:
    """What one call looks at, and how.

    Args:
        call: What the call configures.
        wishes: What else it asks for.
        config: The configuration file that it names.
    """

    def __init__(self, call: Config, wishes: Wishes, config: str = "") -> None:
        self.wishes = wishes
        # Asked for every file.
        self._named = frozenset(wishes.paths)
        self._configuration = Configuration(call, config)
        # What is said once for a run is said where its first file lies.
        first = self._configuration.config(wishes.paths[0])
        self.config = first
        self._known = first.baseline or (USUAL_BASELINE if wishes.update_baseline else "")
        if first.facts:
            from planforge import facts  # few calls bring their own

            # Refuses a folder without tables before any file is looked at.
            facts.use(Path(first.facts))
        self._format = lint_report.chosen_format(first.output_format, wishes.output)
        if wishes.output:
            lint_report.may_go(wishes.output)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How the files end that are looked at in folders."""
        if not self.wishes.foreign:
            return inputs.SUFFIXES
        from planforge import readers  # slow, few calls need it

        return (*inputs.SUFFIXES, *readers.SUFFIXES)

    def show_settings(self) -> None:
        """Write what is set for the first path, as a configuration file would say it."""
        from . import lint_settings  # seldom asked for

        path = self.wishes.paths[0]
        terminal.write(lint_settings.settings(self._configuration, path))

    def once(self, paths: Sequence[str] = ()) -> int:
        """The exit code after every file was looked at.

        Args:
            paths: Only these; all of the call when there are none.
        """
        state = State()
        if self._known:
            from planforge.lint import baseline  # many runs have none

            again = self.wishes.update_baseline
            state.baseline = (baseline.empty if again else baseline.read)(self._known)
        with run_report.opened(self.wishes.report, self.wishes.resume) as told:
            everything = self._linted(paths or self.wishes.paths, state, told)
            lint_report.write(everything, self, state)
            told.facts |= {"findings": _by_severity(state.tally.of)}
        if not self.wishes.quiet:
            lint_summary.say(self, state)
        if state.fault is not None:
            raise state.fault
        if state.unusable:
            return ExitCode.USER
        return ExitCode.FINDINGS if state.fails or told.failed else ExitCode.OK

    @property
    def format(self) -> str:
        """The format of the report."""
        return self._format

    def watched_files(self) -> Iterator[str]:
        """The files of the call that can change."""
        for found in inputs.find(self.wishes.paths, self.suffixes):
            if found.error is None and found.path != STDIN:
                yield found.path

    def _linted(
        self, paths: Sequence[str], state: State, told: run_report.RunReport
    ) -> Iterator[Linted]:
        """Every file that is not left out, without what is known."""
        wishes = self.wishes
        compare = self._compares(paths)
        index = self._index() if compare else []
        sketches: list[Sketch] = []
        work = Lint(wishes.fix, wishes.unsafe, wishes.diff, self.config.facts, compare)
        manifest = resuming.manifest(wishes.resume, work, language.chosen())
        with closing(
            results(
                paths,
                work,
                partial(self._place, manifest),
                quiet=wishes.quiet,
                suffixes=self.suffixes,
                jobs=wishes.jobs,
                cluster=wishes.cluster,
            )
        ) as everything:
            for found, result in everything:
                if isinstance(result, Bad):
                    state.unusable = True
                    state.fault = state.fault or result.fault
                    told.add(result)
                elif result.value is None:
                    told.skip(found.path)
                else:
                    if manifest and not (wishes.fix and result.value.mended):
                        manifest.add(found.path, lint_kept.packed(result.value))
                    sketches += filter(None, (result.value.sketch,))
                    linted = self._counted(result.value, state)
                    severities = [item.problem.severity for item in linted.report.items]
                    told.add(
                        result,
                        findings=_by_severity(severities.count),
                        mended=linted.mended,
                    )
                    yield linted
        if manifest:
            resuming.tell(manifest, quiet=wishes.quiet)
        if sketches:
            from planforge.lint.copies import across  # only where files are compared

            for path, found_there in groupby(across(sketches, index), lambda f: f.problem.path):
                request = self._configuration.request(path, named=bool(self._known))
                linted = Linted(request.shown(path, found_there))
                yield self._counted(linted, state, more=True)

    def _compares(self, paths: Sequence[str]) -> bool:
        """Whether there is something to compare a file with."""
        alone = len(paths) == 1 and (paths[0] == STDIN or files.is_file(paths[0]))
        return bool(self.config.index) or not alone

    def _index(self) -> list[Sketch]:
        from planforge.lint.copies.index import index  # few calls have one

        return [sketch for folder in self.config.index for sketch in index(Path(folder))]

    def _counted(self, linted: Linted, state: State, *, more: bool = False) -> Linted:
        if state.baseline:
            linted = replace(linted, report=state.baseline.unknown(linted.report))
        state.tally.add(linted.report, more=more)
        state.mended += linted.mended
        state.unmendable |= linted.unmendable
        state.fails |= bool(linted.patch) or any(
            self._configuration.fails(linted.report.path, item.problem.severity)
            for item in linted.report.items
        )
        return linted

    def _place(self, manifest: Manifest | None, found: Input) -> Request | Linted | None:
        named = found.path in self._named and not self.wishes.force_exclude
        if not named and self._configuration.is_excluded(found.path):
            return None
        request = self._configuration.request(found.path, named=bool(self._known))
        return (manifest and lint_kept.before(manifest, found.path, request)) or request


def _by_severity(count: Callable[[Severity], int]) -> dict[str, int]:
    return {severity.value: count(severity) for severity in Severity}
