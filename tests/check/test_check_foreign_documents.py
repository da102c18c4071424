"""Documents of other tools: what is wrong is found, what is right is not."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from planforge import language
from planforge.check import check
from planforge.check.report import lines
from planforge.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.check import Finding

    Codes = Callable[..., list[str]]
    Found = Callable[..., dict[str, Finding]]

BODY = "团结动员职工建功立业，全年举办技能比武不少于4场。"
TITLE = "青禾县总工会2027年工作计划"


def saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_document_that_is_right_by_direct_formatting_has_no_findings(
    word: Any, codes: Codes
) -> None:
    assert codes(word.whole()) == []


def test_the_default_template_of_python_docx_is_wrong_in_all_it_brings(codes: Codes) -> None:
    document = Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(BODY)
    document.add_heading("一、工作目标", 1)
    document.add_paragraph(BODY)
    assert codes(saved(document)) == [
        "PG001",  # Letter
        "PG002",
        "PG005",
        "PG006",
        "PG007",
        "PG009",
        "PG011",
        "PG015",
        "PG019",  # fonts of the theme
        "PG021",
        "PG051",  # en-US, and ja-JP in the theme
        "PG052",  # "python-docx" is the author
        "PG054",
        "PG055",
    ]


def test_rows_of_28_points_are_a_warning_that_tells_what_stays_empty(
    word: Any, codes: Codes, found: Found
) -> None:
    word.pitch = 560
    word.whole()
    assert codes(word) == ["PG006"]
    finding = found(word)["PG006"]
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "row pitch 28 pt: 22 rows do not fill the text block, 7.7 mm stay empty"
    )
    assert (finding.found, finding.wanted) == ("28 pt", "28.95 pt")
    assert (finding.clause, finding.strength) == ("GB/T 9704-2012 5.2.3", "推荐")
    assert len(finding.places) == 9


@pytest.mark.parametrize(("pitch", "points"), [(580, "29"), (600, "30")])
def test_rows_of_29_points_and_more_are_an_error_because_21_fit(
    word: Any, found: Found, codes: Codes, pitch: int, points: str
) -> None:
    word.pitch = pitch
    word.whole()
    assert codes(word) == ["PG006"]
    finding = found(word)["PG006"]
    assert finding.severity is Severity.ERROR
    assert finding.message == f"row pitch {points} pt: 21 rows fit on a page, not 22"
    assert (finding.clause, finding.strength) == ("GB/T 9704-2012 5.2.3", "规定")


def test_rows_that_are_not_exact_are_found_unless_the_grid_carries_them(
    word: Any, codes: Codes
) -> None:
    word.title()
    word.paragraph(BODY, pitch=240, rule="auto")
    assert codes(word) == []
    word.paragraph(BODY, pitch=360, rule="auto")
    assert codes(word) == ["PG006"]


def test_blanks_in_the_place_of_indents_are_found_once_and_not_as_a_missing_indent(
    word: Any, codes: Codes, found: Found
) -> None:
    word.title()
    word.paragraph(f"　　{BODY}", indent={})
    assert codes(word) == ["PG010"]
    assert found(word)["PG010"].severity is Severity.WARNING
    assert found(word)["PG010"].places[0].paragraph == 2


def test_a_missing_indent_is_found_with_the_figure_that_is_wanted(word: Any, found: Found) -> None:
    word.title()
    word.paragraph(BODY, indent={})
    finding = found(word)["PG009"]
    assert finding.message == "the first row is indented by 0 characters, not 2"
    assert finding.hint == "Paragraph, Special: first line, 2 characters"


@pytest.mark.parametrize("twips", [630, 640])
def test_an_indent_in_twips_of_two_characters_is_right(word: Any, codes: Codes, twips: int) -> None:
    word.title()
    word.paragraph(BODY, indent={"firstLine": twips})
    assert codes(word) == []


def test_a_typed_number_behind_an_automatic_one_is_found(word: Any, found: Found) -> None:
    word.title()
    numbering = word.document.part.numbering_part.element
    abstract = numbering.find(qn("w:abstractNum"))
    level = abstract.find(qn("w:lvl"))
    level.find(qn("w:numFmt")).set(qn("w:val"), "chineseCountingThousand")
    level.find(qn("w:lvlText")).set(qn("w:val"), "%1、")
    identity = next(
        num.get(qn("w:numId"))
        for num in numbering.findall(qn("w:num"))
        if num.find(qn("w:abstractNumId")).get(qn("w:val")) == abstract.get(qn("w:abstractNumId"))
    )
    for text in ("一、工作目标", "重点工作"):
        heading = word.heading(text)
        properties = heading._p.pPr
        listed = properties.get_or_add_numPr()
        listed.get_or_add_ilvl().val = 0
        listed.get_or_add_numId().val = int(identity)
        word.paragraph(BODY)
    finding = found(word)["PG017"]
    assert finding.message == "there are two numbers: 一、 from the list and 一、 as text"
    assert [place.paragraph for place in finding.places] == [2]


def test_what_is_right_by_styles_three_levels_deep_is_right(word: Any, codes: Codes) -> None:
    styles = word.document.styles
    for name, base in (("甲", "Normal"), ("乙", "甲"), ("丙", "乙")):
        styles.add_style(name, 1).base_style = styles[base]
    model = word.paragraph(BODY)
    run_properties = model.runs[0]._r.rPr
    paragraph_properties = model._p.pPr
    lowest = styles["甲"].element
    lowest.append(paragraph_properties)
    lowest.append(run_properties)
    word.document.element.body.remove(model._p)
    word.title()
    word.document.add_paragraph(BODY, style="丙")
    assert codes(word) == []


def test_the_margins_of_9704_with_the_rows_of_33476_are_a_mixture(
    word: Any, codes: Codes, found: Found
) -> None:
    word.pitch = 589
    word.grid(type="lines", linePitch=589)
    word.whole()
    assert codes(word) == ["PG005", "PG006"]
    assert found(word)["PG006"].severity is Severity.ERROR
    assert found(word)["PG006"].message == (
        "row pitch 29.45 pt belongs to the margins of gb-33476; with these 21 rows fit"
    )


@pytest.mark.parametrize("pitch", [589, 592])
def test_the_margins_and_rows_of_33476_together_are_right(
    word: Any, codes: Codes, pitch: int
) -> None:
    word.margins(34.58, 32.58, 28, 26)
    word.pitch = pitch
    word.grid(type="lines", linePitch=pitch)
    assert codes(word.whole()) == []


def test_more_rows_than_wanted_are_told_as_what_they_are(word: Any, found: Found) -> None:
    word.pitch = 540
    word.whole()
    language.choose("zh-Hans")
    try:
        told = found(word)["PG006"].message
    finally:
        language.choose("en")
    assert told == "行距 27 磅：一页排得下 23 行，应为 22 行"


def test_the_margins_of_33476_with_the_rows_of_9704_are_a_mixture(word: Any, found: Found) -> None:
    word.margins(34.6, 32.6, 28, 26)
    word.whole()
    assert found(word)["PG006"].message == (
        "row pitch 28.95 pt belongs to the margins of gb; with these 5.2 mm stay empty"
    )


def test_a_second_section_with_the_margins_of_the_other_coordinate_is_a_mixture(
    word: Any, codes: Codes, found: Found
) -> None:
    word.whole()
    word.document.add_section()
    word.margins(34.58, 32.58, 28, 26)
    word.paragraph(BODY)
    assert codes(word) == ["PG002"]
    assert "34.6/32.6/28/26 mm" in found(word)["PG002"].message
    told = [one for one in check("计划.docx", word.data(), "gb").findings if one.code == "PG002"]
    assert [one.hint for one in told] == [
        "this section has the margins of gb-33476, the document those of gb"
    ]


def test_fonts_of_the_theme_are_found_with_what_they_stand_for(word: Any, found: Found) -> None:
    word.title()
    paragraph = word.paragraph(BODY, font="")
    fonts = paragraph.runs[0]._r.get_or_add_rPr()
    fonts.insert(0, fonts.makeelement(qn("w:rFonts"), {qn("w:eastAsiaTheme"): "minorEastAsia"}))
    findings = found(word)
    assert sorted(findings) == ["PG007", "PG019"]
    assert findings["PG019"].message == "the font is taken from the theme (minorEastAsia: 宋体)"
    assert findings["PG007"].message == "the font is 宋体, not 仿宋_GB2312"


def test_text_marked_as_japanese_is_found(word: Any, found: Found) -> None:
    word.title()
    word.paragraph(BODY, language="ja-JP")
    assert {code: one.message for code, one in found(word).items()} == {
        "PG051": "the text is marked as ja-JP, not zh-CN"
    }


def test_fonts_of_the_theme_chosen_for_japanese_are_found(word: Any, found: Found) -> None:
    word.setting("themeFontLang", val="en-US", eastAsia="ja-JP")
    word.whole()
    assert {code: one.message for code, one in found(word).items()} == {
        "PG051": "the fonts of the theme are chosen for ja-JP, not zh-CN"
    }


def test_one_footer_for_all_pages_is_found(word: Any, found: Found) -> None:
    word.document.settings.odd_and_even_pages_header_footer = False
    word.whole()
    assert {code: one.message for code, one in found(word).items()} == {
        "PG021": "odd and even pages have the same footer"
    }


def test_even_pages_without_a_number_are_found(word: Any, found: Found) -> None:
    word.document.sections[0].even_page_footer.is_linked_to_previous = True
    word.whole()
    assert {code: one.message for code, one in found(word).items()} == {
        "PG021": "even pages have no page number"
    }


def test_a_page_number_in_small_letters_without_dashes_in_the_middle_is_found(
    word: Any, codes: Codes
) -> None:
    footer = word.document.sections[0].footer
    for old in list(footer.paragraphs[0]._p)[1:]:
        footer.paragraphs[0]._p.remove(old)
    word.footer(footer, "center", size=18, pattern="")
    word.whole()
    assert codes(word) == ["PG022"]


def table(word: Any, *, head: bool, whole: bool, described: bool) -> None:
    made = word.document.add_table(3, 2)
    for number, row in enumerate(made.rows):
        properties = row._tr.get_or_add_trPr()
        if whole:
            properties.append(properties.makeelement(qn("w:cantSplit"), {}))
        if head and number == 0:
            properties.append(properties.makeelement(qn("w:tblHeader"), {}))
        for cell in row.cells:
            paragraph = cell.paragraphs[0]
            snap = paragraph._p.get_or_add_pPr()
            snap.append(snap.makeelement(qn("w:snapToGrid"), {qn("w:val"): "0"}))
            word.run(paragraph, "内容", "仿宋", 24, squeeze=0)
    if described:
        properties = made._tbl.tblPr
        properties.append(properties.makeelement(qn("w:tblCaption"), {qn("w:val"): "任务分工"}))


def test_a_table_whose_head_is_not_repeated_is_found(word: Any, found: Found) -> None:
    word.title()
    word.paragraph(BODY)
    table(word, head=False, whole=True, described=True)
    findings = found(word)
    assert list(findings) == ["PG048"]
    assert findings["PG048"].message == ("the first row of the table is not repeated on every page")


def test_a_table_that_is_right_has_no_findings(word: Any, codes: Codes) -> None:
    word.title()
    word.paragraph(BODY)
    table(word, head=True, whole=True, described=True)
    assert codes(word) == []


def test_rows_that_break_and_a_missing_description_are_found(word: Any, codes: Codes) -> None:
    word.title()
    word.paragraph(BODY)
    table(word, head=True, whole=False, described=False)
    assert codes(word) == ["PG048", "PG062"]


def test_a_finding_is_told_with_place_clause_and_hint(word: Any, found: Found) -> None:
    word.pitch = 600
    word.whole()
    assert list(lines("计划.docx", found(word)["PG006"])) == [
        "计划.docx: PG006 row pitch 30 pt: 21 rows fit on a page, not 22",
        "    paragraph 2: “各基层工会：”",
        "    paragraph 3: “团结动员职工建功立业，全年举办技能比武不少于4场…”",
        "    paragraph 4: “一、工作目标”",
        "    and 6 more places",
        "  error, required by GB/T 9704-2012 5.2.3",
        "  hint: Paragraph, Line spacing: exactly 28.95 pt",
    ]
