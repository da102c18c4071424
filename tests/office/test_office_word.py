from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from planforge.errors import UserError
from planforge.office import program, to_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Install = Callable[[str], None]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")

# What it was asked to do becomes the document.
TELL = """
import sys
from pathlib import Path
folder = Path(sys.argv[sys.argv.index("--outdir") + 1])
folder.mkdir()
given = Path(sys.argv[-1])
profile = next(Path(a.partition("file://")[2]) for a in sys.argv if a.startswith("-env:"))
settings = (profile / "user" / "registrymodifications.xcu").read_text("utf-8")
assert "DisableMacrosExecution" in settings
assert given.read_bytes()
(folder / "given.docx").write_text(given.name, "utf-8")
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a Python script in the place of LibreOffice."""

    def write(script: str) -> None:
        path = tmp_path / "soffice"
        path.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv(program.VARIABLE, str(path))

    return write


@pytest.mark.parametrize(
    ("name", "data", "given"),
    [
        ("去年.wps", "WordDocument".encode("utf-16-le"), b"given.doc"),
        ("去年.doc", b"{\\rtf1 x}", b"given.rtf"),
        ("去年.zip", b"PK..application/vnd.oasis.opendocument.text", b"given.odt"),
        ("去年.doc", b"<w:wordDocument/>", b"given.xml"),
        ("去年.WPS", b"Works", b"given.wps"),
        ("去年.计划", b"x", b"given.doc"),
        ("-", b"x", b"given.doc"),
    ],
)
def test_libreoffice_gets_a_name_that_tells_what_the_file_is(
    install: Install, name: str, data: bytes, given: bytes
) -> None:
    install(TELL)
    assert to_word(name, data) == given


def test_without_a_document_made_the_file_is_named(install: Install) -> None:
    install("")
    with pytest.raises(UserError) as caught:
        to_word("去年.doc", b"x")
    assert caught.value.message == "去年.doc: LibreOffice cannot open the file"
    assert caught.value.hint == "open it in Word or WPS and save it as .docx"
