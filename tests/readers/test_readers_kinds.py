"""A file is read as what it is, whatever it is called."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from planforge.errors import FileProblems, PlanforgeError, UserError
from planforge.office import program
from planforge.readers import SUFFIXES, read, reading
from planforge.readers.kinds import Kind, of

PAGE = b"<!-- x -->\r\n<!DOCTYPE html><html><body><p>1</p></body></html>"
FRAGMENT = b"<div><p>1</p></div>"
ARCHIVED = (
    b"From: <x>\r\nSubject: y\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"
)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("旧.txt", "一、学习".encode(), Kind.TEXT),
        ("旧.doc", "一、学习".encode(), Kind.TEXT),
        ("-", "一、学习".encode(), Kind.TEXT),
        ("旧.md", "# 计划".encode(), Kind.MARKDOWN),
        ("旧.MARKDOWN", "# 计划".encode(), Kind.MARKDOWN),
        ("旧.html", "一、学习".encode(), Kind.WEB),
        ("旧.doc", PAGE, Kind.WEB),
        ("旧.txt", PAGE, Kind.WEB),
        ("旧.txt", PAGE.decode().encode("utf-16"), Kind.WEB),
        ("旧.doc", b"\xef\xbb\xbf" + PAGE, Kind.WEB),
        ("旧.wps", FRAGMENT, Kind.WEB),
        ("旧.txt", FRAGMENT, Kind.TEXT),
        ("旧.md", FRAGMENT, Kind.MARKDOWN),
        ("旧.doc", ARCHIVED, Kind.WEB),
        ("旧.txt", ARCHIVED, Kind.TEXT),
        ("旧.doc", zipped("word/document.xml"), Kind.WORD),
        ("旧.txt", zipped("word/document.xml"), Kind.WORD),
        ("旧.docx", zipped("mimetype", "content.xml"), Kind.OFFICE),
        ("旧.docx", b"PK\3\4", Kind.WORD),
        ("旧.doc", COMPOUND, Kind.OFFICE),
        ("旧.wps", COMPOUND + "WPS".encode("utf-16-le"), Kind.OFFICE),
        ("旧.docx", b"{\\rtf1 x}", Kind.OFFICE),
        ("旧.doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', Kind.OFFICE),
    ],
)
def test_the_content_says_what_a_file_is_and_then_its_name(
    name: str, data: bytes, kind: Kind
) -> None:
    assert of(name, data) is kind


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("旧.pdf", b"%PDF-1.7", "旧.pdf: a PDF holds lines on pages, no paragraphs"),
        ("旧.doc", b"\n%PDF-1.7", "旧.doc: a PDF holds lines on pages, no paragraphs"),
        ("旧.xlsx", zipped("xl/workbook.xml"), "旧.xlsx: this is no text document"),
        ("旧.ofd", zipped("OFD.xml"), "旧.ofd: this is no text document"),
        ("旧.xls", COMPOUND + "Workbook".encode("utf-16-le"), "旧.xls: this is no text document"),
        (
            "旧.docx",
            COMPOUND + "EncryptedPackage".encode("utf-16-le"),
            "旧.docx: the file is locked with a password",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(name: str, data: bytes, message: str) -> None:
    with pytest.raises(UserError) as caught:
        read(name, data)
    assert caught.value.message == message
    assert caught.value.hint


def test_without_libreoffice_one_sentence_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(program.VARIABLE, "/nowhere/soffice")
    with pytest.raises(UserError, match="is read with LibreOffice, which was not found"):
        read("旧.doc", COMPOUND)


def test_what_libreoffice_cannot_open_is_told_in_one_sentence(lacking: Any) -> None:
    if not program.find():
        lacking("there is no LibreOffice")
    with pytest.raises(PlanforgeError) as caught:
        read("旧.odt", zipped("mimetype", "content.xml"))
    assert "\n" not in str(caught.value)


def test_a_word_file_is_read_whatever_its_name(raw: Any) -> None:
    data = raw(raw.p("工会计划"))
    assert [line.text for name in ("旧.doc", "旧.wps", "-") for line in read(name, data)] == [
        "工会计划"
    ] * 3


def test_every_ending_that_is_offered_can_be_read() -> None:
    assert {".docx", ".md", ".txt", ".html", ".doc", ".wps", ".odt", ".rtf"} <= set(SUFFIXES)
    assert ".pdf" not in SUFFIXES
    for suffix in SUFFIXES:
        assert isinstance(of(f"旧{suffix}", b""), Kind)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5", "big5hkscs"])
def test_texts_are_read_in_every_chinese_encoding(encoding: str) -> None:
    text = "學年工會工作計畫：關懷教職員工，辦好各項活動。"
    assert [line.text for line in reading("旧.txt", text.encode(encoding)).lines] == [text]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_cost_only_themselves(encoding: str) -> None:
    text = "青禾县第二中学工会工作计划。" * 20
    data = text.encode(encoding) + b"\xff" + "完".encode(encoding)
    assert [line.text for line in reading("旧.txt", data).lines] == [text + "\ufffd完"]


def test_control_characters_of_other_programs_are_left_out() -> None:
    data = ("月份\x07活动\x07\x07" + "一月：走访慰问。" * 30).encode("gb18030")
    assert reading("旧.txt", data).lines[0].text.startswith("月份活动一月：走访慰问。")


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03", bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(FileProblems, match="PF005"):
        read("旧.txt", data)


def test_more_lines_than_anybody_writes_are_refused() -> None:
    with pytest.raises(UserError, match="the text is larger than planforge reads"):
        read("旧.txt", b"\n" * 300_000)


def test_more_characters_than_anybody_writes_are_refused_in_every_format(raw: Any) -> None:
    words = "工会计划" * 600_000
    for name, data in (
        ("旧.txt", words.encode()),
        ("旧.html", f"<p>{words}".encode()),
        ("旧.docx", raw(raw.p(words))),
    ):
        with pytest.raises(UserError, match="the text is larger than planforge reads"):
            read(name, data)


def test_more_text_than_anybody_writes_is_refused() -> None:
    with pytest.raises(UserError, match="the text is larger than planforge reads"):
        read("旧.txt", b"a" * 100_000_000)
