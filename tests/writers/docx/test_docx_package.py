from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from planforge import __version__
from planforge.errors import UserError
from planforge.writers.docx import is_untouched, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.document.tree import Document
    from planforge.styles import Style

PROGRAM = """
import hashlib
from planforge import styles
from planforge.document.tree import Document, Heading, Item, Properties
from planforge.writers.docx import write
properties = Properties("计划", "工会", "2027年", "zh-CN", "cn", "gb")
blocks = tuple(Item(2, 1 + n % 3, "", "内容") for n in range(40))
document = Document(properties, "计划", (Heading(1, "任务", 1), *blocks))
print(hashlib.sha256(write(document, styles.load("gb"))).hexdigest())
"""


def save_again(data: bytes) -> bytes:
    target = io.BytesIO()
    docx.Document(io.BytesIO(data)).save(target)
    return target.getvalue()


def replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The same zip file with one part edited by hand."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(target, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == name:
                assert old in content
                content = content.replace(old, new)
            after.writestr(entry, content)
    return target.getvalue()


def test_python_docx_opens_the_file_and_reads_its_structure(sample: Document, gb: Style) -> None:
    opened = docx.Document(io.BytesIO(write(sample, gb)))
    headings = [p.text for p in opened.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[:3] == ["指导思想", "重点任务", "月度安排"]
    assert opened.tables[0].rows[1].cells[1].text == "文体活动\n含场地"
    assert opened.core_properties.title == "青禾县第二中学工会2027年工作计划"
    assert opened.core_properties.author == "青禾县第二中学工会"
    assert opened.core_properties.subject == "2027年工作计划"
    assert opened.core_properties.language == "zh-CN"


def test_the_content_types_come_first_and_every_part_is_declared(
    sample: Document, gb: Style, parts: Callable[[bytes], dict[str, bytes]]
) -> None:
    found = parts(write(sample, gb))
    assert next(iter(found)) == "[Content_Types].xml"
    for name in found:
        if not name.endswith(".rels") and name != "[Content_Types].xml":
            assert f'PartName="/{name}"'.encode() in found["[Content_Types].xml"]


def test_no_part_names_another_program_or_a_theme(
    sample: Document, gb: Style, parts: Callable[[bytes], dict[str, bytes]]
) -> None:
    found = parts(write(sample, gb))
    assert found
    for name, content in found.items():
        assert b"python-docx" not in content
        # In which language fonts of a theme would be is said; no text takes its font from one.
        assert b"heme" not in content.replace(b"themeFontLang", b""), name
    assert f"planforge {__version__}".encode() in found["docProps/app.xml"]


def test_the_same_document_gives_the_same_bytes(sample: Document, gb: Style) -> None:
    assert write(sample, gb) == write(sample, gb)


def test_two_processes_with_different_hash_seeds_give_the_same_bytes() -> None:
    seen = set()
    for seed in ("1", "2"):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(Path(__file__).parents[3] / "src"),
        }
        command = [sys.executable, "-c", PROGRAM]
        done = subprocess.run(command, check=True, capture_output=True, env=environment, timeout=60)
        seen.add(done.stdout)
    assert len(seen) == 1


def test_the_declared_time_stands_in_the_zip_file_and_in_the_properties(
    sample: Document, gb: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")
    data = write(sample, gb)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2027, 1, 1, 0, 0, 0)}
    created = docx.Document(io.BytesIO(data)).core_properties.created
    assert created is not None
    assert created.isoformat() == "2027-01-01T00:00:00+00:00"


def test_without_a_declared_time_there_is_none(
    sample: Document, gb: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    data = write(sample, gb)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx.Document(io.BytesIO(data)).core_properties.created is None


def test_a_declared_time_before_zip_files_existed_is_the_oldest_they_know(
    sample: Document, gb: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    with zipfile.ZipFile(io.BytesIO(write(sample, gb))) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_a_declared_time_that_is_no_number_is_refused(
    sample: Document, gb: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    with pytest.raises(UserError, match="SOURCE_DATE_EPOCH is not a number of seconds: tomorrow"):
        write(sample, gb)


def test_a_new_file_is_untouched(sample: Document, gb: Style) -> None:
    assert is_untouched(write(sample, gb))


def test_a_file_that_python_docx_saved_is_not_untouched(sample: Document, gb: Style) -> None:
    assert not is_untouched(save_again(write(sample, gb)))


def test_a_file_that_libreoffice_saved_is_not_untouched(
    sample: Document, gb: Style, convert: Callable[[bytes, str], Path]
) -> None:
    assert not is_untouched(convert(write(sample, gb), "docx").read_bytes())


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("word/document.xml", "指导思想".encode(), "指导方针".encode()),
        ("word/styles.xml", b'w:val="32"', b'w:val="30"'),
        ("docProps/custom.xml", b'pid="2"', b'pid="3"'),
    ],
)
def test_a_file_edited_by_hand_is_not_untouched(
    sample: Document, gb: Style, name: str, old: bytes, new: bytes
) -> None:
    assert not is_untouched(replaced(write(sample, gb), name, old, new))


def test_a_file_with_a_further_part_is_not_untouched(sample: Document, gb: Style) -> None:
    target = io.BytesIO(write(sample, gb))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/media/seal.png", b"seal")
    assert not is_untouched(target.getvalue())


def test_a_file_packed_again_without_change_is_untouched(sample: Document, gb: Style) -> None:
    data = write(sample, gb)
    again = replaced(data, "word/document.xml", b"<w:body>", b"<w:body>")
    assert is_untouched(again)


def test_a_word_file_of_another_program_is_not_untouched() -> None:
    target = io.BytesIO()
    docx.Document().save(target)
    assert not is_untouched(target.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", "计划".encode(), b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_zip_file_is_not_untouched(data: bytes) -> None:
    assert not is_untouched(data)


def test_a_file_cut_short_is_not_untouched(sample: Document, gb: Style) -> None:
    data = write(sample, gb)
    assert not is_untouched(data[: len(data) // 2])


def test_damage_anywhere_in_the_parts_is_noticed(sample: Document, gb: Style) -> None:
    data = write(sample, gb)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len(archive.infolist()) > 10
        for entry in archive.infolist():
            # Behind the local header: 30 bytes and the name.
            place = entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2
            assert not is_untouched(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
