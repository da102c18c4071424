"""What of a paragraph is read and what is not: what Word shows decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planforge.readers import Dropped, Loss, reading

if TYPE_CHECKING:
    from planforge.readers import Line


def run(text: str, properties: str = "") -> str:
    looks = f"<w:rPr>{properties}</w:rPr>"
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(data: bytes) -> list[str]:
    return [line.text for line in reading("旧.docx", data).lines]


def dropped(data: bytes) -> list[Dropped]:
    return list(reading("旧.docx", data).dropped)


def only(raw: Any, inside: str) -> str:
    (text,) = texts(raw(f"<w:p>{inside}</w:p>"))
    return text


INSERTED = f'<w:ins w:id="1" w:author="某">{run("新增")}</w:ins>'
DELETED = (
    '<w:del w:id="2" w:author="某"><w:r><w:delText xml:space="preserve">删去'
    "</w:delText></w:r></w:del>"
)
MOVED = (
    f'<w:moveFrom w:id="3" w:author="某">{run("移动")}</w:moveFrom>',
    f'<w:moveTo w:id="4" w:author="某">{run("移动")}</w:moveTo>',
)


def test_inserted_text_is_kept_and_deleted_text_is_told(raw: Any) -> None:
    data = raw(f"<w:p>{run('加强')}{DELETED}{INSERTED}{run('会员服务')}</w:p>")
    assert texts(data) == ["加强新增会员服务"]
    assert dropped(data) == [Dropped(Loss.DELETED, 1)]
    assert str(dropped(data)[0]) == "passages that were deleted with changes tracked left out: 1"


def test_moved_text_stands_where_it_was_moved_to(raw: Any) -> None:
    data = raw(f"<w:p>{MOVED[0]}{run('甲')}</w:p><w:p>{run('乙')}{MOVED[1]}</w:p>")
    assert texts(data) == ["甲", "乙移动"]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(raw: Any) -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="某"/></w:rPr></w:pPr>'
    lines = reading(
        "旧.docx", raw(f"<w:p>{mark}{run('前半，')}</w:p><w:p>{run('后半。')}</w:p>")
    ).lines
    assert [(line.number, line.text) for line in lines] == [(2, "前半，后半。")]


def test_a_deleted_paragraph_counts_in_no_list(raw: Any) -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    gone = raw.listed("", 1).replace(
        "</w:pPr>", f'<w:rPr><w:del w:id="1" w:author="某"/></w:rPr></w:pPr>{DELETED}'
    )
    body = raw.listed("甲", 1) + gone + raw.listed("乙", 1)
    lines = reading("旧.docx", raw(body, numbering=numbering)).lines
    assert [(line.number, line.label, line.text) for line in lines] == [
        (1, "1.", "甲"),
        (3, "2.", "乙"),
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>", "A-B"),
        ("<w:r><w:t>重</w:t><w:softHyphen/><w:t>点</w:t></w:r>", "重点"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>完成</w:t></w:r>', "☑完成"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>90%</w:t></w:r>', "≥90%"),
        ('<w:r><w:sym w:font="Symbol" w:char="zz"/><w:t>甲</w:t></w:r>', "甲"),
        ('<w:hyperlink r:id="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink>', "链接"),
        ("<w:smartTag><w:smartTag><w:r><w:t>甲</w:t></w:r></w:smartTag></w:smartTag>", "甲"),
        ("<w:bdo><w:r><w:t>甲</w:t></w:r></w:bdo>", "甲"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:r><w:t> 甲 </w:t></w:r>", "甲"),
        ('<w:r><w:t xml:space="preserve">　甲 </w:t></w:r>', "　甲 "),
        ("<w:r><w:t>　甲\n乙</w:t></w:r>", "　甲 乙"),
    ],
)
def test_characters_are_those_that_word_shows(raw: Any, inside: str, text: str) -> None:
    assert only(raw, inside) == text


def test_of_a_word_with_its_reading_the_word_is_kept(raw: Any) -> None:
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('qīng')}</w:rt>"
        f"<w:rubyBase>{run('青')}</w:rubyBase></w:ruby></w:r>"
    )
    assert only(raw, ruby + run("禾县")) == "青禾县"


def field(instruction: str, *results: str) -> str:
    shown = "".join(results)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_shows_its_result_and_not_its_instruction(raw: Any) -> None:
    inside = run("于") + field('DATE \\@ "yyyy年"', run("2026年")) + run("印发")
    assert only(raw, inside) == "于2026年印发"
    simple = f'<w:fldSimple w:instr=" REF x ">{run("第三条")}</w:fldSimple>'
    assert only(raw, simple) == "第三条"


@pytest.mark.parametrize(
    ("instruction", "text"),
    [
        ("eq \\o\\ac(○,5)", "⑤学习"),
        ("eq \\o\\ac(○;甲)", "甲学习"),
        ('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(qīng),青)', "青学习"),
        ("EQ \\f(1,2)", "学习"),
    ],
)
def test_characters_that_are_drawn_by_an_instruction_are_read(
    raw: Any, instruction: str, text: str
) -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "end"))
    said = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    assert only(raw, begin + said + end + run("学习")) == text


def test_what_is_computed_for_an_instruction_is_not_shown(raw: Any) -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")
    )
    inside = begin + field("PAGE", run("7")) + run("7") + separate + run("奇数页") + end
    assert only(raw, inside) == "奇数页"


def test_a_field_that_never_ends_swallows_nothing(raw: Any) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    toc = (
        '<w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    data = raw(f"<w:p>{run('甲')}{begin}{run('乙')}</w:p><w:p>{toc}{run('丙')}</w:p>")
    assert texts(data) == ["甲乙", "丙"]


def test_a_table_of_contents_is_left_out_and_counted(raw: Any) -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")
    )
    instruction = '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
    entry = field("PAGEREF _1", run("3"))
    body = (
        f"<w:p>{run('计划')}</w:p><w:p>{run('目　录')}</w:p>"
        f"<w:p>{begin}{instruction}{separate}{run('一、总体要求')}{entry}</w:p>"
        f"<w:p>{run('二、主要任务')}{entry}</w:p><w:p>{end}</w:p><w:p>{run('一、总体要求')}</w:p>"
    )
    data = raw(body)
    assert [(line.number, line.text) for line in reading("旧.docx", data).lines if line.text] == [
        (1, "计划"),
        (6, "一、总体要求"),
    ]
    assert Dropped(Loss.CONTENTS, 3) in dropped(data)


@pytest.mark.parametrize("name", ["toc 1", "WPSOffice手动目录 1", "TOC Heading"])
def test_a_table_of_contents_is_also_known_by_its_styles(raw: Any, name: str) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{name}"/></w:style>'
    body = raw.p("一、总体要求	1", '<w:pStyle w:val="x"/>') + raw.p("一、总体要求")
    data = raw(body, styles=styles)
    assert texts(data) == ["一、总体要求"]
    assert dropped(data) == [Dropped(Loss.CONTENTS, 1)]


def test_hidden_text_is_left_out_and_counted(raw: Any) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:name w:val="密"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    inside = run("看得见") + run("看不", "<w:vanish/>") + run("见", "<w:vanish/>")
    inside += run("，") + run("也看不见", '<w:rStyle w:val="h"/>')
    inside += run("这看得见", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    data = raw(f"<w:p>{inside}</w:p>", styles=styles)
    assert texts(data) == ["看得见，这看得见"]
    assert dropped(data) == [Dropped(Loss.HIDDEN, 2)]


def test_a_hidden_paragraph_is_no_line_and_counts_in_no_list(raw: Any) -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    hidden = raw.p("密", f"{listed}<w:rPr><w:vanish/></w:rPr>", "<w:vanish/>")
    body = raw.listed("甲", 1) + hidden + raw.listed("乙", 1)
    lines = reading("旧.docx", raw(body, numbering=numbering)).lines
    assert [(line.number, line.label) for line in lines] == [(1, "1."), (3, "2.")]


BOX = (
    "<w:txbxContent><w:p><w:r><w:t>框内一</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>框内二</w:t></w:r></w:p></w:txbxContent>"
)
TWICE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
    f"{BOX}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_behind_the_paragraph_it_hangs_on(raw: Any) -> None:
    data = raw(f"<w:p>{run('锚')}{TWICE}</w:p>{raw.p('后')}")
    assert [(line.number, line.part, line.text) for line in reading("旧.docx", data).lines] == [
        (1, "", "锚"),
        (1, "textbox", "框内一"),
        (1, "textbox", "框内二"),
        (2, "", "后"),
    ]


def test_an_old_text_box_and_words_drawn_as_a_picture_are_read(raw: Any) -> None:
    old = f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>"
    art = '<w:r><w:pict><v:shape><v:textpath string="青禾县总工会文件"/></v:shape></w:pict></w:r>'
    data = raw(f"<w:p>{old}{art}</w:p>")
    assert texts(data) == ["", "框内一", "框内二", "青禾县总工会文件"]
    assert dropped(data) == []


def test_pictures_and_embedded_documents_are_counted(raw: Any) -> None:
    graphic = (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="
        '"http://schemas.openxmlformats.org/drawingml/2006/{}"/></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
    ole = "<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>"
    body = f"<w:p>{graphic.format('picture')}{graphic.format('chart')}{ole}</w:p>"
    assert dropped(raw(body + '<w:altChunk r:id="rId9"/>')) == [
        Dropped(Loss.PICTURE, 1),
        Dropped(Loss.EMBEDDED, 3),
    ]


def test_of_two_ways_to_write_a_paragraph_one_is_read(raw: Any) -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='w14'>{raw.p('甲')}</mc:Choice>"
        f"<mc:Fallback>{raw.p('乙')}</mc:Fallback></mc:AlternateContent>"
    )
    assert [(ln.number, ln.text) for ln in lines_of(raw, both + raw.p("丙"))] == [
        (1, "甲"),
        (2, "丙"),
    ]


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_content_controls_are_read_wherever_they_stand(raw: Any) -> None:
    inline = f"<w:p>{run('责任人：')}{control(run('组织部'))}</w:p>"
    block = control(raw.p("块内") + control(raw.p("再内")))
    cell = control(f"<w:tc>{raw.p('格')}</w:tc>")
    table = f"<w:tbl>{control(f'<w:tr>{cell}</w:tr>')}</w:tbl>"
    assert texts(raw(inline + block + table)) == ["责任人：组织部", "块内", "再内", "格"]


def test_the_prompt_of_an_empty_control_is_left_out(raw: Any) -> None:
    prompt = control(run("单击此处输入文字。"), "<w:showingPlcHdr/>")
    data = raw(f"<w:p>{run('组长：')}{prompt}</w:p>")
    assert texts(data) == ["组长："]
    assert dropped(data) == [Dropped(Loss.PLACEHOLDER, 1)]


def test_comments_are_not_read_but_counted(raw: Any) -> None:
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    data = raw(f"<w:p>{run('甲')}{comment}</w:p>")
    assert texts(data) == ["甲"]
    assert dropped(data) == [Dropped(Loss.COMMENT, 1)]


def test_notes_follow_the_paragraph_that_refers_to_them(raw: Any) -> None:
    foot = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    notes = {
        f"{kind}s": f'<w:{kind} w:type="separator" w:id="-1">{raw.p("线")}</w:{kind}>'
        f'<w:{kind} w:id="2">{raw.p(kind)}</w:{kind}>'
        for kind in ("footnote", "endnote")
    }
    data = raw(f"<w:p>{run('甲')}{foot}{end}{foot}</w:p>{raw.p('乙')}", **notes)
    assert [(line.number, line.part, line.text) for line in reading("旧.docx", data).lines] == [
        (1, "", "甲"),
        (1, "footnote", "footnote"),
        (1, "endnote", "endnote"),
        (2, "", "乙"),
    ]


def test_a_note_that_refers_to_itself_is_read_once(raw: Any) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2"><w:p>{run("注")}{reference}</w:p></w:footnote>'
    assert texts(raw(f"<w:p>{run('甲')}{reference}</w:p>", footnotes=note)) == ["甲", "注"]


def lines_of(raw: Any, body: str, **more: str) -> list[Line]:
    return list(reading("旧.docx", raw(body, **more)).lines)


def test_line_breaks_separate_lines_of_the_same_paragraph(raw: Any) -> None:
    inside = "<w:r><w:t>1.甲；</w:t><w:br/><w:t>2.乙；</w:t><w:cr/><w:t>3.丙。</w:t></w:r>"
    lines = lines_of(raw, f"<w:p>{inside}</w:p>{raw.p('后')}")
    assert [(line.number, line.text, line.continues) for line in lines] == [
        (1, "1.甲；", False),
        (1, "2.乙；", True),
        (1, "3.丙。", True),
        (2, "后", False),
    ]


def test_line_breaks_in_titles_and_headings_only_arrange_them(raw: Any) -> None:
    inside = "<w:r><w:t>青禾县总工会</w:t><w:br/><w:t>2026年工作计划</w:t></w:r>"
    centred = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{inside}</w:p>'
    heading = f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{inside}</w:p>'
    both = [line.text for line in lines_of(raw, centred + heading)]
    assert both == ["青禾县总工会2026年工作计划"] * 2
    items = centred.replace("总工会", "开会。")
    assert [line.text for line in lines_of(raw, items)] == ["青禾县开会。", "2026年工作计划"]


def test_a_page_break_before_a_heading_leaves_its_number_with_its_words(raw: Any) -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = raw.listed("甲", 1).replace("<w:r>", '<w:r><w:br w:type="page"/></w:r><w:r>', 1)
    (line,) = lines_of(raw, body, numbering=numbering)
    assert (line.label, line.text) == ("1.", "甲")


def test_headers_come_first_and_footers_last_and_page_numbers_are_left_out(raw: Any) -> None:
    number, count = field("PAGE", run("1")), field("NUMPAGES")
    page = f"<w:p>{run('第')}{number}{run('页 共')}{count}{run('页')}</w:p>"
    dashes = f"<w:p>{run('— ')}{field('PAGE', run('1'))}{run(' —')}</w:p>"
    section = (
        '<w:headerReference w:type="default" r:id="rIdheader1"/>'
        '<w:headerReference w:type="first" r:id="rIdheader2"/>'
        '<w:footerReference w:type="default" r:id="rIdfooter1"/>'
    )
    data = raw(
        raw.p("正文"),
        section,
        header1=raw.p("青禾县总工会") + raw.p("青禾县总工会"),
        header2=raw.p("只在首页"),
        footer1=page + dashes + raw.p("内部资料"),
    )
    assert [(line.number, line.part, line.text) for line in reading("旧.docx", data).lines] == [
        (0, "header", "青禾县总工会"),
        (1, "", "正文"),
        (0, "footer", "内部资料"),
    ]
    assert dropped(data) == []
    different = raw(raw.p("正文"), section + "<w:titlePg/>", header2=raw.p("只在首页"))
    assert texts(different) == ["只在首页", "正文"]


def test_paragraphs_are_counted_as_the_check_counts_them(raw: Any) -> None:
    cell = f"<w:tc>{raw.p('格')}{raw.p()}</w:tc>"
    body = raw.p("甲") + raw.p() + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" + raw.p("乙")
    lines = lines_of(raw, body)
    assert [(line.number, line.text) for line in lines] == [
        (1, "甲"),
        (2, ""),
        (3, "格"),
        (4, ""),
        (5, "乙"),
    ]
