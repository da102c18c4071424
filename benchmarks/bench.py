"""`python benchmarks/bench.py`: planforge beside its peers; prints Markdown. See README.md."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import platform
import subprocess
import sys
import tempfile
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Final

import plans
from floor import floor
from timing import Command, processes, steps, table

HERE: Final = Path(__file__).parent
PEERS: Final = HERE / "peers"
FURTHER: Final = 20
"""So many files more tell what a further file costs."""
PACKAGES: Final = (
    *("planforge", "typer", "pydantic", "lxml", "ruamel.yaml"),
    *("python-docx", "docxtpl", "yamllint"),
)


def main() -> None:
    """Measure everything; ``BENCH_ROUNDS`` says how often (20)."""
    rounds = int(os.environ.get("BENCH_ROUNDS", "20"))
    print(f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}, Python {platform.python_version()},")
    print(f"{platform.machine()}, {os.cpu_count()} cores, {platform.platform(terse=True)};")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        whole_processes(Path(folder), rounds)
    one_process(rounds * 10)
    growth()
    print(memory(), flush=True)


def whole_processes(folder: Path, rounds: int) -> None:
    """Commands as a user starts them."""
    import docxtpl_template

    files = [folder / f"{number}.yaml" for number in range(FURTHER + 1)]
    for number, path in enumerate(files):
        path.write_text(plans.to_yaml(plans.plan(number)), encoding="utf-8")
    data, template = folder / "plan.json", folder / "template.docx"
    data.write_text(json.dumps(plans.plan(0)), encoding="utf-8")
    template.write_bytes(docxtpl_template.template())
    python = sys.executable
    ours = Path(python).with_name("planforge")
    out = [path.with_suffix(".docx") for path in files]
    peer = folder / "peer.docx"
    docxtpl, lone = "docxtpl, 5 pages", "bare typer, a command"
    times = processes(
        [
            Command("python, nothing", (python, "-c", "pass")),
            Command("bare typer --help", (python, PEERS / "bare_typer.py", "--help")),
            Command(lone, (python, PEERS / "bare_typer.py", "one")),
            Command("planforge --version", (ours, "--version")),
            Command("planforge --help", (ours, "--help")),
            Command("planforge lint --help", (ours, "lint", "--help")),
            Command("yamllint, 1 plan", (python, "-m", "yamllint", "-d", "relaxed", files[0])),
            Command("planforge lint, 1 plan", (ours, "lint", files[0])),
            Command(f"planforge lint, {FURTHER + 1} plans", (ours, "lint", *files)),
            Command(docxtpl, (python, PEERS / "fill_docxtpl.py", template, data, peer), [peer]),
            Command(
                "python-docx, 5 pages", (python, PEERS / "build_python_docx.py", data, peer), [peer]
            ),
            Command("planforge render, 5 pages", (ours, "render", files[0]), out[:1]),
            Command(f"planforge render, {FURTHER + 1} plans", (ours, "render", *files), out),
        ],
        rounds,
    )
    against = {
        "planforge --help": "bare typer --help",
        "planforge lint --help": "bare typer --help",
        "planforge lint, 1 plan": lone,
        "planforge render, 5 pages": docxtpl,
    }
    print(table("whole process", times, against))
    for command in ("lint", "render"):
        one = next(t for name, t in times.items() if name.startswith(f"planforge {command}, "))
        more = times[f"planforge {command}, {FURTHER + 1} plans"]
        print(f"A further plan for `{command}`: {(more - one) / FURTHER:.1f} ms.\n")


def one_process(rounds: int) -> None:
    """What each step costs once everything is loaded, for plans that all differ."""
    import build_python_docx
    import docxtpl_template
    from docxtpl import DocxTemplate

    from planforge import pipeline, styles, writers
    from planforge.catalogue import load_catalogue
    from planforge.document.compose import compose
    from planforge.model.validate import validate
    from planforge.regions import load_region
    from planforge.source.load import load

    contents = [plans.plan(number) for number in range(rounds)]
    texts = [plans.to_yaml(content).encode() for content in contents]
    catalogue, words, page = load_catalogue(), load_region("cn"), styles.load("gb")
    sources = [load("plan.yaml", text) for text in texts]
    read = [validate(source, catalogue) for source in sources]
    documents = [compose(plan, words) for plan in read]
    docx, markdown = writers.writer("docx"), writers.writer("md")
    with zipfile.ZipFile(io.BytesIO(docx(documents[0], page))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    template = docxtpl_template.template()

    def fill(number: int) -> None:
        filled = DocxTemplate(io.BytesIO(template))
        filled.render(contents[number])
        filled.save(io.BytesIO())

    def whole(number: int) -> bytes:
        plan = validate(load("plan.yaml", texts[number]), catalogue)
        return pipeline.render_plan(plan, "docx")

    peers = {
        "docxtpl: fill and save": fill,
        "python-docx: build and save": lambda n: build_python_docx.build(contents[n]).save(
            io.BytesIO()
        ),
        "floor: parse, join, zip": lambda n: floor(texts[n].decode(), parts),
        "planforge: YAML to docx": whole,
    }
    own = {
        "load": lambda n: load("plan.yaml", texts[n]),
        # Fresh for each round: what was parsed once is remembered, so other plans come between.
        "validate": lambda n: validate(sources[n], catalogue),
        "compose": lambda n: compose(read[n], words),
        "write docx": lambda n: docx(documents[n], page),
        "write md": lambda n: markdown(documents[n], page),
    }
    times = steps(peers, min(rounds, 200)) | steps(own, rounds)
    whole_name = "planforge: YAML to docx"
    print(table("one plan in a warm process", times, {whole_name: "docxtpl: fill and save"}))
    print(f"Against the floor: {times[whole_name] / times['floor: parse, join, zip']:.2f} ×.\n")


def growth() -> None:
    """What one item costs in plans of growing size."""
    from planforge import pipeline
    from planforge.catalogue import load_catalogue
    from planforge.model.validate import validate
    from planforge.source.load import load

    print("| items | read, ms | read and write docx, ms | µs per item |\n|---:|---:|---:|---:|")
    for per_section in (1, 12, 125, 1250):
        items = per_section * len(plans.SECTIONS)
        text = plans.to_yaml(plans.plan(0, per_section)).encode()
        plan = validate(load("plan.yaml", text), load_catalogue())
        times = steps(
            {
                "read": lambda _n, t=text: validate(load("plan.yaml", t), load_catalogue()),
                "write": lambda _n, p=plan: pipeline.render_plan(p, "docx"),
            },
            max(4, 400 // per_section),
            1,
        )
        both = sum(times.values())
        print(f"| {items} | {times['read']:.1f} | {both:.1f} | {both * 1000 / items:.0f} |")
    print()


def memory() -> str:
    """Memory of one process after so many rendered plans, in MB."""
    done = subprocess.run(
        [sys.executable, HERE / "memory.py"], check=True, capture_output=True, text=True
    )
    return done.stdout


if __name__ == "__main__":
    sys.path.insert(0, str(PEERS))
    main()
