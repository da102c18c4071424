from __future__ import annotations

import pytest

from planforge.errors import FileProblems
from planforge.readers.line import Line
from planforge.readers.text import read


def test_lines_keep_their_numbers_and_their_indents() -> None:
    assert read("旧计划.txt", "　　一、学习\r\n\r\n二、活动\n".encode()) == (
        Line(1, "　　一、学习"),
        Line(2, ""),
        Line(3, "二、活动"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encodings_of_old_files_are_all_read(encoding: str) -> None:
    text = "青禾县第二中学工会工作计划\n一、开好教职工代表大会\n"
    assert [line.text for line in read("旧.txt", text.encode(encoding))] == text.splitlines()


def test_page_breaks_of_other_programs_end_a_line() -> None:
    data = "第一页\x0c第二页\x0b第三行\x1a".encode()
    assert [line.text for line in read("旧.txt", data)] == ["第一页", "第二页", "第三行"]


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(FileProblems, match="PF005"):
        read("旧.txt", b"\x00\x01\x02\x03")
