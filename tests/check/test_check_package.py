"""Broken, hostile and strange files: one sentence, never a traceback."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge import pipeline
from planforge.check import check
from planforge.check.report import lines
from planforge.errors import FileProblems
from planforge.ooxml import package

EXAMPLE = Path(__file__).parents[2] / "examples" / "every-key.yaml"
MAIN = "word/document.xml"
STRANGE = ("", "0", "-1", "9" * 40, "abc", "1e400", "nan", "100%", "%9%9", "½", "ja-JP", "1")


@cache
def whole() -> bytes:
    plan, _source = pipeline.read_plan(str(EXAMPLE))
    return pipeline.render_plan(plan, "docx")


@cache
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(whole())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(changed: dict[str, bytes | None]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts(), **changed}.items():
            if data is not None:
                archive.writestr(name, data)
    return target.getvalue()


def message(data: bytes) -> str:
    with pytest.raises(FileProblems) as raised:
        check("计划.docx", data)
    (problem,) = raised.value.problems
    assert (problem.code, problem.path) == ("PG000", "计划.docx")
    return problem.message


def look(data: bytes) -> None:
    """Check and tell everything; only the errors meant for users may come out."""
    try:
        report = check("计划.docx", data)
    except FileProblems as error:
        codes = {problem.code for problem in error.problems}
    else:
        codes = {"PG000"}
        for finding in report.findings:
            assert list(lines("计划.docx", finding))
    assert codes == {"PG000"}


@pytest.mark.parametrize("data", [b"", b"PK", b"hello", b"PK\x05\x06" + b"\0" * 17])
def test_what_is_no_zip_file_is_refused_in_one_sentence(data: bytes) -> None:
    assert message(data) == "this is no Word file, or it is damaged"


def test_an_empty_archive_and_a_workbook_hold_no_document() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert message(target.getvalue()) == "there is no Word document in this file"


def test_an_old_or_encrypted_file_is_told_apart() -> None:
    assert message(b"\xd0\xcf\x11\xe0" + b"\0" * 512) == (
        "this is an old .doc file, or one with a password"
    )


def test_a_damaged_part_is_named() -> None:
    assert message(packed({"word/styles.xml": b"<w:styles"})) == (
        "the part word/styles.xml of the file is damaged"
    )


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_WHOLE", 1000)
    assert message(whole()) == "the file unpacks to more than planforge reads"


def test_a_part_that_is_too_large_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 5000)
    assert message(whole()) == "the file unpacks to more than planforge reads"


def test_a_file_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 5)
    assert message(whole()) == "the file unpacks to more than planforge reads"


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    declared = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    body = parts()[MAIN].replace("工作".encode(), b"&e;", 1)
    start = body.index(b"<w:document")
    report = check("计划.docx", packed({MAIN: body[:start] + declared + body[start:]}))
    assert "SECRET" not in repr(report)


def test_entities_that_multiply_do_no_harm() -> None:
    levels = [b'<!ENTITY a0 "ha">']
    levels += [b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)]
    body = parts()[MAIN].replace("工作".encode(), b"&a9;", 1)
    start = body.index(b"<w:document")
    bomb = b"<!DOCTYPE d [" + b"".join(levels) + b"]>"
    look(packed({MAIN: body[:start] + bomb + body[start:]}))


def test_styles_that_are_based_on_each_other_do_not_hang() -> None:
    circle = parts()["word/styles.xml"].replace(
        b'w:styleId="Normal"><w:name w:val="Normal"/>',
        b'w:styleId="Normal"><w:name w:val="Normal"/><w:basedOn w:val="BodyText"/>',
    )
    assert circle != parts()["word/styles.xml"]
    look(packed({"word/styles.xml": circle}))


def test_capitals_in_part_names_make_no_difference() -> None:
    data = packed({"word/styles.xml": None, "word/Styles.xml": parts()["word/styles.xml"]})
    assert check("计划.docx", data).findings == check("计划.docx", whole()).findings


@pytest.mark.parametrize("name", sorted(set(parts()) - {MAIN}))
def test_every_part_but_the_text_may_be_missing(name: str) -> None:
    report = check("计划.docx", packed({name: None}))
    assert report.style.name == "gb"


def test_the_strict_names_of_the_standard_mean_the_same() -> None:
    strict = {
        name: data.replace(
            package.W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        ).replace(package.R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, data in parts().items()
    }
    assert check("计划.docx", packed(dict(strict))).findings == check("计划.docx", whole()).findings


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20))
@settings(deadline=None, max_examples=60)
def test_any_changed_bytes_give_findings_or_one_sentence(changes: list[tuple[int, int]]) -> None:
    data = bytearray(whole())
    for place, byte in changes:
        data[place % len(data)] = byte
    look(bytes(data))


@given(st.integers(0, 10**6))
@settings(deadline=None, max_examples=30)
def test_any_cut_file_gives_one_sentence(length: int) -> None:
    look(whole()[: length % len(whole())])


@given(
    st.sampled_from([MAIN, "word/styles.xml", "word/numbering.xml", "word/settings.xml"]),
    st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(STRANGE)), min_size=1, max_size=30),
)
@settings(deadline=None, max_examples=80)
def test_any_strange_values_of_attributes_give_findings_or_one_sentence(
    name: str, changes: list[tuple[int, str]]
) -> None:
    text = parts()[name].decode()
    for place, value in changes:
        values = list(re.finditer(r'(?<=\w=")[^"]*', text))
        at = values[place % len(values)]
        text = text[: at.start()] + value + text[at.end() :]
    look(packed({name: text.encode()}))


@given(st.sampled_from([MAIN, "word/styles.xml", "word/numbering.xml"]), st.data())
@settings(deadline=None, max_examples=60)
def test_any_exchanged_names_of_elements_give_findings_or_one_sentence(
    name: str, data: st.DataObject
) -> None:
    text = parts()[name].decode()
    names = sorted(set(re.findall(r"<(w:\w+)", text)))
    one, other = data.draw(st.tuples(st.sampled_from(names), st.sampled_from(names)))
    swap = {one: other, other: one}
    text = re.sub(rf"(?<=[</])({one}|{other})\b", lambda match: swap[match[1]], text)
    look(packed({name: text.encode()}))
