"""Web pages as browsers and Word save them: the words of the document, not of the site."""

from __future__ import annotations

import pytest

from planforge.errors import FileProblems, UserError
from planforge.readers import Cell, Dropped, Line, Loss, Reading, reading


def whole(body: str, head: str = '<meta charset="utf-8">', encoding: str = "utf-8") -> Reading:
    page = f"<!DOCTYPE html><html><head>{head}<title>站名</title></head><body>{body}</body></html>"
    return reading("旧计划.html", page.encode(encoding))


def lines(body: str) -> list[Line]:
    return list(whole(body).lines)


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("gb2312", "gbk"), ("GBK", "gb18030"), ("big5", "big5"), ("utf-8", "utf-8"), ("", "gbk")],
)
def test_a_page_is_read_in_the_encoding_that_it_names(charset: str, encoding: str) -> None:
    head = f'<META http-equiv=Content-Type content="text/html; charset={charset}">' * bool(charset)
    found = whole("<p>會計學年計劃</p><p>全體職工</p>", head, encoding).lines
    assert [line.text for line in found] == ["會計學年計劃", "全體職工"]


def test_a_page_that_names_a_wrong_encoding_is_read_in_its_own() -> None:
    head = '<meta charset="utf-8">'
    assert [line.text for line in whole("<p>工会工作计划</p>", head, "gbk").lines] == [
        "工会工作计划"
    ]


def test_blocks_and_line_breaks_end_lines() -> None:
    body = "<div>甲<p>乙<br>丙<br/><br>丁</p>戊</div><span>己</span>庚"
    assert [(ln.number, ln.text, ln.continues) for ln in lines(body)] == [
        (1, "甲", False),
        (2, "乙", False),
        (3, "丙", True),
        (4, "丁", True),
        (5, "戊", False),
        (6, "己庚", False),
    ]


def test_line_breaks_in_headings_and_centred_titles_only_arrange_them() -> None:
    body = (
        "<h1>青禾县总工会<br>\n2026年<br>工作计划</h1>"
        "<p style='text-align:center'>Plan<br>A</p><center>甲<br>乙</center>"
    )
    assert texts(body) == ["青禾县总工会2026年工作计划", "Plan A", "甲", "乙"]


def test_headers_and_footers_are_told_apart() -> None:
    body = (
        "<div title=header>青禾县总工会</div><p>正文</p><footer>抄送</footer>"
        "<div title=footer>— 1 —</div><div title=其他>后</div>"
    )
    assert [(line.part, line.text) for line in lines(body)] == [
        ("header", "青禾县总工会"),
        ("", "正文"),
        ("footer", "抄送"),
        ("footer", "— 1 —"),
        ("", "后"),
    ]


def test_line_ends_of_the_source_inside_chinese_text_are_no_blanks() -> None:
    assert texts("<p>\n　　加强\n   学习，\n开展 Word\n培训</p>") == [
        "　　加强学习，开展 Word 培训"
    ]


def test_scripts_styles_forms_and_menus_are_no_text() -> None:
    body = (
        "<script>var x='<p>甲</p>'</script><style>p{}</style><noscript>乙</noscript>"
        "<nav><a href='/'>首页</a><a href='/x'>计划</a></nav><p>正文</p>"
        "<form><select><option>丙</select><button>搜索</button></form><svg><text>丁</text></svg>"
    )
    assert texts(body) == ["正文"]
    assert whole(body).dropped == (Dropped(Loss.NAVIGATION, 3),)


def test_lines_of_links_are_a_menu_and_a_single_link_is_text() -> None:
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in "甲乙丙丁")
    bar = "<p>" + " | ".join(f"<a href='/{name}'>{name}</a>" for name in "一二三四") + "</p>"
    body = f"<ul>{menu}</ul><p>正文见<a href='/x'>这里</a></p><p><a href='/y'>链接</a></p>{bar}"
    assert texts(body) == ["正文见这里", "链接"]
    assert whole(body).dropped == (Dropped(Loss.NAVIGATION, 5),)


def test_links_to_places_in_the_page_are_its_contents() -> None:
    body = "<p><a href='#a'>一、甲</a></p><p><a href='#b'>二、乙</a></p><h2 id=a>一、甲</h2>"
    assert texts(body) == ["一、甲"]
    assert whole(body).dropped == (Dropped(Loss.CONTENTS, 2),)


@pytest.mark.parametrize("hidden", ["hidden", 'style="display: none"', "style='mso-hide:all'"])
def test_what_a_page_hides_is_counted(hidden: str) -> None:
    body = f"<p>甲<span {hidden}>看不<b>见</b></span></p>"
    assert texts(body) == ["甲"]
    assert whole(body).dropped == (Dropped(Loss.HIDDEN, 1),)


def test_deleted_text_is_left_out_and_inserted_text_kept() -> None:
    assert texts("<p>甲<del>乙</del><ins>丙</ins></p>") == ["甲丙"]


@pytest.mark.parametrize(
    ("opening", "labels"),
    [
        ("<ol>", ["1.", "2."]),
        ("<ol start=3>", ["3.", "4."]),
        ("<ol type=A>", ["A.", "B."]),
        ("<ol type=i>", ["i.", "ii."]),
        ("<ol reversed start=2>", ["2.", "1."]),
        ("<ol style='list-style-type: cjk-ideographic'>", ["一、", "二、"]),
        ("<ol style='list-style:none inside'>", ["", ""]),
        ("<ul>", ["•", "•"]),
        ("<ul type=square>", ["▪", "▪"]),
    ],
)
def test_items_have_the_numbers_that_a_browser_shows(opening: str, labels: list[str]) -> None:
    found = lines(f"{opening}<li>甲<li><p>乙</p></ol>")
    assert [line.label for line in found] == labels
    assert [line.text for line in found] == ["甲", "乙"]


def test_lists_in_lists_know_their_depth_and_items_their_value() -> None:
    body = "<ol><li>甲<ul><li>乙</ul><li value=7>丙<p>丁</p></ol>戊"
    assert [(ln.text, ln.label, ln.depth) for ln in lines(body)] == [
        ("甲", "1.", 1),
        ("乙", "•", 2),
        ("丙", "7.", 1),
        ("丁", "", 1),
        ("戊", "", 0),
    ]


def test_tables_know_their_cells() -> None:
    body = (
        "<table><caption>安排</caption><tr><th rowspan=2>月份<th colspan=2>安排<tr><td>活动<td>对象"
        "<tr><td>1月<td>慰问<br>座谈<td></table>后"
    )
    assert [(line.text, line.cell) for line in lines(body)] == [
        ("安排", None),
        ("月份", Cell(0, 0, 0, down=2)),
        ("安排", Cell(0, 0, 1, across=2)),
        ("活动", Cell(0, 1, 1)),
        ("对象", Cell(0, 1, 2)),
        ("1月", Cell(0, 2, 0)),
        ("慰问", Cell(0, 2, 1)),
        ("座谈", Cell(0, 2, 1)),
        ("后", None),
    ]


def test_tables_that_only_arrange_the_page_are_none() -> None:
    inner = "<table><tr><td>月份<td>活动<tr><td>1月<td>慰问</table>"
    body = f"<table><tr><td>左<td><p>正文</p>{inner}</table><table><tr><td>框</table>"
    assert [(line.text, line.cell) for line in lines(body)] == [
        ("左", None),
        ("正文", None),
        ("月份", Cell(0, 0, 0)),
        ("活动", Cell(0, 0, 1)),
        ("1月", Cell(0, 1, 0)),
        ("慰问", Cell(0, 1, 1)),
        ("框", None),
    ]


def test_looks_are_told() -> None:
    body = (
        "<h1 align=center>计划</h1><h2>一、任务</h2><p><b>（一）学习</b></p>"
        "<p><strong>学习。</strong>认真</p>"
        "<p style='text-align:center'><span style='font-weight:700;font-size:16.0pt'>附</span></p>"
    )
    assert [(ln.level, ln.style, ln.bold, ln.centred, ln.size) for ln in lines(body)] == [
        (0, "title", False, True, 0),
        (1, "", False, False, 0),
        (0, "", True, False, 0),
        (0, "", False, False, 0),
        (0, "", True, True, 16),
    ]


WORD_PAGE = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<style>p.MsoNormal {mso-style-name:x}</style></head>
<body lang=ZH-CN><div class=WordSection1>
<p class=MsoTitle align=center><span>云岭区第一小学工会计划</span></p>
<p class=MsoToc1><a href="#_Toc1">一、任务</a></p>
<h1><a name="_Toc1"><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>一、<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>任务</a></h1>
<p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]>\
<span style='mso-list:Ignore'>（二）<span>&nbsp;</span></span><![endif]>办好\
<span class=msoIns><ins>职工</ins></span><span class=msoDel><del>会员</del></span>之家\
<span class=MsoFootnoteReference>[1]</span><o:p></o:p></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>密</span><o:p>&nbsp;</o:p></p>
</div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p>批注</p></div></div>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText>注一</p></div></div></body></html>
"""


def test_what_word_saves_as_a_web_page() -> None:
    found = reading("旧计划.doc", WORD_PAGE.encode("gb2312"))
    assert [(ln.label, ln.text, ln.level, ln.depth, ln.style, ln.part) for ln in found.lines] == [
        ("", "云岭区第一小学工会计划", 0, 0, "title", ""),
        ("一、", "任务", 1, 0, "", ""),
        ("（二）", "办好职工之家[1]", 0, 2, "", ""),
        ("", "注一", 0, 0, "", "footnote"),
    ]
    assert found.dropped == (
        Dropped(Loss.HIDDEN, 1),
        Dropped(Loss.DELETED, 1),
        Dropped(Loss.COMMENT, 1),
        Dropped(Loss.CONTENTS, 1),
    )


ARCHIVE = """\
MIME-Version: 1.0
Content-Type: multipart/related; boundary="----=_x"

------=_x
Content-Location: file:///C:/1.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="gb2312"

<html><head></head><body><p>=B9=A4=BB=E1=BC=C6=BB=AE</p></body></html>
------=_x
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
------=_x--
"""


@pytest.mark.parametrize("name", ["旧.mht", "旧.doc"])
def test_a_page_with_its_pictures_in_one_file(name: str) -> None:
    assert [line.text for line in reading(name, ARCHIVE.encode()).lines] == ["工会计划"]


def test_an_archive_without_a_page_is_refused_in_one_sentence() -> None:
    with pytest.raises(FileProblems, match="there is no page in this web archive"):
        reading("旧.mht", ARCHIVE.replace("text/html", "text/plain").encode())


@pytest.mark.parametrize(
    "page",
    [
        b"<html>",
        b"<table><td>",
        b"</p></td></table></ol>",
        b"<li>" * 5000,
        b"<div>" * 50_000,
        b"<table><tr><td>" * 2000,
        b"<b><i>" * 5000,
        b"<ol><li>" * 3000,
    ],
)
def test_broken_pages_are_read_as_far_as_they_go(page: bytes) -> None:
    found = reading("旧.html", page + "<p>末尾</p>".encode()).lines
    assert [line.text for line in found] == ["末尾"]


@pytest.mark.parametrize("page", ["", "<", "<html>", "<a href='", "<!--", "<!--<p>甲</p>"])
def test_a_page_without_any_text_has_no_lines(page: str) -> None:
    assert [line.text.strip("<") for line in reading("旧.html", page.encode()).lines] in ([], [""])


def test_a_page_that_is_larger_than_any_plan_is_refused() -> None:
    with pytest.raises(UserError, match="larger than planforge reads"):
        reading("旧.html", b"<p>" + b"a" * (17 * 1024 * 1024))
