from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planforge.errors import UserError
from planforge.office import convert, program, to_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    Install = Callable[[str], Path]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")

READ_JOBS = """
import os
from pathlib import Path
from urllib.parse import unquote, urlsplit
def path(url):
    return Path(unquote(urlsplit(url).path))
listed = path(os.environ["PLANFORGE_JOBS"]).read_text("ascii")
jobs = [[path(url) for url in line.split("\\t")] for line in listed.splitlines()]
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a Python script in the place of LibreOffice."""

    def write(script: str) -> Path:
        path = tmp_path / "soffice"
        path.write_text(f"#!{sys.executable}\n{READ_JOBS}{script}", encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv(program.VARIABLE, str(path))
        return path

    return write


def test_a_missing_office_is_one_sentence_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "find", lambda: "")
    with pytest.raises(UserError, match="a PDF needs LibreOffice, which was not found") as caught:
        to_pdf([b"word"], ())
    assert "libreoffice.org" in caught.value.hint


def test_all_documents_go_through_one_start_and_come_back_in_order(install: Install) -> None:
    install("for word, pdf, _ in jobs: pdf.write_bytes(b'%PDF ' + word.read_bytes())")
    assert to_pdf([b"a", b"b", b"c"], ()) == (b"%PDF a", b"%PDF b", b"%PDF c")


def test_the_folder_may_have_a_chinese_name(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "张三 的文件"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    install("for word, pdf, _ in jobs: pdf.write_bytes(str(pdf).encode())")
    assert "张三 的文件" in to_pdf([b"a"], ())[0].decode()
    assert list(folder.iterdir()) == []


def test_the_profile_is_fresh_may_be_written_to_and_holds_the_macro(install: Install) -> None:
    install(
        "import sys\n"
        "profile = path(sys.argv[1].partition('=')[2])\n"
        "macro = profile / 'user' / 'basic' / 'Standard' / 'Planforge.xba'\n"
        "assert 'Sub Main' in macro.read_text('utf-8')\n"
        "macro.write_text('')\n"
        "for _, pdf, _ in jobs: pdf.write_bytes(b'%PDF')"
    )
    assert to_pdf([b"a"], ()) == to_pdf([b"a"], ()) == (b"%PDF",)


def test_what_the_office_says_about_a_failure_is_passed_on(install: Install) -> None:
    install("for _, _, error in jobs: error.write_text('the disk\\nis full')")
    with pytest.raises(UserError, match="LibreOffice made no PDF: the disk is full"):
        to_pdf([b"a"], ())


def test_an_office_that_does_nothing_is_told(install: Install) -> None:
    install("raise SystemExit(81)")
    with pytest.raises(UserError, match=r"^LibreOffice made no PDF$"):
        to_pdf([b"a"], ())


def test_a_program_that_cannot_be_started_is_told(install: Install) -> None:
    install("").chmod(0o644)
    with pytest.raises(UserError, match="LibreOffice cannot be started"):
        to_pdf([b"a"], ())


def test_an_office_that_hangs_is_ended_with_its_children(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "SECONDS_TO_START", 2)
    monkeypatch.setattr(convert, "SECONDS_EACH", 0)
    install(
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"Path({str(tmp_path / 'child')!r}).write_text(str(child.pid))\n"
        "time.sleep(600)"
    )
    with pytest.raises(UserError, match="LibreOffice did not finish within 2 seconds"):
        to_pdf([b"a"], ())
    assert not _runs(int((tmp_path / "child").read_text()))


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return Path("/proc/self").exists() is False and _answers(process)
    return state[0] != "Z"


def _answers(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
