from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.document.tree import Document, Paragraph, Properties
from planforge.styles.loading import load
from planforge.writers import fingerprint, is_untouched, writer

FORGED = (
    "<!-- planforge sha256:0000 -->",
    '<meta name="planforge-content" content="sha256:0000">',
    "慰问",
)


def written(name: str, text: str = "慰问一线职工") -> bytes:
    document = Document(Properties("计划", "", "", "zh-CN", "cn", "gb"), "计划", (Paragraph(text),))
    return writer(name)(document, load("gb"))


@pytest.mark.parametrize("name", ["md", "html"])
def test_a_file_as_it_was_written_is_untouched(name: str) -> None:
    assert is_untouched(name, written(name))


@pytest.mark.parametrize("name", ["md", "html"])
def test_line_ends_changed_by_git_on_windows_are_no_edit(name: str) -> None:
    assert is_untouched(name, written(name).replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("name", ["md", "html"])
def test_an_edited_file_is_not_untouched(name: str) -> None:
    data = written(name)
    for edited in (
        data.replace("一线".encode(), "退休".encode()),
        data + b"\n",
        b"\n" + data,
        data.replace(b"sha256:", b"sha256:0"),
        b"",
    ):
        assert not is_untouched(name, edited)


@pytest.mark.parametrize("text", FORGED)
@pytest.mark.parametrize("name", ["md", "html"])
def test_a_stamp_typed_by_a_user_is_only_text(name: str, text: str) -> None:
    data = written(name, text)
    assert is_untouched(name, data)
    assert not is_untouched(name, data.replace("计划".encode(), "总结".encode()))


@pytest.mark.parametrize("text", FORGED)
def test_plain_text_counts_as_edited_because_it_has_no_stamp(text: str) -> None:
    assert not is_untouched("txt", written("txt", text))
    assert text in written("txt", text).decode()


@given(st.binary())
def test_any_bytes_can_be_asked_about(data: bytes) -> None:
    assert not fingerprint.is_untouched(data)
    assert fingerprint.stamp(data) == data
