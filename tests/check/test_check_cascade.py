"""What a paragraph and a run really look like, after everything that has a say."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml.ns import qn
from lxml import etree

from planforge.ooxml.cascade import Cascade, TableLook
from planforge.ooxml.lists import Lists
from planforge.ooxml.package import W
from planforge.ooxml.properties import child
from planforge.ooxml.style_sheet import StyleSheet
from planforge.ooxml.theme import theme_fonts

PLAIN = TableLook()
THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>
<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/>
<a:font script="Hans" typeface="黑体"/><a:font script="Hant" typeface="微軟正黑體"/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="仿宋"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""


def part(inner: str, name: str = "styles") -> Any:
    return etree.fromstring(f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>')


def cascade(styles: str, numbering: str = "", language: str = "zh-CN") -> Cascade:
    theme = theme_fonts(etree.fromstring(THEME), language)
    lists = Lists(part(numbering, "numbering"), theme)
    return Cascade(StyleSheet(part(styles), theme), lists, theme)


def style(name: str, *, based: str = "", p: str = "", r: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{p}</w:pPr><w:rPr>{r}</w:rPr></w:style>"
    )


def paragraph(made: Cascade, inner: str, look: TableLook = PLAIN) -> dict[str, str]:
    return made.paragraph(made.direct(part(inner, "pPr")), look)[0]


def run(made: Cascade, inner: str, style: str = "", look: TableLook = PLAIN) -> dict[str, str]:
    return made.run(made.direct(part(inner, "rPr")), style, look)


DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)


def test_defaults_lie_under_styles_and_styles_under_the_paragraph() -> None:
    made = cascade(
        DEFAULTS
        + style("A", p='<w:spacing w:line="579" w:lineRule="exact"/>')
        + style("B", based="A", p='<w:jc w:val="both"/>')
    )
    assert paragraph(made, '<w:pStyle w:val="B"/><w:spacing w:before="10"/>') == {
        "pStyle": "B",
        "spacing.after": "200",
        "spacing.line": "579",
        "spacing.lineRule": "exact",
        "spacing.before": "10",
        "jc": "both",
    }


def test_a_style_that_does_not_exist_is_the_default_style() -> None:
    normal = style("Normal", p='<w:jc w:val="both"/>').replace(
        "<w:style ", '<w:style w:default="1" '
    )
    assert paragraph(cascade(normal), '<w:pStyle w:val="Lost"/>')["jc"] == "both"


def test_a_hanging_indent_takes_back_the_first_line_of_the_style() -> None:
    made = cascade(style("A", p='<w:ind w:firstLineChars="200" w:firstLine="630"/>'))
    found = paragraph(made, '<w:pStyle w:val="A"/><w:ind w:hanging="420"/>')
    assert {key: found[key] for key in found if key.startswith("ind")} == {"ind.hanging": "420"}


def test_zero_twips_do_not_take_back_characters_of_the_style() -> None:
    made = cascade(style("A", p='<w:ind w:firstLineChars="200" w:firstLine="630"/>'))
    found = paragraph(made, '<w:pStyle w:val="A"/><w:ind w:firstLine="0"/>')
    assert found["ind.firstLineChars"] == "200"


LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCountingThousand"/>{style}<w:lvlText w:val="%1、"/>'
    '<w:pPr><w:ind w:left="420"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1-%2."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_a_list_in_the_paragraph_lies_over_the_indents_of_its_style() -> None:
    made = cascade(style("A", p='<w:ind w:left="840"/>'), LIST.format(style=""))
    assert paragraph(made, f'<w:pStyle w:val="A"/>{IN_LIST}')["ind.left"] == "420"


def test_a_list_in_the_style_lies_under_the_indents_of_that_style() -> None:
    made = cascade(
        style("A", p='<w:ind w:left="100"/>')
        + style("B", based="A", p=f'{IN_LIST}<w:ind w:left="840"/>')
        + style("C", based="A", p=IN_LIST),
        LIST.format(style=""),
    )
    assert paragraph(made, '<w:pStyle w:val="B"/>')["ind.left"] == "840"
    assert paragraph(made, '<w:pStyle w:val="C"/>')["ind.left"] == "420"


def test_a_paragraph_can_leave_the_list_of_its_style_and_its_indents() -> None:
    made = cascade(style("A", p=IN_LIST), LIST.format(style=""))
    out = '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    properties, numbered = made.paragraph(made.direct(part(out, "pPr")), PLAIN)
    assert numbered is None
    assert "ind.left" not in properties


def test_numbers_are_those_that_word_prints() -> None:
    lists = cascade("", LIST.format(style="")).lists
    assert [lists.count("1", depth) for depth in (0, 0, 1, 1, 0, 1)] == [
        "一、",
        "二、",
        "2-1.".replace("2", "二", 1),
        "二-2.",
        "三、",
        "三-1.",
    ]
    assert [lists.count("2", 0), lists.count("2", 0)] == ["五、", "六、"]


@pytest.mark.parametrize(
    ("paragraph_style", "character_style", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="0"/>', False),
        ('<w:b w:val="false"/>', "", "", False),
    ],
)
def test_bold_styles_switch_each_other_and_the_run_decides(
    paragraph_style: str, character_style: str, direct: str, *, bold: bool
) -> None:
    made = cascade(style("P", r=paragraph_style) + style("C", r=character_style, kind="character"))
    found = run(made, f'<w:rStyle w:val="C"/>{direct}', "P")
    assert (found.get("b", "0") == "1") is bold


def test_bold_is_not_switched_within_one_chain_of_styles() -> None:
    made = cascade(style("A", r="<w:b/>") + style("B", based="A", r="<w:b/>"))
    assert run(made, "", "B")["b"] == "1"


def test_a_table_style_lies_under_the_style_of_the_paragraph() -> None:
    first = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:tblStylePr>'
    table = style("T", p='<w:jc w:val="center"/>', r='<w:sz w:val="24"/>', kind="table")
    made = cascade(
        DEFAULTS + table.replace("</w:style>", f"{first}</w:style>") + style("P", r="<w:i/>")
    )
    assert paragraph(made, "", TableLook("T"))["jc"] == "center"
    assert run(made, "", "P", TableLook("T"))["sz"] == "24"
    head = run(made, "", "P", TableLook("T", first=True))
    assert (head["sz"], head["b"], head["i"]) == ("40", "1", "1")


@pytest.mark.parametrize(
    ("reference", "language", "font"),
    [
        ("minorEastAsia", "zh-CN", "仿宋"),
        ("majorEastAsia", "zh-CN", "黑体"),
        ("majorEastAsia", "zh-HK", "微軟正黑體"),
        ("majorEastAsia", "ja-JP", ""),
        ("minorHAnsi", "zh-CN", "Calibri"),
    ],
)
def test_fonts_of_the_theme_depend_on_the_language(
    reference: str, language: str, font: str
) -> None:
    found = run(cascade("", "", language), f'<w:rFonts w:eastAsiaTheme="{reference}"/>')
    assert found["rFonts.eastAsia"] == font


def test_the_theme_wins_in_one_place_and_a_name_above_wins_over_it() -> None:
    both = '<w:rFonts w:eastAsia="楷体" w:eastAsiaTheme="minorEastAsia"/>'
    made = cascade(style("A", r=both))
    assert run(made, "", "A")["rFonts.eastAsia"] == "仿宋"
    found = run(made, '<w:rFonts w:eastAsia="黑体"/>', "A")
    assert (found["rFonts.eastAsia"], found["rFonts.eastAsia.theme"]) == ("黑体", "")


def test_a_colour_replaces_the_theme_colour_of_the_style() -> None:
    made = cascade(style("A", r='<w:color w:val="17365D" w:themeColor="text2"/>'))
    assert run(made, '<w:color w:val="000000"/>', "A") == {"color": "000000"}


def test_a_list_may_take_its_levels_from_a_numbering_style() -> None:
    numbering = LIST.format(style="") + (
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
    )
    linked = style("L", p='<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    made = cascade(linked, numbering)
    assert made.lists.count("9", 0) == "一、"


def test_an_element_may_be_missing_anywhere() -> None:
    assert child(None, "pPr", "jc") is None
    assert child(part("<w:a/>"), "a", "b") is None
    assert qn("w:a").endswith("}a")


@pytest.mark.parametrize("start", ["-1", "0", "99999999999999999999", "½", ""])
@pytest.mark.parametrize("kind", ["chineseCountingThousand", "ideographTraditional", "decimal"])
def test_a_list_may_begin_with_any_number(start: str, kind: str) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert cascade("", numbering).lists.count("1", 0).endswith("、")
