"""One fault at a time in a document that is right otherwise: exactly that fault is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from planforge.check import check
from planforge.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.check import Finding

    Codes = Callable[..., list[str]]
    Found = Callable[..., dict[str, Finding]]

BODY = "团结动员职工建功立业，全年举办技能比武不少于4场。"


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("各級工會要抓好落实。", "PG043", "traditional characters: 級會"),
        ("开展“安康杯”竞赛，落实「两个普遍」。", "PG045", "quotation marks 「 instead of “ ”"),
        ('开展"安康杯"竞赛。', "PG045", 'quotation marks " instead of “ ”'),
        ("抓好落实,做好服务。", "PG046", "a half-width mark in Chinese text: ,"),
        ("抓好落实(含女工工作)。", "PG046", "half-width brackets in Chinese text: ("),
        ("抓好落实。。", "PG046", "marks that do not go together: 。。"),
        ("慰问、培训、讲座……等活动。", "PG046", "marks that do not go together: ……等"),
        ("开展“安康杯竞赛。", "PG046", "“ and ” do not pair"),
        ("入会率达到９５%。", "PG047", "full-width digits: ９５"),
        (
            "入会率63～68%。",
            "PG047",
            "the first figure of a range has lost its percent sign: 63～68%",
        ),
        ("完成27年度任务。", "PG047", "a year without its century: 27年"),
        ("于二〇二七年1月开始。", "PG047", "a date in two kinds of figures: 二〇二七年1月"),
        ("于2027年01月开始。", "PG047", "a zero in front of month or day: 2027年01月"),
    ],
)
def test_words_and_marks_are_checked(
    word: Any, found: Found, text: str, code: str, message: str
) -> None:
    word.title()
    word.paragraph(text)
    assert {key: one.message for key, one in found(word).items()} == {code: message}


@pytest.mark.parametrize(
    "text",
    [
        "入会率达到63%～68%，投入3.5万元，人均1,200元。",
        "2026—2027年开展“安康杯”竞赛，落实《工会法》《劳动法》……",
        "工会主席王珺、黄喆、李堃参加，电话010-12345678，网址 http://a.b/c?d=e。",
        "分三步：1）宣传；2）培训；（3）考核。",
        "乾坤湾工会参加Python（3.11）培训，时间8:30。",
    ],
)
def test_words_that_are_right_are_left_alone(word: Any, codes: Codes, text: str) -> None:
    word.title()
    word.paragraph(text)
    assert codes(word) == []


@pytest.mark.parametrize(
    ("look", "code", "message"),
    [
        ({"font": "宋体"}, "PG007", "the font is 宋体, not 仿宋_GB2312"),
        ({"size": 28}, "PG007", "the letters are 14 pt, not 16 pt"),
        (
            {"squeeze": 0},
            "PG007",
            "the characters are not moved together, so a row has fewer than 28",
        ),
        ({"widow": 1}, "PG055", "widow control leaves rows empty at the foot of a page"),
        ({"colour": "FF0000"}, "PG058", "the letters are red"),
        (
            {"indent": {"firstLineChars": 200, "left": 630}},
            "PG009",
            "the rows after the first are indented by 2 characters",
        ),
    ],
)
def test_the_looks_of_the_text_are_checked(
    word: Any, found: Found, look: dict[str, Any], code: str, message: str
) -> None:
    word.title()
    word.paragraph(BODY, **look)
    assert {key: one.message for key, one in found(word).items()} == {code: message}


@pytest.mark.parametrize("font", ["仿宋", "仿宋_GB2312", "方正仿宋_GBK", "华文仿宋", "FangSong"])
def test_every_font_of_the_kind_is_right(word: Any, codes: Codes, font: str) -> None:
    word.title()
    word.paragraph(BODY, font=font)
    assert codes(word) == []


@pytest.mark.parametrize(
    ("look", "message"),
    [
        ({"font": "黑体"}, "the title is in 黑体, not in 方正小标宋简体"),
        ({"bold": True}, "the title is bold"),
        ({"colour": "FF0000"}, "the title is not black"),
        ({"jc": "left"}, "the title is not centred"),
        (
            {"off_grid": False},
            "the title stands on the document grid, so its rows take two rows each",
        ),
    ],
)
def test_the_looks_of_the_title_are_checked(
    word: Any, found: Found, look: dict[str, Any], message: str
) -> None:
    word.title(style="Title", **{"colour": "000000", **look})
    word.paragraph(BODY)
    assert found(word)["PG011"].message == message


def test_a_mark_at_the_end_of_the_title_is_found(word: Any, codes: Codes) -> None:
    word.document.core_properties.title = "工作计划。"
    word.title("工作计划。", style="Title")
    word.paragraph(BODY)
    assert "PG013" in codes(word)


@pytest.mark.parametrize(
    ("look", "message"),
    [
        ({"font": "仿宋"}, "a heading of level 1 is in 仿宋, not in 黑体"),
        ({"bold": True}, "a heading of level 1 is bold"),
        ({"outline": None}, "a heading of level 1 is plain text for Word"),
        ({"outline": 2}, "a heading of level 1 has outline level 3"),
    ],
)
def test_the_looks_of_headings_are_checked(
    word: Any, found: Found, look: dict[str, Any], message: str
) -> None:
    word.title()
    right = {"font": "黑体", "outline": 0}
    word.paragraph("一、工作目标", **{**right, **look})
    word.paragraph(BODY)
    assert {code: one.message for code, one in found(word).items()} == {"PG015": message}


@pytest.mark.parametrize(
    ("numbers", "code", "message"),
    [
        (("一、", "三、"), "PG017", "三、 stands where 二、 is due"),
        (("一、", "一、"), "PG017", "一、 stands where 二、 is due"),
        (("二、",), "PG017", "二、 stands where 一、 is due"),
        (("一.",), "PG018", "the number is written 一., not 一、"),
    ],
)
def test_typed_numbers_are_checked(
    word: Any, found: Found, numbers: tuple[str, ...], code: str, message: str
) -> None:
    word.title()
    for number in numbers:
        word.heading(f"{number}工作目标")
        word.paragraph(BODY)
    assert {key: one.message for key, one in found(word).items()} == {code: message}


def test_brackets_with_a_mark_behind_them_are_found(word: Any, found: Found) -> None:
    word.title()
    word.heading("一、工作目标")
    word.heading("（一）、服务职工", 2)
    word.paragraph(BODY)
    assert found(word)["PG018"].message == "the number is written （一）、, not （一）"


def test_a_level_that_is_left_out_is_a_warning(word: Any, found: Found) -> None:
    word.title()
    word.heading("一、工作目标")
    word.heading("1.服务职工", 3)
    word.paragraph(BODY)
    finding = found(word)["PG017"]
    assert finding.severity is Severity.WARNING
    assert finding.message == "level 3 follows level 1; the levels between are left out"


def test_a_text_block_of_another_size_is_found_where_every_margin_is_tolerable(
    word: Any, found: Found
) -> None:
    word.margins(38, 36, 28, 26)
    word.whole()
    assert {code: one.message for code, one in found(word).items()} == {
        "PG004": "the text block is 156 × 223 mm, not 156 × 225 mm"
    }


def test_letter_paper_and_a_sheet_on_its_side_that_does_not_say_so_are_found(
    word: Any, found: Found
) -> None:
    section = word.document.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    word.whole()
    assert found(word)["PG001"].message.startswith("the sheet lies on its side")
    section.orientation = WD_ORIENT.LANDSCAPE
    assert "PG001" not in found(word)


def test_page_numbers_that_begin_again_are_found(word: Any, found: Found) -> None:
    word.whole()
    section = word.document.add_section()
    start = section._sectPr.makeelement(qn("w:pgNumType"), {qn("w:start"): "1"})
    section._sectPr.find(qn("w:cols")).addprevious(start)
    word.paragraph(BODY)
    assert {code: one.message for code, one in found(word).items()} == {
        "PG025": "the page numbers begin at 1 again"
    }


@pytest.mark.parametrize(
    ("text", "look", "message"),
    [
        ("各基层工会:", {}, "the addressees do not end with a full-width colon"),
        ("各基层工会：", {"indent": {"firstLineChars": 200}}, "the addressees are moved in"),
        ("各基层工会：", {"before": 1158}, "there are 3 empty rows above the addressees, not 1"),
    ],
)
def test_addressees_are_checked(
    word: Any, found: Found, text: str, look: dict[str, Any], message: str
) -> None:
    word.title()
    word.paragraph(text, **{"indent": {}, **look})
    word.paragraph(BODY)
    assert found(word)["PG037"].message == message


@pytest.mark.parametrize(
    ("body", "date", "code"),
    [
        ("青禾县总工会", "2027年01月5日", "PG041"),
        ("青禾县总工会", "二〇二七年一月五日", "PG041"),
        ("青禾县总工会", "2027年2月30日", "PG041"),
        ("青禾县总工会", "2019年1月5日", "PG041"),
        ("青禾县总工会办公室", "2027年1月5日", "PG040"),
    ],
)
def test_the_signature_is_checked(word: Any, codes: Codes, body: str, date: str, code: str) -> None:
    word.title()
    word.paragraph(BODY)
    word.sign(body, date)
    assert code in codes(word)


def test_a_signature_with_room_for_a_seal_is_right(word: Any, codes: Codes) -> None:
    word.title()
    word.paragraph(BODY)
    word.paragraph("青禾县总工会", jc="right", indent={"rightChars": 400, "right": 1260})
    word.paragraph("2027年1月5日", jc="right", indent={"rightChars": 400, "right": 1260})
    assert codes(word) == []


def attachment(word: Any, note: str, label: str, title: str, *, new_page: bool = True) -> None:
    word.title()
    word.paragraph(BODY)
    hanging = {"leftChars": 500, "left": 1575, "hangingChars": 300, "hanging": 945}
    word.paragraph(note, indent=hanging)
    word.sign()
    head = word.paragraph(label, font="黑体", indent={}, jc="left")
    head.paragraph_format.page_break_before = new_page
    word.title(title, before=579)
    word.paragraph(BODY)


def test_an_attachment_as_announced_is_right(word: Any, codes: Codes) -> None:
    attachment(word, "附件：任务分工表", "附件", "任务分工表")
    assert codes(word) == []


@pytest.mark.parametrize(
    ("texts", "code", "message"),
    [
        (
            ("附件：任务分工表。", "附件", "任务分工表。"),
            "PG038",
            "a mark stands behind the title of an attachment",
        ),
        (
            ("附件：1.任务分工表", "附件", "任务分工表"),
            "PG038",
            "the only attachment has a number",
        ),
        (
            ("附件：任务分工表", "附件1", "任务分工表"),
            "PG039",
            "the attachment is labelled 附件1, not 附件",
        ),
        (
            ("附件：任务分工表", "附件", "任务分工"),
            "PG039",
            "the attachment is called 任务分工, in the note it is 任务分工表",
        ),
    ],
)
def test_attachments_are_checked(
    word: Any, found: Found, texts: tuple[str, str, str], code: str, message: str
) -> None:
    attachment(word, *texts)
    assert found(word)[code].message == message


NOTE = ("附件：1.甲表", "2.乙表", "3.丙表")
"""Three attachments; those of a document need not all be printed with it."""


def attachments(word: Any, *shown: tuple[str, str]) -> None:
    """A text that announces `NOTE`, and labels and titles on pages of their own."""
    word.title()
    word.paragraph(BODY)
    for place, line in enumerate(NOTE):
        left, hanging = (5, 3) if place == 0 else (6, 1)
        left_hanging = {"leftChars": left * 100, "left": left * 315}
        word.paragraph(
            line, indent={**left_hanging, "hangingChars": hanging * 100, "hanging": hanging * 315}
        )
    word.sign()
    for label, title in shown:
        head = word.paragraph(label, font="黑体", indent={}, jc="left")
        head.paragraph_format.page_break_before = True
        word.title(title, before=579)
        word.paragraph(BODY)


@pytest.mark.parametrize(
    ("shown", "messages"),
    [
        ([("附件2", "乙表")], []),
        ([("附件1", "甲表"), ("附件3", "丙表")], []),
        ([("附件2", "丙表")], ["the attachment is called 丙表, in the note it is 乙表"]),
        (
            [("附件2", "甲表"), ("附件2", "乙表"), ("附件3", "丙表")],
            ["the attachment is labelled 附件2, not 附件1"],
        ),
        ([("附件4", "甲表")], ["the attachment is labelled 附件4, not 附件1"]),
    ],
)
def test_an_attachment_has_the_number_and_title_that_the_note_gives_it(
    word: Any, shown: list[tuple[str, str]], messages: list[str]
) -> None:
    attachments(word, *shown)
    found = check("计划.docx", word.data(), "gb").findings
    assert [one.message for one in found if one.code == "PG039"] == messages


def test_an_attachment_on_the_page_of_the_text_is_found(word: Any, found: Found) -> None:
    attachment(word, "附件：任务分工表", "附件", "任务分工表", new_page=False)
    assert found(word)["PG039"].message == ("the attachment does not begin on a page of its own")


def test_the_title_of_an_attachment_looks_like_that_of_the_text(word: Any, found: Found) -> None:
    attachment(word, "附件：任务分工表", "附件", "任务分工表")
    title = word.document.paragraphs[-2]
    title.runs[0]._r.rPr.find(qn("w:sz")).set(qn("w:val"), "32")
    assert {code: one.message for code, one in found(word).items()} == {
        "PG039": "the title is 16 pt, not 22 pt"
    }


def test_a_red_head_without_a_number_is_a_warning_and_with_one_it_is_right(
    word: Any, found: Found, codes: Codes
) -> None:
    head = word.paragraph("青禾县总工会文件", "方正小标宋简体", 72, colour="FF0000", jc="center")
    number = word.paragraph("", jc="center", indent={})
    word.title(style="Title", colour="000000")
    word.paragraph(BODY)
    assert found(word)["PG058"].severity is Severity.WARNING
    word.run(number, "青工发〔2027〕3号", "仿宋", 32)
    assert "PG058" not in codes(word)
    assert head.text == "青禾县总工会文件"


def test_elements_in_the_wrong_order_are_found(word: Any, found: Found) -> None:
    word.title()
    properties = word.paragraph(BODY)._p.pPr
    properties.append(properties.find(qn("w:spacing")))
    assert found(word)["PG053"].message == "in pPr, spacing stands behind ind (1 times)"


def test_marks_in_another_latin_font_are_found_unless_word_is_told(word: Any, codes: Codes) -> None:
    word.title()
    paragraph = word.paragraph("开展“安康杯”竞赛。")
    fonts = paragraph.runs[0]._r.rPr.rFonts
    fonts.set(qn("w:ascii"), "Times New Roman")
    assert codes(word) == ["PG020"]
    fonts.set(qn("w:hint"), "eastAsia")
    assert codes(word) == []


def test_hanging_marks_and_white_before_digits_are_found(word: Any, found: Found) -> None:
    word.title()
    properties = word.paragraph(BODY)._p.pPr
    properties.remove(properties.find(qn("w:autoSpaceDN")))
    finding = found(word)["PG054"]
    assert finding.message == "white is put between Chinese and digits"


def test_a_typed_table_of_contents_is_noted(word: Any, found: Found) -> None:
    word.title()
    word.document.styles.add_style("toc 1", 1)
    word.paragraph("一、工作目标\t1", style="toc 1")
    word.paragraph(BODY)
    assert found(word)["PG057"].severity is Severity.INFO


def test_a_wide_table_on_an_upright_page_is_found(word: Any, found: Found) -> None:
    word.title()
    word.paragraph(BODY)
    word.document.add_table(2, 8)
    assert found(word)["PG049"].message == "a table of 8 columns stands on an upright page"


def test_document_properties_of_nobody_are_found(word: Any, found: Found) -> None:
    word.document.core_properties.author = "python-docx"
    word.whole()
    assert {code: one.found for code, one in found(word).items()} == {"PG052": "python-docx"}


def test_automatic_numbers_of_another_form_are_found(word: Any, found: Found) -> None:
    word.title()
    numbering = word.document.part.numbering_part.element
    abstract = numbering.find(qn("w:abstractNum"))
    abstract.find(qn("w:lvl")).find(qn("w:numFmt")).set(qn("w:val"), "chineseCountingThousand")
    abstract.find(qn("w:lvl")).find(qn("w:lvlText")).set(qn("w:val"), "%1.")
    instance = next(
        num.get(qn("w:numId"))
        for num in numbering.findall(qn("w:num"))
        if num.find(qn("w:abstractNumId")).get(qn("w:val")) == abstract.get(qn("w:abstractNumId"))
    )
    listed = word.heading("工作目标")._p.pPr.get_or_add_numPr()
    listed.get_or_add_ilvl().val = 0
    listed.get_or_add_numId().val = int(instance)
    word.paragraph(BODY)
    assert found(word)["PG016"].message == (
        "level 1 is numbered #. (chineseCountingThousand), not #、 (chineseCountingThousand)"
    )


def test_the_head_and_the_imprint_of_an_issued_document_are_not_its_text(
    word: Any, codes: Codes
) -> None:
    red = {"colour": "FF0000", "jc": "center", "indent": {}, "pitch": 960}
    word.paragraph("青禾县总工会文件", "方正小标宋简体", 72, **red)
    word.paragraph("青工发〔2027〕3号", jc="center", indent={})
    word.title("关于印发《青禾县总工会2027年工作计划》的通知")
    word.paragraph(BODY)
    word.sign()
    imprint = word.document.add_table(2, 2)
    imprint.cell(0, 0).text = "抄送：青禾县委办公室。"
    imprint.cell(1, 0).text = "青禾县总工会办公室"
    imprint.cell(1, 1).text = "2027年1月8日印发"
    assert codes(word) == ["PG019", "PG051"]  # python-docx sets no font and no language in cells
