"""Converted Word files in LibreOffice: as many pages as before, with everything on them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree
from pdfminer.pdfpage import PDFPage

from planforge import styles
from planforge.office import program
from planforge.office.convert import to_pdf
from planforge.pipeline import read_plan, render_plan
from planforge.script.conversion import Conversion
from planforge.script.word_file import convert_word, text_of
from planforge.script.written import script_of

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("school-2027", "federation-2027", "every-key")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
TYPE = "application/vnd.openxmlformats-officedocument"
BODY = f"""<w:p {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<w:bookmarkStart w:id="1" w:name="发展"/><w:r><w:t>发展目标</w:t></w:r><w:bookmarkEnd w:id="1"/>
<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>
<w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText xml:space="preserve"> REF 发展 \\h </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>发展目标</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:fldSimple w:instr=" TOC \\o &quot;发&quot; "><w:r><w:t>目录：发放</w:t></w:r></w:fldSimple>
<w:hyperlink w:anchor="发展"><w:r><w:t>见发展</w:t></w:r></w:hyperlink>
<w:ins w:id="3" w:author="发" w:date="2027-01-01T00:00:00Z"><w:r><w:t>插入发</w:t></w:r></w:ins>
<w:del w:id="4" w:author="发" w:date="2027-01-01T00:00:00Z">
<w:r><w:delText>删去发</w:delText></w:r></w:del>
<w:sdt><w:sdtPr><w:alias w:val="发"/></w:sdtPr><w:sdtContent>
<w:r><w:t>控件发</w:t></w:r></w:sdtContent></w:sdt></w:p>"""
NOTES = {
    "footnote": f"<w:footnotes {W}>{{}}</w:footnotes>",
    "endnote": f"<w:endnotes {W}>{{}}</w:endnotes>",
}
CHART_XML = f"""<c:chartSpace xmlns:c="{CHART}"><c:chart><c:plotArea><c:layout/><c:pieChart>
<c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numLit>
<c:ptCount val="2"/><c:pt idx="0"><c:v>1</c:v></c:pt><c:pt idx="1"><c:v>2</c:v></c:pt>
</c:numLit></c:val></c:ser></c:pieChart></c:plotArea></c:chart></c:chartSpace>"""
DRAWING = f"""<w:p {W}><w:r><w:drawing><wp:inline
xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
<wp:extent cx="2000000" cy="2000000"/><wp:docPr id="9" name="发"/>
<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{{}}"/>
</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""


def picture() -> bytes:
    """One grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(b"\0\x80")
    chunks = ((b"IHDR", header), (b"IDAT", pixel), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in chunks)


def add_part(document: Any, name: str, kind: str, xml: str) -> str:
    content = f"{TYPE}.{'drawingml' if kind == 'chart' else 'wordprocessingml'}.{kind}+xml"
    part = Part(PackURI(f"/word/{name}.xml"), content, xml.encode(), document.part.package)
    relation: str = getattr(RELATIONSHIP_TYPE, kind.upper())
    related: str = document.part.relate_to(part, relation)
    return related


def everything() -> bytes:
    """A file with what people's files have: notes, fields, links, changes, a picture, a chart."""
    document = docx.Document()
    # python-docx leaves en-US, for which LibreOffice chooses another font than for any Chinese.
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    document.add_heading("不断发挥作用", 1)
    document.element.body.insert(1, parse_xml(BODY))
    for one, frame in NOTES.items():
        note = f'<w:{one} w:id="2"><w:p><w:r><w:t>注：发放</w:t></w:r></w:p></w:{one}>'
        ends = "".join(
            f'<w:{one} w:id="{number}" w:type="{kind}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{one}>'
            for number, kind in enumerate(("separator", "continuationSeparator"))
        )
        add_part(document, f"{one}s", f"{one}s", frame.format(ends + note))
    related = add_part(document, "charts/chart1", "chart", CHART_XML)
    document.element.body.insert(2, parse_xml(DRAWING.format(related)))
    document.add_picture(io.BytesIO(picture()))
    document.add_comment(document.paragraphs[0].runs, text="批注：发", author="发")
    document.sections[0].header.paragraphs[0].text = "页眉：发展"
    for number in range(60):
        document.add_paragraph(f"第{number}项：围绕中心工作，不断发挥作用。", style="List Number")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def kinds(data: bytes) -> list[str]:
    """The elements of the text in order, with the attributes that are no language."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    return [str(one.tag) for one in root.iter()]


def words(data: bytes, name: str, tag: str) -> list[str]:
    root = etree.fromstring(parts(data)[name])
    return [one.text or "" for one in root.iter(qn(tag))]


def test_notes_fields_links_changes_and_controls_are_converted_and_stay_what_they_are() -> None:
    before = everything()
    after = convert_word("甲.docx", before, Conversion("tw"))
    assert kinds(after) == kinds(before)
    assert list(parts(after)) == list(parts(before))
    text = text_of("甲.docx", after)
    assert script_of(text) == "traditional"
    for expected in (
        "目錄：發放",
        "見發展",
        "插入發",
        "控件發",
        "注：發放",
        "頁眉：發展",
        "批註：發",
    ):
        assert expected in text
    assert words(after, "word/document.xml", "w:delText") == ["删去发"]
    assert words(after, "word/document.xml", "w:instrText") == [" REF 发展 \\h "]
    source = parts(after)["word/document.xml"].decode()
    for kept in ('w:name="发展"', 'w:anchor="发展"', 'w:author="发"', 'w:alias w:val="发"'):
        assert kept in source
    same = ("word/charts/chart1.xml", "word/media/image1.png", "word/_rels/document.xml.rels")
    for name in same:
        assert parts(after)[name] == parts(before)[name]


def test_styles_keep_their_ids_and_paragraphs_their_styles() -> None:
    before = everything()
    after = convert_word("甲.docx", before, Conversion("tw"))
    old, new = (docx.Document(io.BytesIO(data)) for data in (before, after))
    assert [one.style_id for one in new.styles] == [one.style_id for one in old.styles]
    assert [one.style.style_id for one in new.paragraphs if one.style] == [
        one.style.style_id for one in old.paragraphs if one.style
    ]


def pages(pdf: bytes) -> int:
    return sum(1 for _page in PDFPage.get_pages(io.BytesIO(pdf)))


def pictures(pdf: bytes) -> int:
    return len(re.findall(rb"/Subtype\s*/Image", pdf))


def test_converted_files_open_with_the_same_pages_and_pictures(
    lacking: Callable[[str], NoReturn],
) -> None:
    if not program.find():
        lacking("LibreOffice (soffice) is not installed")
    originals = [everything()]
    for name in NAMES:
        path = str(EXAMPLES / f"{name}.yaml")
        plan, _source = read_plan(path)
        originals.append(render_plan(plan, "docx"))
    targets = ("tw", "hk")
    files = [
        *originals,
        *(convert_word("甲.docx", one, Conversion(to)) for to in targets for one in originals),
    ]
    printed = [
        (pages(pdf), pictures(pdf)) for pdf in to_pdf(files, styles.load("gb").fonts.values())
    ]
    before = printed[: len(originals)]
    assert before[0][0] > 1
    assert before[0][1]
    assert printed == before * (1 + len(targets))
