"""Whole processes, as users start them, side by side."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import plans
from timing import Command, processes, table

PEERS: Final = Path(__file__).parent / "peers"
FURTHER: Final = 20
"""So many files more tell what a further file costs."""
MANY: Final = 1000
MANY_ROUNDS: Final = 3
# RenderCV asks at every start whether there is a newer version; nobody answers here.
OFFLINE: Final = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
CLOSED: Final = {name: text for key, text in OFFLINE.items() for name in (key, key.upper())}


def program(environment: str, name: str) -> Path | None:
    """A program of a peer: in its own environment beside this one, else in this one."""
    here = Path(sys.executable).parent
    for folder in (Path(f"{sys.prefix}-{environment}") / here.name, here):
        for end in ("", ".exe"):
            if (path := folder / f"{name}{end}").exists():
                return path
    return None


def versions() -> list[str]:
    """The peers in their own environments, with their versions."""
    asked = {"peers": ("typer", "python-docx", "docxtpl", "yamllint"), "rendercv": ("rendercv",)}
    found = []
    for environment, names in asked.items():
        python = Path(f"{sys.prefix}-{environment}") / Path(sys.executable).parent.name / "python"
        code = f"from importlib.metadata import version\nfor n in {names}: print(n, version(n))"
        if python.exists():
            done = subprocess.run([python, "-c", code], check=False, capture_output=True, text=True)
            found += done.stdout.splitlines()
    if pandoc := shutil.which("pandoc"):
        done = subprocess.run([pandoc, "--version"], check=True, capture_output=True, text=True)
        found += done.stdout.splitlines()[:1]
    return [f"beside it {found[0]}", *found[1:]] if found else []


def few(folder: Path, rounds: int) -> None:
    """What one plan costs, and a further one.

    Args:
        folder: For the files.
        rounds: How often everything is started.
    """
    files = [folder / f"{number}.yaml" for number in range(FURTHER + 1)]
    for number, path in enumerate(files):
        path.write_text(plans.to_yaml(plans.plan(number)), encoding="utf-8")
    ours = program("", "planforge")
    assert ours is not None
    out = [path.with_suffix(".docx") for path in files]
    lint_more, render_more = (
        f"planforge {name}, {FURTHER + 1} plans" for name in ("lint", "render")
    )
    commands = [
        *_peers(folder, files[0]),
        Command("planforge --version", (ours, "--version")),
        Command("planforge --help", (ours, "--help")),
        Command("planforge lint --help", (ours, "lint", "--help")),
        Command("planforge lint, 1 plan", (ours, "lint", files[0])),
        Command(lint_more, (ours, "lint", *files)),
        Command("planforge render, 5 pages", (ours, "render", files[0]), out[:1]),
        Command(render_more, (ours, "render", *files), out),
    ]
    times = processes(commands, rounds, os.environ | CLOSED)
    against = {
        "planforge --version": ("rendercv --help", "bare typer --help"),
        "planforge --help": ("rendercv --help", "bare typer --help"),
        "planforge lint --help": ("bare typer --help",),
        "planforge lint, 1 plan": ("bare typer, a command", "yamllint, 1 plan"),
        "planforge render, 5 pages": ("docxtpl, 5 pages", "rendercv render, typ md html"),
    }
    print(table("whole process", times, against))
    for command, more in (("lint", lint_more), ("render", render_more)):
        one = next(t for name, t in times.items() if name.startswith(f"planforge {command}, "))
        print(f"A further plan for `{command}`: {(times[more] - one) / FURTHER:.1f} ms.\n")


def _peers(folder: Path, plan: Path) -> list[Command]:
    """The commands of others; those that are not installed are named and left out."""
    import docxtpl_template
    import pandoc_input
    import rendercv_input

    content = plans.plan(0)
    data, template = folder / "plan.json", folder / "template.docx"
    data.write_text(json.dumps(content), encoding="utf-8")
    template.write_bytes(docxtpl_template.template())
    cv, markdown = folder / "cv.yaml", folder / "plan.md"
    cv.write_text(rendercv_input.to_yaml(content), encoding="utf-8")
    markdown.write_text(pandoc_input.to_markdown(content), encoding="utf-8")
    made, peer = folder / "rendercv", folder / "peer.docx"
    pages = [made / f"{content['单位']}_CV.{end}" for end in ("typ", "md", "html")]
    no_pages = ("--dont-generate-pdf", "--dont-generate-png")
    python = program("peers", "python")
    assert python is not None
    commands = [
        Command("python, nothing", (python, "-c", "pass")),
        Command("bare typer --help", (python, PEERS / "bare_typer.py", "--help")),
        Command("bare typer, a command", (python, PEERS / "bare_typer.py", "one")),
        Command("yamllint, 1 plan", (python, "-m", "yamllint", "-d", "relaxed", plan)),
        Command(
            "docxtpl, 5 pages", (python, PEERS / "fill_docxtpl.py", template, data, peer), [peer]
        ),
        Command(
            "python-docx, 5 pages", (python, PEERS / "build_python_docx.py", data, peer), [peer]
        ),
    ]
    if (rendercv := program("rendercv", "rendercv")) is not None:
        words = (rendercv, "render", cv, "--output-folder-name", made, *no_pages)
        commands += [
            Command("rendercv --help", (rendercv, "--help")),
            Command("rendercv render, typ md html", words, pages),
        ]
    else:
        print("RenderCV is not installed and was left out.\n")
    if pandoc := shutil.which("pandoc"):
        words = (Path(pandoc), markdown, "-o", peer)
        commands.append(Command("pandoc, Markdown to docx, 5 pages", words, [peer]))
    else:
        print("pandoc is not installed and was left out.\n")
    return commands


def many(folder: Path) -> None:
    """What a plan costs among a thousand, in one process."""
    plain = folder / "many"
    plain.mkdir()
    for number in range(MANY):
        path = plain / f"{number}.yaml"
        path.write_text(plans.to_yaml(plans.plan(number)), encoding="utf-8")
    ours, python = program("", "planforge"), program("peers", "python")
    assert ours is not None
    assert python is not None
    out = folder / "documents"
    lint = (ours, "lint", plain, "--jobs", "1", "-q", "--exit-zero")
    render = (ours, "render", plain, "-o", out, "--jobs", "1", "-q")
    last = out / f"{MANY - 1}.docx"
    yamllint, linting = (f"{name}, {MANY} plans" for name in ("yamllint", "planforge lint"))
    times = processes(
        [
            Command(yamllint, (python, "-m", "yamllint", "-d", "relaxed", plain)),
            Command(linting, lint),
            Command(f"planforge render, {MANY} plans", render, [last]),
        ],
        MANY_ROUNDS,
    )
    print(table("whole process", times, {linting: (yamllint,)}))
