"""`python benchmarks/bench.py`: planforge beside its peers; prints Markdown. See README.md."""

from __future__ import annotations

import datetime as dt
import io
import os
import platform
import subprocess
import sys
import tempfile
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Final

import convert
import plans
import whole
from floor import floor
from timing import steps, table

HERE: Final = Path(__file__).parent
PEERS: Final = HERE / "peers"
PACKAGES: Final = (
    *("planforge", "typer", "pydantic", "lxml", "ruamel.yaml"),
    *("python-docx", "docxtpl", "opencc", "opencc-pyo3"),
)


def main() -> None:
    """Measure everything; ``BENCH_ROUNDS`` says how often (20)."""
    rounds = int(os.environ.get("BENCH_ROUNDS", "20"))
    print(f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}, Python {platform.python_version()},")
    print(f"{platform.machine()}, {os.cpu_count()} cores, {platform.platform(terse=True)};")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES) + ";")
    print(", ".join(whole.versions()) + "\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        whole.few(Path(folder), rounds)
        whole.many(Path(folder))
    one_process(rounds * 10)
    convert.in_bench()
    growth()
    print(memory(), flush=True)


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
    print(table("one plan in a warm process", times, {whole_name: ["docxtpl: fill and save"]}))
    print(f"Against the floor: {times[whole_name] / times['floor: parse, join, zip']:.2f} ×.\n")


def growth() -> None:
    """What one item costs in plans of growing size."""
    from planforge import lint, pipeline
    from planforge.catalogue import load_catalogue
    from planforge.model.validate import validate
    from planforge.script.conversion import Conversion
    from planforge.script.file import convert_file
    from planforge.source.load import load

    conversion = Conversion("tw")
    heads = ("render", "convert", "lint")
    print(f"| items |{''.join(f' {name}, ms | µs per item |' for name in heads)}")
    print("|---:|---:|---:|---:|---:|---:|---:|", flush=True)
    for per_section in (1, 12, 125, 1250):
        items = per_section * len(plans.SECTIONS)
        text = plans.to_yaml(plans.plan(0, per_section)).encode()

        def render(_number: int, text: bytes = text) -> bytes:
            return pipeline.render_plan(validate(load("plan.yaml", text), load_catalogue()), "docx")

        times = steps(
            {
                "render": render,
                "convert": lambda _n, t=text: convert_file("plan.yaml", t, conversion),
                "lint": lambda _n, t=text: list(lint.lint("plan.yaml", t)),
            },
            max(4, 400 // per_section),
            1,
        )
        costs = (f"{taken:.1f} | {taken * 1000 / items:.0f}" for taken in times.values())
        print(f"| {items} | {' | '.join(costs)} |", flush=True)
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
