"""Memory while one process renders a thousand plans that all differ; Linux only."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import plans

from planforge import pipeline
from planforge.catalogue import load_catalogue
from planforge.model.validate import validate
from planforge.source.load import load

MARKS: Final = (1, 100, 200, 500, 1000)
STATE: Final = Path("/proc/self/statm")


def resident() -> float:
    """Resident memory in MB."""
    pages = int(STATE.read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__" and STATE.exists():
    print("| plans rendered | resident memory, MB |\n|---:|---:|")
    for number in range(1, MARKS[-1] + 1):
        text = plans.to_yaml(plans.plan(number)).encode()
        pipeline.render_plan(validate(load("plan.yaml", text), load_catalogue()), "docx")
        if number in MARKS:
            print(f"| {number} | {resident():.1f} |")
