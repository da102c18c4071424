"""Damaged and hostile files: one sentence or lines, never a traceback, never without a bound."""

from __future__ import annotations

import io
import struct
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planforge.errors import FileProblems, PlanforgeError
from planforge.readers import Line, Reading, read, reading

SEEDS = Path(__file__).parents[1] / "data" / "damaged-documents"
MAIN = "word/document.xml"


def outcome(name: str, data: bytes) -> str:
    """What a user sees: one line, or ``lines``."""
    refused = ""
    try:
        found = reading(name, data)
    except PlanforgeError as error:
        refused = str(error)
    if refused:
        assert "\n" not in refused
        return refused
    assert isinstance(found, Reading)
    for line in found.lines:
        assert isinstance(line, Line)
        assert len(line.text.splitlines()) <= 1
        assert "\0" not in line.text
    return "lines"


@cache
def whole() -> bytes:
    document = Document()
    document.add_heading("云岭区第一小学工会计划", 0)
    document.add_heading("一、任务", 1)
    document.add_paragraph("学习", style="List Number")
    document.add_paragraph("每月一次", style="List Bullet")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).text = "1月"
    document.sections[0].header.paragraphs[0].text = "云岭区第一小学工会"
    document.sections[0].footer.paragraphs[0].text = "内部"
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(whole())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_the_whole_file_is_read() -> None:
    assert outcome("旧.docx", whole()) == "lines"
    assert len(read("旧.docx", whole())) > 6


@pytest.mark.parametrize("name", sorted(parts()))
def test_a_part_that_is_missing_or_damaged_costs_one_sentence_at_most(name: str) -> None:
    content = parts()
    for data in (None, b"", b"<", b"<w:p xmlns:w='x'/>", content[name][: len(content[name]) // 2]):
        changed = {key: value for key, value in content.items() if key != name}
        if data is not None:
            changed[name] = data
        outcome("旧.docx", packed(changed))


def test_names_that_climb_out_of_the_folder_are_no_parts(tmp_path: Path) -> None:
    content = parts()
    rels = "word/_rels/document.xml.rels"
    content["../../evil.xml"] = b"<x/>"
    content[rels] = content[rels].replace(b'Target="numbering.xml"', b'Target="../../../evil.xml"')
    outcome("旧.docx", packed(content))
    assert not list(tmp_path.parent.rglob("evil.xml"))


@pytest.mark.parametrize(
    "entity",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x [<!ENTITY b "bbbbbbbbbb"><!ENTITY a "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_entities_are_neither_resolved_nor_fetched(raw: Any, entity: str) -> None:
    content = {
        name: part for name, part in unpacked(raw(raw.p("甲") + raw.p("&a;"))).items() if part
    }
    content[MAIN] = entity.encode() + content[MAIN]
    found = outcome("旧.docx", packed(content))
    if found == "lines":
        assert [line.text for line in read("旧.docx", packed(content))] == ["甲", ""]


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    content = parts()
    content[MAIN] = b" " * (200 * 1024 * 1024)
    bomb = packed(content)
    assert len(bomb) < 1024 * 1024
    with pytest.raises(FileProblems, match="unpacks to more than planforge reads"):
        read("旧.docx", bomb)


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    content = parts()
    content["word/document.xml"] = b" " * (100 * 1024 * 1024)
    data = bytearray(packed(content))
    # The uncompressed size in the directory at the end of the file.
    at = data.rfind(b"word/document.xml") - 46 + 24
    struct.pack_into("<I", data, at, 1000)
    assert outcome("旧.docx", bytes(data)) != "lines"


def test_more_elements_than_anybody_writes_are_refused_before_they_take_room(raw: Any) -> None:
    body = "<w:p/>" * 3_100_000
    assert outcome("旧.docx", raw(body)).endswith("unpacks to more than planforge reads")


def test_more_paragraphs_than_anybody_writes_are_refused(raw: Any) -> None:
    found = outcome("旧.docx", raw("<w:p/>" * 210_000))
    assert found == "旧.docx: the text is larger than planforge reads"


@pytest.mark.parametrize("inside", ["w:smartTag", "w:ins", "w:hyperlink", "mc:AlternateContent"])
def test_what_is_nested_without_end_is_told_in_one_sentence(raw: Any, inside: str) -> None:
    for depth in (50, 240, 5000):
        nested = f"<{inside}>" * depth + "<w:r><w:t>甲</w:t></w:r>" + f"</{inside}>" * depth
        outcome("旧.docx", raw(f"<w:p>{nested}</w:p>"))


def test_tables_in_tables_without_end_are_told_in_one_sentence(raw: Any) -> None:
    for depth in (5, 60, 2000):
        nested = "<w:tbl><w:tr><w:tc>" * depth + raw.p("甲") + "</w:tc></w:tr></w:tbl>" * depth
        outcome("旧.docx", raw(nested))


def test_boxes_in_boxes_without_end_are_told_in_one_sentence(raw: Any) -> None:
    open_box, close_box = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    )
    for depth in (2, 35, 1000):
        outcome("旧.docx", raw(open_box * depth + raw.p("甲") + close_box * depth))


@pytest.mark.parametrize("value", ["", "-1", "9" * 40, "abc", "1e400", "nan", "%9%9", "½"])
def test_absurd_figures_are_passed_over(raw: Any, value: str) -> None:
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{value}"/><w:numFmt w:val="{value}"/>'
        f'<w:lvlRestart w:val="{value}"/><w:lvlText w:val="%1{value}"/></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1">'
        f'<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="{value}">'
        f'<w:startOverride w:val="{value}"/></w:lvlOverride></w:num>'
    )
    styled = f'<w:outlineLvl w:val="{value}"/><w:jc w:val="{value}"/>'
    body = raw.listed("甲", 1) + raw.p("乙", styled, f'<w:sz w:val="{value}"/>')
    assert outcome("旧.docx", raw(body, numbering=numbering)) == "lines"


def test_styles_that_are_based_on_each_other_end(raw: Any) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/>'
        f'<w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("ab", "ba", "cc")
    )
    body = "".join(raw.p("甲", f'<w:pStyle w:val="{one}"/>') for one in "abc")
    assert outcome("旧.docx", raw(body, styles=styles)) == "lines"


def seeds() -> list[Path]:
    return sorted(path for path in SEEDS.iterdir() if path.is_file())


def test_there_are_seeds() -> None:
    assert len(seeds()) > 10


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.name)
def test_files_that_once_did_harm_are_told_in_one_sentence(path: Path) -> None:
    outcome(path.name, path.read_bytes())


XML = [MAIN, "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"]
CUTS = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 40), st.binary(max_size=8)), max_size=6
)


def changed(data: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for place, length, instead in cuts:
        at = place % (len(data) + 1)
        data = data[:at] + instead + data[at + length :]
    return data


@settings(deadline=None, max_examples=150)
@given(cuts=CUTS)
def test_any_damage_to_a_word_file_is_survived(cuts: list[tuple[int, int, bytes]]) -> None:
    outcome("旧.docx", changed(whole(), cuts))


@settings(deadline=None, max_examples=200)
@given(name=st.sampled_from(XML), cuts=CUTS)
def test_any_damage_to_the_xml_of_a_word_file_is_survived(
    name: str, cuts: list[tuple[int, int, bytes]]
) -> None:
    content = parts()
    content[name] = changed(content[name], cuts)
    outcome("旧.docx", packed(content))


WORDS = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:del"]
WORDS += ["w:pPr", "w:rPr", "w:numPr", "w:fldChar", "w:instrText", "w:txbxContent", "w:ruby"]
WORDS += ["w:rubyBase", "w:hyperlink", "w:fldSimple", "w:pict", "w:br", "w:sym", "w:vMerge"]


@st.composite
def trees(draw: st.DrawFn) -> str:
    made = ""
    open_tags: list[str] = []
    for _step in range(draw(st.integers(1, 40))):
        closes = draw(st.sampled_from((True, False)))
        if open_tags and closes:
            made += f"</{open_tags.pop()}>"
        else:
            tag = draw(st.sampled_from(WORDS))
            kind = draw(st.sampled_from(["begin", "separate", "end", "1", "0", "restart", ""]))
            made += f'<{tag} w:val="{kind}" w:fldCharType="{kind}" w:char="{kind}">'
            made += draw(st.sampled_from(["", "甲", "TOC", " PAGE "]))
            open_tags.append(tag)
    return made + "".join(f"</{tag}>" for tag in reversed(open_tags))


@settings(deadline=None, max_examples=200)
@given(body=trees())
def test_elements_in_any_order_are_survived(raw: Any, body: str) -> None:
    assert outcome("旧.docx", raw(body)) == "lines"


PIECES = (
    *("<p>", "</p>", "<table>", "<tr>", "<td rowspan=9999 colspan='-1'>", "</table>", "<ol>"),
    *("<li value=x>", "</ol>", "<br>", "<b", "<!--", "-->", "<![if !x]>", "<![endif]>", "&#0;"),
    *("<nav>", "</nav>", "<a href=#>", "</a>", "<pre>", "\n", "甲", "<h1>", "</h1>", "\0"),
    *("<script>", "</script>", "<del>", "</del>", "<svg>", "<style>", "<title>", "<rt>", "<x:y>"),
)


@settings(deadline=None, max_examples=200)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60))
@example(pieces=["<li value=x>"])
def test_tags_in_any_order_are_survived(pieces: list[str]) -> None:
    outcome("旧.html", "".join(pieces).encode())


MARKS = (
    *("#", "# ", "- ", "1. ", "99. ", "> ", "```", "|", "|-|", "\n", "\n\n", "    ", "**", "*"),
    *("[", "]", "(#a)", "![", "<br>", "<b>", "<!--", "-->", "---", "===", "\\", "`", "~~"),
    *("&#x0;", "甲", ":"),
)


@settings(deadline=None, max_examples=200)
@given(marks=st.lists(st.sampled_from(MARKS), max_size=60))
def test_marks_in_any_order_are_survived(marks: list[str]) -> None:
    outcome("旧.md", "".join(marks).encode())


@settings(deadline=None, max_examples=200)
@given(name=st.sampled_from(["旧.txt", "旧.md", "旧.html", "旧.docx", "旧.mht"]), data=st.binary())
def test_any_bytes_are_survived(name: str, data: bytes) -> None:
    outcome(name, data)


@settings(deadline=None, max_examples=100)
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_of_a_word_file_comes_back_whole(raw: Any, text: str) -> None:
    printable = "".join(c for c in text if c >= " " and c not in "&<>\ufffe\uffff\x7f")
    found = read("旧.docx", raw(raw.p(printable)))
    assert "".join(line.text for line in found) == "".join(printable.splitlines())
