"""What `planforge convert` takes, beside the bare OpenCC call and ruamel.yaml, in one run.

python benchmarks/convert.py FOLDER

FOLDER holds simplified texts. The converter is called as the command calls it, without starting a
process for each file; every figure is the median of rounds in which all programs take turns.
"""

from __future__ import annotations

import io
import resource
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import plans
from opencc import OpenCC
from ruamel.yaml import YAML

from planforge.script.conversion import Conversion
from planforge.script.converter import Options
from planforge.script.file import convert_file

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS: Final = 7
TEXT_BYTES: Final = 2_000_000
FILES: Final = 2_000
MANY_FILES: Final = 10_000
MEGABYTE: Final = 1_000_000
CONVERSION: Final = Conversion("tw")


def medians(programs: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Seconds that each program takes; they take turns, and the first round does not count."""
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(ROUNDS + 1):
        for name, work in programs.items():
            start = time.perf_counter()
            work()
            if number:
                taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def of_text(text: str) -> None:
    """MB of UTF-8 a second on a whole text."""
    data = text.encode()
    bare = OpenCC("s2tw", include_tofu_risk_dictionaries=False)
    fast = Conversion("tw", Options(word_boundaries=False))
    taken = medians(
        {
            "bare OpenCC s2tw": lambda: bare.convert(data.decode()).encode(),
            "planforge": lambda: convert_file("a.txt", data, CONVERSION),
            "planforge --fast": lambda: convert_file("a.txt", data, fast),
        }
    )
    first = taken["bare OpenCC s2tw"]
    for name, seconds in taken.items():
        rate = len(data) / MEGABYTE / seconds
        print(f"| text, {name} | {rate:.1f} MB/s | {first / seconds:.2f} |")


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


def one_file(number: int) -> int:
    """Convert plan ``number``; the length of the result."""
    text = plans.to_yaml(plans.plan(number))
    return len(convert_file(f"{number}.yaml", text.encode(), CONVERSION))


def of_processes() -> None:
    """One process and two over the same files."""
    taken: dict[int, float] = {}
    for processes in (1, 2):
        with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
            list(pool.map(one_file, range(20), chunksize=5))
            start = time.perf_counter()
            list(pool.map(one_file, range(FILES), chunksize=50))
            taken[processes] = time.perf_counter() - start
    for processes, seconds in taken.items():
        ratio = taken[1] / seconds
        print(f"| {FILES} plans, {processes} processes | {seconds:.1f} s | {ratio:.2f} |")


def of_memory() -> None:
    """The highest memory of this process after a tenth of many files and after all."""
    peaks = []
    for number in range(MANY_FILES):
        one_file(number)
        if number + 1 in {MANY_FILES // 10, MANY_FILES}:
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    for files, peak in zip((MANY_FILES // 10, MANY_FILES), peaks, strict=True):
        print(f"| highest memory after {files} plans | {peak:.0f} MB | {peak / peaks[0]:.2f} |")


def main() -> None:
    """Print one Markdown table."""
    if len(sys.argv) == 1:
        raise SystemExit(__doc__)
    texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    if not texts:
        raise SystemExit(__doc__)
    whole = "\n".join(texts)
    text = whole * max(1, TEXT_BYTES // len(whole.encode()))
    print("| what | figure | ratio |\n|---|---:|---:|")
    of_text(text)
    of_plan()
    of_processes()
    of_memory()


if __name__ == "__main__":
    main()
