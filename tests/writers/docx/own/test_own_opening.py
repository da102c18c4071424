"""Files that are no Word files, damaged, hostile or too large: one sentence each."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planforge.errors import UserError
from planforge.writers.docx.own import WordFile, opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.writers.docx.own import Written

DAMAGED = "x.docx: this is no Word file, or it is damaged"


def refusal(data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        WordFile("x.docx", data)
    assert "\n" not in caught.value.message
    return caught.value.message


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_text_is_no_word_file() -> None:
    assert refusal("标题: 计划\n".encode()) == DAMAGED


def test_a_zip_of_something_else_is_no_word_file() -> None:
    assert refusal(packed({"a.txt": b"a"})) == DAMAGED


def test_an_old_doc_file_is_told_from_a_damaged_one() -> None:
    said = refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)
    assert said == "x.docx: this is an old .doc file, or one with a password"


def test_a_document_in_strict_form_is_told(union: bytes, parts: Any) -> None:
    whole = parts(union)
    whole["word/document.xml"] = whole["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert refusal(packed(whole)) == "x.docx: it is saved as Strict Open XML"


def test_a_part_with_a_document_type_is_refused(union: bytes, parts: Any) -> None:
    whole = parts(union)
    for attack in (
        b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>',
    ):
        head, tail = whole["word/document.xml"].split(b"?>", 1)
        assert refusal(packed(whole | {"word/document.xml": head + b"?>" + attack + tail})) == (
            "x.docx: the part word/document.xml of the file is damaged"
        )


def test_a_file_that_unpacks_to_gigabytes_is_not_unpacked(union: bytes, parts: Any) -> None:
    whole = parts(union) | {"word/document.xml": b" " * (opening.LARGEST_WHOLE + 1)}
    assert refusal(packed(whole)) == "x.docx: the file unpacks to more than planforge reads"


def test_a_file_of_many_thousand_parts_is_refused() -> None:
    many = packed({f"{n}.xml": b"" for n in range(opening.MOST_PARTS + 1)})
    assert refusal(many) == "x.docx: the file unpacks to more than planforge reads"


def test_a_spreadsheet_under_the_name_of_a_word_file_is_told(union: bytes, parts: Any) -> None:
    whole = parts(union)
    whole["word/document.xml"] = b"<workbook/>"
    assert refusal(packed(whole)) == "x.docx: there is no Word document in this file"


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_damage_leads_to_more_than_a_sentence(
    union: bytes, written: Callable[[bytes], Written], data: st.DataObject
) -> None:
    damaged = bytearray(union)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UserError):
        written(bytes(damaged))


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_wrong_value_in_a_part_leads_to_more_than_a_sentence(
    union: bytes, written: Callable[[bytes], Written], parts: Any, data: st.DataObject
) -> None:
    whole = parts(union)
    name = data.draw(
        st.sampled_from(
            ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml"]
        )
    )
    quoted = [i for i, byte in enumerate(whole[name]) if byte == ord('"')]
    at = data.draw(st.sampled_from(quoted))
    whole[name] = whole[name][: at + 1] + b"x" + whole[name][at + 1 :]
    with suppress(UserError):
        written(packed(whole))
