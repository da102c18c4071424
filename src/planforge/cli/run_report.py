"""`--report FILE.jsonl`: a line of JSON for each file as it is finished, and one for the whole run.

The same for every command that takes many files. The schema is
``docs/schema/run-report.schema.json``.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from planforge import __version__, files, inputs
from planforge.errors import UserError
from planforge.language import _, listed

from . import terminal
from .results import Bad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .results import Good

SUFFIX: Final = ".jsonl"
VERSION: Final = 1
"""Of the schema; grows when something is taken away or changes its meaning."""
# As of any new file; the system takes off what the user never gives.
_PERMISSIONS: Final = 0o666
# They end a line for some programs, or steer a terminal; JSON does not escape them.
_ESCAPED: Final = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def is_asked(report: str, others: tuple[str, ...] = ()) -> bool:
    """Whether ``--report`` means this report.

    Args:
        report: What the call says; empty where it says nothing.
        others: How the names of other reports of the command end.

    Raises:
        UserError: The name says no kind of report.
    """
    name = report.lower()
    if report and not name.endswith((SUFFIX, *others)):
        raise UserError(
            _("{option} cannot be {value}").format(option="--report", value=report),
            _("let the name end in {suffixes}").format(suffixes=listed((*others, SUFFIX))),
        )
    return name.endswith(SUFFIX)


class RunReport:
    """Takes what became of every file.

    Each line reaches the file as soon as its input is finished, in one piece. When it can no longer
    be written, that is said once, the lines until then stay, and the run goes on.

    Attributes:
        failed: Whether a line could not be written.
        facts: What else the command tells of the whole run.
    """

    def __init__(self, path: str) -> None:
        """Begin a report; an old one is replaced.

        Args:
            path: Of the report; empty for none.

        Raises:
            UserError: It cannot be written, or something else is there.
        """
        self.failed = False
        self.facts: dict[str, Any] = {}
        self._path = path
        self._began = time.monotonic()
        self._states: Counter[str] = Counter()
        self._size = 0
        self._file = _opened(path) if path else None

    def add(self, result: Good[Any] | Bad, **facts: Any) -> None:
        """Tell of a file that was worked on.

        Args:
            result: Of the work.
            facts: What else the command tells of it.
        """
        record, state = result.record, "failed" if isinstance(result, Bad) else "ok"
        told: dict[str, Any] = {"seconds": round(record.seconds, 6)}
        if record.size is not None:
            told["size"] = record.size
        told |= {"outputs": record.outputs, **record.facts, **facts}
        if isinstance(result, Bad):
            told["problems"] = record.problems
        self._line(record.path, state, told)

    def skip(self, path: str) -> None:
        """Tell of a file that was left out, or was finished before."""
        self._line(path, "skipped", {})

    def end(self, *, complete: bool) -> None:
        """Tell of the whole run.

        Args:
            complete: Nobody stopped it.
        """
        if self._file is None:
            return
        seconds = time.monotonic() - self._began
        worked = self._states["ok"] + self._states["failed"]
        totals = {
            "files": self._states.total(),
            **{state: self._states[state] for state in ("ok", "failed", "skipped")},
            "seconds": round(seconds, 3),
            "rate": round(worked / seconds, 3) if seconds else 0.0,
            "complete": complete,
        }
        self._write(
            {"version": VERSION, "planforge": __version__, "totals": totals | self.facts},
        )
        if self._file is not None:
            os.close(self._file)

    def _line(self, path: str, state: str, told: dict[str, Any]) -> None:
        if self._file is None:
            return
        from planforge.replacing import uninterrupted  # most runs have no report

        # What is counted is what is written, whenever somebody stops the run.
        with uninterrupted():
            self._states[state] += 1
            self._write({"file": path, "status": state, **told})

    def _write(self, line: dict[str, Any]) -> None:
        if self._file is None:
            return
        import json  # most runs have no report

        text = json.dumps(line, ensure_ascii=False).translate(_ESCAPED)
        # A name may hold bytes that are no characters; the escape is one of JSON, too.
        data = (text + "\n").encode(errors="backslashreplace")
        try:
            _all(self._file, data)
        except OSError as error:
            self.failed = True
            terminal.fail(UserError(files.told(self._path, error)))
            # Nobody is to find half a line.
            os.truncate(self._file, self._size)
            os.close(self._file)
            self._file = None
        else:
            self._size += len(data)


@contextmanager
def opened(path: str, manifest: str = "") -> Iterator[RunReport]:
    """A report that is ended whatever happens; one without a path takes everything and is silent.

    Args:
        path: Of the report.
        manifest: That of the same run.

    Raises:
        UserError: It cannot be written, or something else is there.
    """
    if path and manifest and inputs.identity(path) == inputs.identity(manifest):
        raise UserError(
            _("{one} and {other} cannot be the same file").format(one="--report", other="--resume")
        )
    report = RunReport(path)
    try:
        yield report
    except BaseException:
        report.end(complete=False)
        raise
    report.end(complete=True)


def _opened(path: str) -> int:
    try:
        if Path(path).exists() and not _is_report(path):
            raise UserError(
                _("{path} is there already, and no report of a run").format(path=path),
                _("save it under another name"),
            )
        how = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        return os.open(path, how, _PERMISSIONS)
    except (OSError, ValueError) as error:
        raise UserError(files.told(path, error)) from error


def _is_report(path: str) -> bool:
    """Whether a file is empty, or begins as our reports do."""
    with Path(path).open("rb") as stream:
        first = stream.readline()
    import json  # as above

    try:
        line = json.loads(first or "{}")
    except ValueError:
        return False
    return isinstance(line, dict) and (not first or "status" in line or "totals" in line)


def _all(handle: int, data: bytes) -> None:
    """Write all of ``data``; a disk that becomes full takes a part of it first."""
    while data:
        data = data[os.write(handle, data) :]
