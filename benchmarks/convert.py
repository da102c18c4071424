"""What `planforge convert` takes, beside the bare OpenCC call and ruamel.yaml, in one run.

python benchmarks/convert.py FOLDER

FOLDER holds simplified texts. Texts and single plans are measured in this process, as medians of
rounds in which all programs take turns; two processes against one as whole commands in turns, start
included. Where others use the machine, "busy" says what one process would need alone. Files lie in
TMPDIR: choose one where little was deleted in the last five minutes.
"""

from __future__ import annotations

import io
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import opencc_pyo3
import plans
from memory import resident
from opencc import OpenCC
from ruamel.yaml import YAML

from planforge.cli.converting import Convert
from planforge.inputs import Input
from planforge.script.conversion import Conversion
from planforge.script.converter import Options
from planforge.script.file import convert_file

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS: Final = 7
CORPUS: Final = Path(__file__).parents[2] / "shared" / "corpus" / "plans"
TEXT_BYTES: Final = 2_000_000
FILES: Final = 2_000
TURNS: Final = 5
MANY_FILES: Final = 10_000
MEGABYTE: Final = 1_000_000
CONVERSION: Final = Conversion("tw")
HEAD: Final = "| converted, processor time | figure | ratio |\n|---|---:|---:|"


def medians(programs: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Processor seconds of each program; they take turns, and the first round does not count.

    On a machine that others use too, time by the clock says little.
    """
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(ROUNDS + 1):
        for name, work in programs.items():
            start = time.process_time()
            work()
            if number:
                taken[name].append(time.process_time() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def of_text(text: str, name: str = "text") -> None:
    """MB of UTF-8 a second on a whole text.

    Args:
        text: What is converted.
        name: In the table.
    """
    data = text.encode()
    bare = OpenCC("s2tw", include_tofu_risk_dictionaries=False)
    rust = opencc_pyo3.OpenCC("s2tw")
    fast = Conversion("tw", Options(word_boundaries=False))
    taken = medians(
        {
            "bare OpenCC s2tw": lambda: bare.convert(data.decode()).encode(),
            "opencc-pyo3 s2tw": lambda: rust.convert(data.decode()).encode(),
            "planforge": lambda: convert_file("a.txt", data, CONVERSION),
            "planforge --fast": lambda: convert_file("a.txt", data, fast),
        }
    )
    first = taken["bare OpenCC s2tw"]
    for program, seconds in taken.items():
        rate = len(data) / MEGABYTE / seconds
        print(f"| {name}, {program} | {rate:.1f} MB/s | {first / seconds:.2f} |")


def of_plan() -> None:
    """Seconds for one YAML plan."""
    text = plans.to_yaml(plans.plan(1))
    data = text.encode()

    def ruamel() -> None:
        yaml = YAML()
        yaml.dump(yaml.load(text), io.StringIO())

    taken = medians(
        {
            "ruamel.yaml load and dump": ruamel,
            "planforge": lambda: convert_file("a.yaml", data, CONVERSION),
        }
    )
    first = taken["ruamel.yaml load and dump"]
    for name, seconds in taken.items():
        size = f"plan of {len(data) / 1000:.0f} kB"
        print(f"| {size}, {name} | {seconds * 1000:.1f} ms | {seconds / first:.2f} |")


def command(folder: Path, files: int, jobs: int) -> tuple[float, float]:
    """Seconds of the whole command over a folder of plans, and processor seconds of all processes.

    Args:
        folder: Where they lie; the results go beside it.
        files: How many results there have to be.
        jobs: How many processes.
    """
    # Nothing is taken away before the end: ext4 looks at every inode that was freed in the last
    # minutes before it makes a file, which then takes twenty times as long.
    out = Path(tempfile.mkdtemp(dir=folder.parent))
    words = ("convert", folder, "--to", "tw", "-o", out, "--jobs", str(jobs), "--quiet")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "planforge", *words], check=True)
    taken = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # A program that does nothing is fast, too.
    assert len(list(out.iterdir())) == files
    worked = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return taken, worked


def of_processes() -> None:
    """The command with one process and with two over the same files, taking turns."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "in")
        folder.mkdir()
        for number in range(FILES):
            path = folder / f"{number}.yaml"
            path.write_text(plans.to_yaml(plans.plan(number)), encoding="utf-8")
        taken = [(command(folder, FILES, 1), command(folder, FILES, 2)) for _turn in range(TURNS)]
    for one, two in taken:
        print(
            f"| {FILES} plans, one process and two | {one[0]:.1f} s and {two[0]:.1f} s"
            f" (busy {one[1]:.1f} s) | {one[0] / two[0]:.2f} |"
        )
    ratio = statistics.median(one[0] / two[0] for one, two in taken)
    print(f"| {FILES} plans, one process and two, median | | {ratio:.2f} |")
    # What others do on the machine only ever adds time.
    best = min(one[0] for one, _two in taken) / min(two[0] for _one, two in taken)
    print(f"| {FILES} plans, one process and two, best of each | | {best:.2f} |")


def of_memory() -> None:
    """Resident memory of a process that works on one file after another."""
    folder = tempfile.TemporaryDirectory()
    work = Convert(CONVERSION, quiet=True, force=True)
    held = []
    with folder as name:
        for number in range(MANY_FILES):
            path = Path(name, f"{number}.yaml")
            path.write_text(plans.to_yaml(plans.plan(number)), encoding="utf-8")
            work(Input(str(path), path.parent), str(path.with_suffix(".tw.yaml")))
            path.unlink()
            if number % (MANY_FILES // 10) == 0:
                held.append(0.0)
            held[-1] = max(held[-1], resident())
    for number, memory in enumerate(held, 1):
        name = f"resident after {number * MANY_FILES // 10} plans"
        print(f"| {name} | {memory:.1f} MB | {memory / held[1]:.3f} |")


def in_bench() -> None:
    """The rows of `make bench`: a text of plans, real plans where they are there, and one plan."""
    many = (plans.to_yaml(plans.plan(number)) for number in range(TEXT_BYTES // 8000))
    print(HEAD)
    of_text("\n".join(many))
    if texts := _texts(CORPUS):
        of_text(texts, "real plans")
    of_plan()
    print(flush=True)


def _texts(folder: Path) -> str:
    """The texts of a folder, so often that it takes some time; empty where there are none."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    whole = "\n".join(texts)
    return whole * max(1, TEXT_BYTES // max(1, len(whole.encode())))


def main() -> None:
    """Print one Markdown table."""
    if len(sys.argv) == 1:
        raise SystemExit(__doc__)
    if not (text := _texts(Path(sys.argv[1]))):
        raise SystemExit(__doc__)
    print(HEAD)
    of_text(text)
    of_plan()
    of_processes()
    of_memory()


if __name__ == "__main__":
    main()
