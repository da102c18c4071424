from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.errors import FileProblems, Problem, Severity
from planforge.source.encoding import INVISIBLE, code_point, decode, notices
from planforge.source.load import load

PLAN = "标题: 青禾县第二中学工会2027年工作计划\r\n重点任务:\r\n  - 慰问退休教师，走访困难职工\r\n"
TRADITIONAL = "標題: 臨江市教育工會工作計劃\n重點任務:\n  - 維護職工權益，開展文體活動\n"


def refused(data: bytes) -> list[Problem]:
    with pytest.raises(FileProblems) as caught:
        decode("plan.yaml", data)
    return list(caught.value.problems)


@pytest.mark.parametrize("text", [PLAN, TRADITIONAL])
@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"", "utf-8", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
        (b"\xff\xfe", "utf-16-le", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be", "utf-16-be"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be", "utf-32-be"),
        (b"", "gb18030", "gb18030"),
    ],
)
def test_each_encoding_is_read_to_the_same_characters(
    text: str, mark: bytes, codec: str, name: str
) -> None:
    source = decode("plan.yaml", mark + text.encode(codec))
    assert source.text == text
    assert source.encoding == name
    assert bool(notices(source)) is not name.startswith("utf-8")


def test_the_user_is_told_when_a_file_is_not_utf_8() -> None:
    (notice,) = load("plan.yaml", PLAN.encode("gb18030")).notices
    assert notice.message == "the file is not UTF-8; it was read as GB18030"
    assert (notice.code, notice.severity, notice.line) == ("PF005", Severity.INFO, 0)


def test_big5_is_refused_instead_of_read_as_rubbish() -> None:
    (problem,) = refused(TRADITIONAL.encode("big5"))
    assert problem.message == "the encoding of the file cannot be told"
    assert problem.hint == "save the file as UTF-8"


def test_a_broken_byte_in_utf_8_is_shown_in_its_line() -> None:
    data = PLAN.encode().replace("走访".encode(), "走访".encode()[:-1])
    (problem,) = refused(data)
    assert (problem.code, problem.line, problem.column) == ("PF005", 3, 13)
    assert problem.message == "the bytes E8 AE are not UTF-8"
    assert problem.excerpt.startswith("  - 慰问退休教师，走")


def test_a_cut_utf_16_file_is_refused() -> None:
    (problem,) = refused(b"\xff\xfe" + PLAN.encode("utf-16-le")[:-1])
    assert problem.message.endswith("not UTF-16-LE")


def test_nul_and_controls_are_shown_in_their_places() -> None:
    problems = refused("标题: 甲\0\n单位: 乙\x0b丙\n".encode())
    assert [(p.code, p.line, p.column) for p in problems] == [("PF005", 1, 6), ("PF005", 2, 6)]
    assert problems[0].message == "a character that cannot be printed stands here: U+0000"
    assert problems[1].message == "a character that cannot be printed stands here: U+000B"


def test_every_character_that_cannot_be_printed_is_refused_and_no_other() -> None:
    for character in map(chr, (*range(0xD800), *range(0xE000, 0x10010))):
        data = f"标题: 甲{character}乙\n".encode()
        if INVISIBLE.match(character):
            (problem,) = refused(data)
            assert problem.message.endswith(code_point(character))
        else:
            assert decode("plan.yaml", data).encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04....word/document.xml", "a Word document"),
        (b"PK\x03\x04....xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0", "a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old Office document"),
        (b"%PDF-1.7", "a PDF document"),
        (b"{\\rtf1", "an RTF document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "an image"),
        (b"\x00\x01\x02\xff\xfe\x80\x00\x90" * 20, "a binary file"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(data: bytes, kind: str) -> None:
    (problem,) = refused(data)
    assert problem.message == f"this is {kind}, not a plan"
    assert problem.line == 0


@settings(deadline=None, max_examples=500)
@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused_and_nothing_else(data: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    text = ""
    try:
        text = decode("plan.yaml", data).text
    except FileProblems as refusal:
        problems = refusal.problems
    assert "\0" not in text
    assert all(problem.code == "PF005" for problem in problems)


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])))
def test_any_printable_text_comes_back_from_utf_8(text: str) -> None:
    assert decode("plan.yaml", text.encode("utf-8-sig")).text == text
