"""`plain` and `hk` in documents of other tools: their own figures, which nobody demands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx.oxml.ns import qn

from planforge import styles
from planforge.check import check
from planforge.check.report import lines
from planforge.errors import Severity
from planforge.styles.figure import Strength

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.check import Finding

    Codes = Callable[..., list[str]]
    Found = Callable[..., dict[str, Finding]]

LANGUAGES = {"plain": "zh-CN", "hk": "zh-HK"}
WORDS = {
    "plain": ("各基层工会：", "工作目标", "落实工作计划，全年举办活动4场。", "青禾县总工会"),
    "hk": ("各屬會：", "工作目標", "落實工作計劃，全年舉辦活動4場。", "青禾職工會"),
}


# From the right edge, in hundredths of a character: the date begins two behind the body.
RIGHT = {"plain": (200, 0), "hk": (500, 200)}
TITLES = {"plain": "2027年工作计划", "hk": "2027年工作計劃"}


class House:
    """A document of python-docx whose paragraphs are formatted one by one as a style has it."""

    def __init__(self, word: Any, name: str) -> None:
        self.word = word
        self.name = name
        self.style = styles.load(name)
        self.language = LANGUAGES[name]
        page = self.style.page
        word.margins(page.top.mm, page.bottom.mm, page.left.mm, page.right.mm)
        word.grid()
        word.setting("themeFontLang", val="en-US", eastAsia=self.language)
        word.document.settings.odd_and_even_pages_header_footer = False
        section = word.document.sections[0]
        section.footer.paragraphs[0].alignment = 1
        word.document.core_properties.title = TITLES[name]
        word.document.core_properties.author = WORDS[name][3]

    def paragraph(self, text: str, font: str = "", points: float = 0, **look: Any) -> None:
        body = self.style.text.body
        size = points or body.size.points
        given: dict[str, Any] = {
            "pitch": self.style.grid.pitch.twips,
            "indent": {"firstLineChars": 200, "firstLine": round(40 * size)},
            "squeeze": 0,
            "language": self.language,
        }
        name = font or self.style.fonts[body.font].name
        made = self.word.paragraph(text, name, round(2 * size), **{**given, **look})
        fonts = made.runs[0]._r.rPr.rFonts
        fitting = [one.latin for one in self.style.fonts.values() if one.name == name]
        latin = fitting[0] if fitting else name
        for key in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{key}"), latin)

    def whole(self, **title: Any) -> House:
        texts, level = self.style.text, self.style.numbering[0]
        addressees, heading, body, union = WORDS[self.name]
        head = texts.title
        self.paragraph(
            TITLES[self.name],
            self.style.fonts[head.font].name,
            head.size.points,
            **{
                "jc": "center",
                "indent": {},
                "pitch": head.line.twips if head.line else 0,
                "after": self.style.grid.pitch.twips,
                "bold": head.bold,
                **title,
            },
        )
        self.paragraph(addressees, indent={})
        self.paragraph(
            f"一、{heading}",
            self.style.fonts[level.font].name,
            level.size.points,
            bold=level.bold,
            outline=0,
        )
        self.paragraph(body)
        for text, chars in zip((union, "2027年1月5日"), RIGHT[self.name], strict=True):
            self.paragraph(text, jc="right", indent={"rightChars": chars} if chars else {})
        return self


@pytest.fixture(params=sorted(LANGUAGES))
def house(request: pytest.FixtureRequest, word: Any) -> House:
    return House(word, request.param)


def test_a_document_with_the_figures_of_the_style_has_no_findings(
    house: House, codes: Codes
) -> None:
    assert codes(house.whole().word, house.name) == []


@pytest.mark.parametrize(
    ("code", "look"),
    [
        ("PG003", {"margins": (37, 35, 28, 26)}),
        ("PG008", {"points": 16}),
        ("PG008", {"font": "隶书"}),
        ("PG008", {"pitch": 560}),
        ("PG009", {"indent": {}}),
        ("PG010", {"blanks": True, "indent": {}}),
        ("PG012", {"title": {"jc": "left"}}),
        ("PG015", {"heading": True}),
        ("PG018", {"number": "（一）、"}),
        ("PG040", {"signature": True}),
    ],
)
def test_what_differs_is_found_as_a_default_that_nobody_demands(
    house: House, found: Found, code: str, look: dict[str, Any]
) -> None:
    text, look = WORDS[house.name][2], dict(look)
    house.whole(**look.pop("title", {}))
    if "margins" in look:
        house.word.margins(*look.pop("margins"))
    elif look.pop("heading", False):
        house.paragraph(f"二、{WORDS[house.name][1]}", "隶书", outline=0)
    elif number := look.pop("number", ""):
        house.paragraph(f"{number}{WORDS[house.name][1]}", outline=1)
    elif look.pop("signature", False):
        house.word.document.paragraphs[-2].paragraph_format.right_indent = 0
        properties = house.word.document.paragraphs[-2]._p.pPr.ind
        properties.attrib.clear()
    elif look:
        lead = "　　" if look.pop("blanks", False) else ""
        house.word.document.paragraphs[3]._p.getparent().remove(
            house.word.document.paragraphs[3]._p
        )
        house.paragraph(lead + text, look.pop("font", ""), look.pop("points", 0), **look)
        moved = house.word.document.paragraphs[-1]._p
        house.word.document.paragraphs[2]._p.addnext(moved)
    findings = found(house.word, house.name)
    assert code in findings
    assert findings[code].severity is Severity.WARNING
    assert findings[code].strength is Strength.PRACTICE
    assert findings[code].clause == ""


def test_hong_kong_says_with_each_figure_that_it_is_practice(word: Any) -> None:
    house = House(word, "hk")
    house.whole(jc="left")
    findings = check("計劃.docx", word.data(), "hk").findings
    shown = "\n".join(line for one in findings for line in lines("計劃.docx", one))
    assert "warning, common practice" in shown
    assert "GB/T" not in shown
    assert "規範" not in shown


def test_no_figure_of_hong_kong_names_a_clause_and_the_file_says_that_none_was_found() -> None:
    hk = styles.load("hk")
    assert "沒有找到官方的毫米或磅數規定" in hk.about
    assert "不是標準" in hk.about
    dumped = hk.model_dump_json()
    assert '"strength":"实务"' in dumped
    assert '"strength":"规定"' not in dumped
    assert '"strength":"推荐"' not in dumped
    assert '"clause":"G' not in dumped
