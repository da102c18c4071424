"""The page of the imprint in a file of the user has no page number (GB/T 9704-2012, 7.5)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from msgspec.structs import replace

from planforge.document.tree import Notice, Signature
from planforge.writers.docx.own import WordFile, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.document.tree import Document
    from planforge.styles import Style

    Write = Callable[[bytes], Any]

NOTICE = Notice(
    mark="青禾县总工会文件",
    number="青工发〔2027〕3号",
    signer=None,
    title="关于印发工作计划的通知",
    addressees="各基层工会：",
    paragraphs=("现将计划印发给你们。",),
    attachment_note=("工作计划",),
    signature=Signature("青禾县总工会", "2027年1月8日"),
    label="附件",
    copies=None,
    printed_by="青禾县总工会办公室",
    printed_on="2027年1月8日印发",
)


@pytest.fixture
def issued(sample: Document, gb: Style) -> Write:
    document = replace(sample, notice=NOTICE, attachments=(), attachment_note=(), signature=None)
    return lambda data: docx.Document(
        io.BytesIO(write(document, gb, WordFile("本单位.docx", data)).data)
    )


def fields(footer: Any) -> list[str]:
    simple = [one.get(qn("w:instr")).strip() for one in footer._element.iter(qn("w:fldSimple"))]
    return simple + [str(one.text).strip() for one in footer._element.iter(qn("w:instrText"))]


def test_only_the_page_of_the_imprint_has_no_number(union: bytes, issued: Write) -> None:
    *others, last = issued(union).sections
    assert others
    for section in others:
        assert fields(section.footer) == fields(section.even_page_footer) == ["PAGE"]
    assert fields(last.footer) == fields(last.even_page_footer) == []
    # What is no number stays.
    assert last.even_page_header.paragraphs[0].text == "团结 奋进"


def test_words_and_pictures_beside_the_number_stay(kit: Any, issued: Write) -> None:
    file = kit.union_file()
    footer = file.sections[0].even_page_footer
    footer.add_paragraph("青禾县人民路1号").add_run().add_picture(io.BytesIO(kit.picture()))
    *_others, last = issued(kit.saved(file)).sections
    assert fields(last.even_page_footer) == []
    assert [one.text for one in last.even_page_footer.paragraphs] == ["", "青禾县人民路1号"]
    (picture,) = last.even_page_footer._element.iter(qn("a:blip"))
    embedded = last.even_page_footer.part.related_parts[picture.get(qn("r:embed"))]
    assert embedded.blob == kit.picture()


def test_a_number_in_several_pieces_or_in_a_text_box_is_one(kit: Any, issued: Write) -> None:
    file = kit.union_file()
    paragraph = file.sections[0].even_page_footer.paragraphs[0]
    for old in list(paragraph._p):
        paragraph._p.remove(old)
    box = OxmlElement("w:txbxContent")
    paragraph.add_run("外").element.append(box)
    inner = OxmlElement("w:p")
    box.append(inner)
    for kind, words in (("begin", ""), ("", " PA"), ("", "GE "), ("separate", ""), ("end", "")):
        run = OxmlElement("w:r")
        inner.append(run)
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        run.append(mark)
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = words
    *_others, last = issued(kit.saved(file)).sections
    assert fields(last.even_page_footer) == []
    assert last.even_page_footer.paragraphs[0].text == "外"


def test_footers_without_a_number_are_used_as_they_are(kit: Any, issued: Write) -> None:
    file = kit.union_file()
    for footer in (file.sections[0].footer, file.sections[0].even_page_footer):
        for old in list(footer.paragraphs[0]._p):
            footer.paragraphs[0]._p.remove(old)
        footer.paragraphs[0].text = "青禾县总工会"
    made = issued(kit.saved(file))
    assert made.sections[-1].footer.paragraphs[0].text == "青禾县总工会"
    names = [str(part.partname) for part in made.part.package.iter_parts()]
    assert not [name for name in names if "Bare" in name]
    assert len([name for name in names if "footer" in name]) == 3


def test_a_document_that_no_notice_issues_gets_no_further_parts(
    union: bytes, written: Callable[[bytes], Any]
) -> None:
    made = docx.Document(io.BytesIO(written(union).data))
    ids = [one.rId for one in made.part.rels.values()]
    assert ids
    assert not [one for one in ids if one.startswith("planforgeBare")]
