"""Build the wheel, install it in an empty environment, and use it there without a network.

The environment lies outside the checkout, so that nothing can be found by accident, and every
attempt of Python to open a connection fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]

NO_NETWORK: Final = """
import socket


def _refuse(*_arguments, **_options):
    raise OSError("the network is switched off")


socket.socket.connect = socket.socket.connect_ex = _refuse
socket.create_connection = socket.getaddrinfo = _refuse
"""

OLD_PLAN: Final = """\
青禾县第二中学工会2026年工作计划
一、指导思想
以服务教职工为中心。
二、主要工作
1、办好职工之家。
2、走访退休教师。
"""


def main() -> int:
    """Exit code of the trial: 0 when every command worked from the wheel."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        wheel = _build(base / "dist")
        python = _install(base / "environment", wheel)
        work = base / "work"
        work.mkdir()
        _try(python, work)
    return 0


def _build(into: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", into, ROOT],
        check=True,
    )
    (wheel,) = into.glob("planforge-*.whl")
    return wheel


def _install(environment: Path, wheel: Path) -> Path:
    venv.create(environment, with_pip=True)
    folder = "Scripts" if os.name == "nt" else "bin"
    python = environment / folder / ("python.exe" if os.name == "nt" else "python")
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel],
        check=True,
    )
    return python


def _try(python: Path, work: Path) -> None:
    (work / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    variables = {**os.environ, "PYTHONPATH": str(work), "PYTHONUTF8": "1"}

    def run(*arguments: str, expect: int = 0) -> None:
        done = subprocess.run(
            [python, *arguments], cwd=work, env=variables, check=False, capture_output=True
        )
        if done.returncode != expect:
            sys.stderr.buffer.write(done.stdout + done.stderr)
            raise SystemExit(f"{arguments} ended with {done.returncode}, not {expect}")

    run("-c", "import socket; socket.create_connection(('localhost', 80))", expect=1)
    planforge = ("-m", "planforge")
    run(*planforge, "--version")
    run(*planforge, "new", "医院", "--no-ask", "-o", "计划.yaml")
    run(*planforge, "lint", "计划.yaml")
    run(*planforge, "render", "计划.yaml", *(f"-f{name}" for name in ("docx", "md", "html", "txt")))
    run(*planforge, "convert", "计划.yaml", "--to", "tw", "-o", "繁体")
    run(*planforge, "export", "计划.yaml", "--to", "json", "-o", "计划.json")
    (work / "去年.txt").write_text(OLD_PLAN, encoding="utf-8")
    run(*planforge, "import", "去年.txt")
    run(*planforge, "render", "去年.yaml", "-o", "去年.md")
    run(*planforge, "schema", "--keys", "zh")
    run(*planforge, "doctor")
    made = (
        "计划.docx",
        "计划.md",
        "计划.html",
        "计划.txt",
        "繁体/计划.yaml",
        "计划.json",
        "去年.md",
    )
    missing = [name for name in made if not (work / name).stat().st_size]
    if missing:
        raise SystemExit(f"nothing was written: {missing}")
    print(f"the wheel works from an empty environment: {', '.join(made)}")


if __name__ == "__main__":
    raise SystemExit(main())
