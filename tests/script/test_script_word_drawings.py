"""Charts and diagrams in Word files."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from planforge.script.conversion import Conversion
from planforge.script.word_file import convert_word, text_of

OFFICE = "http://schemas.openxmlformats.org"
MICROSOFT = "http://schemas.microsoft.com/office"
RELATION = f"{OFFICE}/officeDocument/2006/relationships"
A = f'xmlns:a="{OFFICE}/drawingml/2006/main"'
CHART = f"""<c:chartSpace xmlns:c="{OFFICE}/drawingml/2006/chart" {A}><c:lang val="zh-CN"/>
<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:rPr lang="zh-CN"><a:ea typeface="黑体"/></a:rPr>
<a:t>不断</a:t></a:r><a:r><a:t>发展</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>
<c:ser><c:tx><c:strRef><c:f>表!$B$1</c:f><c:strCache><c:pt idx="0"><c:v>会员发展</c:v></c:pt>
</c:strCache></c:strRef></c:tx><c:cat><c:multiLvlStrRef><c:f>表!$A$2</c:f><c:multiLvlStrCache><c:lvl>
<c:pt idx="0"><c:v>后勤</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:multiLvlStrRef></c:cat>
<c:val><c:numRef><c:f>表!$B$2</c:f><c:numCache><c:formatCode>0"干"</c:formatCode>
<c:pt idx="0"><c:v>12</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>
<c:ser><c:tx><c:v>干部</c:v></c:tx></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"""
NEW_CHART = """<cx:chartSpace
xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"><cx:chartData><cx:data id="0">
<cx:strDim type="cat"><cx:f>表!$A</cx:f><cx:lvl><cx:pt idx="0">发放</cx:pt></cx:lvl></cx:strDim>
<cx:numDim type="val"><cx:lvl><cx:pt idx="0">5</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData>
<cx:chart><cx:title><cx:tx><cx:txData><cx:v>发放情况</cx:v></cx:txData></cx:tx></cx:title>
</cx:chart></cx:chartSpace>"""
DIAGRAM = f"""<dgm:dataModel xmlns:dgm="{OFFICE}/drawingml/2006/diagram" {A}><dgm:ptLst>
<dgm:pt modelId="发"><dgm:t><a:p><a:r><a:t>总工</a:t></a:r>
<a:br/><a:r><a:t>会</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"""
DRAWN = f"""<dsp:drawing xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" {A}>
<dsp:txBody><a:p><a:r><a:t>总工会</a:t></a:r></a:p></dsp:txBody></dsp:drawing>"""
PARTS = {
    "charts/chart1": (f"{RELATION}/chart", CHART),
    "charts/chartEx1": (
        f"{MICROSOFT}/2014/relationships/chartEx",
        NEW_CHART,
    ),
    "diagrams/data1": (f"{RELATION}/diagramData", DIAGRAM),
    "diagrams/drawing1": (
        f"{MICROSOFT}/2007/relationships/diagramDrawing",
        DRAWN,
    ),
}


@pytest.fixture
def drawings() -> bytes:
    document = docx.Document()
    document.add_paragraph("发展")
    for name, (relation, xml) in PARTS.items():
        content = Part(PackURI(f"/word/{name}.xml"), "application/xml", xml.encode())
        document.part.relate_to(content, relation)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(f"word/{name}.xml").decode()


def words(xml: str) -> list[str]:
    root = etree.fromstring(xml.encode())
    return [text.strip() for text in map(str, root.itertext()) if text.strip()]


def test_titles_series_and_categories_of_a_chart_are_converted(drawings: bytes) -> None:
    xml = part(convert_word("甲.docx", drawings, Conversion("tw")), "charts/chart1")
    kept = ["表!$B$1", "表!$A$2", "表!$B$2", '0"干"', "12"]
    assert words(xml) == [
        *("不斷", "發展", kept[0], "會員發展", kept[1], "後勤", *kept[2:], "幹部"),
    ]


def test_newer_charts_are_converted(drawings: bytes) -> None:
    xml = part(convert_word("甲.docx", drawings, Conversion("tw")), "charts/chartEx1")
    assert words(xml) == ["表!$A", "發放", "5", "發放情況"]


def test_a_diagram_is_converted_in_its_data_and_as_it_is_drawn(drawings: bytes) -> None:
    data = convert_word("甲.docx", drawings, Conversion("tw"))
    assert words(part(data, "diagrams/data1")) == ["總工", "會"]
    assert words(part(data, "diagrams/drawing1")) == ["總工會"]
    assert 'modelId="发"' in part(data, "diagrams/data1")
    # Texts of drawings may have no attributes.
    assert "space=" not in part(data, "diagrams/drawing1")


def test_language_and_fonts_of_drawings_become_those_of_the_region(drawings: bytes) -> None:
    xml = part(convert_word("甲.docx", drawings, Conversion("tw")), "charts/chart1")
    assert '<c:lang val="zh-TW"/>' in xml
    assert '<a:rPr lang="zh-TW"><a:ea typeface="微軟正黑體"/>' in xml


def test_the_words_of_drawings_are_read_too(drawings: bytes) -> None:
    text = text_of("甲.docx", drawings)
    assert {"不断发展", "会员发展", "后勤", "干部", "发放情况"} <= set(text.split("\n"))
    assert "总工\n会" in text
    assert "12" not in text


def test_drawings_come_back_as_they_were(drawings: bytes) -> None:
    there = convert_word("甲.docx", drawings, Conversion("tw"))
    back = convert_word("甲.docx", there, Conversion("cn"))
    for name in PARTS:
        assert words(part(back, name)) == words(part(drawings, name))
