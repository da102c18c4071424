"""Many small plans with several processes, stopped once in the middle; prints Markdown. Linux only.

python benchmarks/scale.py --files 100000 --jobs 2 [--folder FOLDER] [COMMAND ...]

Makes the plans below FOLDER (a temporary one where none is given) and takes everything away at the
end. Each command is stopped with Ctrl-C when half of the files are done, and called again.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import plans
from family import Member, family

COMMANDS: Final = {
    "render": (),
    "convert": ("--to", "tw"),
    "lint": ("--exit-zero",),
}
"""Command → its words beside those about files."""
HEADS: Final = (
    *("call", "done", "skipped", "s", "done a second", "processor s", "ms a file"),
    *("first process, MB", "worker, MB", "load", "exit code"),
)
IN_A_FOLDER: Final = 1000
STOPPED: Final = 130
LOOK: Final = 2.0
"""Seconds between two looks at memory."""


@dataclass
class Seen:
    """What was seen of one call.

    Attributes:
        seconds: By the clock.
        code: How it ended.
        totals: The last line of its report.
        main: Most memory of the first process, in MB, by tenths of the files.
        worker: Most memory of any other.
        busy: Number of a process → processor seconds.
        loads: How many processes of the machine wanted a processor.
    """

    seconds: float = 0.0
    code: int = 0
    totals: dict[str, Any] = field(default_factory=dict)
    main: dict[int, float] = field(default_factory=dict)
    worker: dict[int, float] = field(default_factory=dict)
    busy: dict[int, float] = field(default_factory=dict)
    loads: list[float] = field(default_factory=list)

    def look(self, first: int, members: list[Member], tenth: int) -> None:
        """Take in what the processes are at."""
        self.loads.append(os.getloadavg()[0])
        for member in members:
            self.busy[member.number] = member.seconds
            memory = self.main if member.number == first else self.worker
            memory[tenth] = max(memory.get(tenth, 0.0), member.resident)


def make(folder: Path, files: int) -> int:
    """Write the plans, a thousand to a folder; their bytes."""
    size = 0
    for number in range(files):
        path = folder / f"{number // IN_A_FOLDER:05}" / f"{number:08}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(plans.to_yaml(plans.plan(number, 1)).encode())
    return size


class Lines:
    """How many lines a file has that is just being written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = self._number = 0

    def count(self) -> int:
        """Count what came since the last time."""
        if self._path.exists():
            with self._path.open("rb") as stream:
                stream.seek(self._read)
                for block in iter(lambda: stream.read(1 << 20), b""):
                    self._read += len(block)
                    self._number += block.count(b"\n")
        return self._number


def call(words: list[str | Path], report: Path, files: int, stop_at: int = 0) -> Seen:
    """What was seen of one call, interrupted when ``stop_at`` files are done."""
    seen = Seen()
    report.unlink(missing_ok=True)
    lines = Lines(report)
    began = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    asked = 0.0
    while process.poll() is None:
        done = lines.count()
        seen.look(process.pid, family(process.pid), done * 10 // (files + 1))
        if stop_at and done >= stop_at and not asked:
            process.send_signal(signal.SIGINT)
            asked = time.monotonic()
        time.sleep(LOOK if not asked else 0.05)
    if asked:
        print(f"  ended {time.monotonic() - asked:.1f} s after Ctrl-C", flush=True)
    seen.seconds = time.monotonic() - began
    seen.code = process.returncode
    seen.totals = json.loads(report.read_text(encoding="utf-8").splitlines()[-1])["totals"]
    said = process.stderr.read() if process.stderr else ""
    assert "error" not in said, said
    return seen


def told(name: str, seen: Seen) -> None:
    """Print a row."""
    done = seen.totals["ok"] + seen.totals["failed"]
    busy = sum(seen.busy.values())
    load = sum(seen.loads) / len(seen.loads)
    main, worker = (max(one.values(), default=0.0) for one in (seen.main, seen.worker))
    print(
        f"| {name} | {done} | {seen.totals['skipped']} | {seen.seconds:.0f}"
        f" | {done / seen.seconds:.0f} | {busy:.0f} | {busy / max(done, 1) * 1000:.2f}"
        f" | {main:.0f} | {worker:.0f}"
        f" | {load:.1f} | {seen.code} |",
        flush=True,
    )


def of_command(command: str, folder: Path, files: int, jobs: int) -> None:
    """Run one command over all plans, stopped in the middle and called again."""
    out, manifest, report = (folder / name for name in ("out", "run.jsonl", "report.jsonl"))
    python = Path(sys.executable)
    words: list[str | Path] = [python.with_name("planforge"), command, folder / "in"]
    words += [*COMMANDS[command], "--jobs", str(jobs), "--resume", manifest, "--quiet"]
    words += ["--report", report]
    if command != "lint":
        words += ["-o", out]
    first = call(words, report, files, files // 2)
    assert first.code == STOPPED, first.code
    told(f"{command}, stopped", first)
    second = call(words, report, files)
    assert second.code == 0, second.code
    told(f"{command}, resumed", second)
    # Nothing was done twice, and nothing left out.
    assert Lines(manifest).count() == files
    assert second.totals["ok"] + second.totals["skipped"] == files, second.totals
    # lint tells again what it found.
    assert command == "lint" or first.totals["ok"] <= second.totals["skipped"] < files
    made = sum(1 for path in out.rglob("*") if path.is_file()) if command != "lint" else files
    assert made == files, made
    print(f"  manifest {manifest.stat().st_size / 1e6:.1f} MB, report of the second call ", end="")
    print(f"{report.stat().st_size / 1e6:.1f} MB", flush=True)
    for name, one, two in (
        ("first process", first.main, second.main),
        ("a worker", first.worker, second.worker),
    ):
        for which, tenths in (("first", one), ("second", two)):
            said = ", ".join(f"{tenths[tenth]:.0f}" for tenth in sorted(tenths))
            print(f"  memory of {name} by tenths, {which} call: {said}", flush=True)
    shutil.rmtree(out, ignore_errors=True)
    manifest.unlink()
    report.unlink()


def main() -> None:
    """Measure the commands that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", help="on the disk to be measured")
    parser.add_argument("commands", nargs="*", help=", ".join(COMMANDS))
    asked = parser.parse_args()
    # A shell that starts this in the background has it and its children ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory(dir=asked.folder, prefix="planforge-scale-") as name:
        folder = Path(name)
        size = make(folder / "in", asked.files)
        print(f"{asked.files} plans of {size / asked.files:.0f} bytes, {asked.jobs} processes\n")
        print(f"| {' | '.join(HEADS)} |\n|{'---|' * len(HEADS)}", flush=True)
        for command in asked.commands or COMMANDS:
            of_command(command, folder, asked.files, asked.jobs)


if __name__ == "__main__":
    main()
