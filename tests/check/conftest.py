"""Word files as other tools make them: plain python-docx, formatted paragraph by paragraph."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from planforge.check import check
from planforge.writers.docx.schema import CHILDREN

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.check import Finding

TITLE = "青禾县总工会2027年工作计划"
BODY = "团结动员职工建功立业，全年举办技能比武不少于4场。"


def element(name: str, **attributes: Any) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def put(parent: Any, name: str, **attributes: Any) -> Any:
    """A child at the place that the schema gives it."""
    tag = parent.tag.rpartition("}")[2]
    places = CHILDREN[tag]
    made = element(name, **attributes)
    for old in parent.findall(qn(f"w:{name}")):
        parent.remove(old)
    behind = [one for one in parent if places.get(one.tag.rpartition("}")[2], -1) > places[name]]
    if behind:
        behind[0].addprevious(made)
    else:
        parent.append(made)
    return made


class Word:
    """A document of python-docx whose paragraphs are formatted one by one as GB/T 9704 wants."""

    def __init__(self) -> None:
        self.document: Any = Document()
        self.pitch = 579
        self.margins(37, 35, 28, 26)
        self.grid(type="lines", linePitch=579)
        self.document.settings.odd_and_even_pages_header_footer = True
        self.setting("themeFontLang", val="en-US", eastAsia="zh-CN")
        self.document.core_properties.title = TITLE
        self.document.core_properties.author = "青禾县总工会"
        section = self.document.sections[0]
        self.footer(section.footer, "right")
        self.footer(section.even_page_footer, "left")

    def margins(self, top: float, bottom: float, left: float, right: float) -> None:
        section = self.document.sections[-1]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.orientation = WD_ORIENT.PORTRAIT
        section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
        section.left_margin, section.right_margin = Mm(left), Mm(right)

    def grid(self, **attributes: Any) -> None:
        put(self.document.sections[-1]._sectPr, "docGrid", **attributes)

    def setting(self, name: str, **attributes: Any) -> None:
        settings = self.document.settings.element
        for old in settings.findall(qn(f"w:{name}")):
            settings.remove(old)
        if attributes:
            put(settings, name, **attributes)

    def footer(self, footer: Any, side: str, *, size: int = 28, pattern: str = "—") -> None:
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        properties = paragraph._p.get_or_add_pPr()
        put(properties, "jc", val=side)
        put(properties, "ind", **{f"{side}Chars": 100, side: 280})
        for text, field in ((f"{pattern} ", ""), ("1", "PAGE"), (f" {pattern}", "")):
            run = self.run(paragraph, text, "宋体", size, squeeze=0)
            if field:
                simple = element("fldSimple", instr=" PAGE ")
                run._r.addprevious(simple)
                simple.append(run._r)

    def run(self, paragraph: Any, text: str, font: str, size: int, **look: Any) -> Any:
        run = paragraph.add_run(text)
        properties = run._r.get_or_add_rPr()
        if font:
            put(properties, "rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
        if look.get("bold"):
            put(properties, "b")
        if colour := look.get("colour", ""):
            put(properties, "color", val=colour)
        if squeeze := look.get("squeeze", -5):
            put(properties, "spacing", val=squeeze)
        if size:
            put(properties, "sz", val=size)
        if language := look.get("language", "zh-CN"):
            put(properties, "lang", val="en-US", eastAsia=language)
        return run

    def paragraph(self, text: str, font: str = "仿宋", size: int = 32, **look: Any) -> Any:
        """A paragraph; what ``look`` does not name is right."""
        made = self.document.add_paragraph(style=look.get("style"))
        properties = made._p.get_or_add_pPr()
        put(properties, "widowControl", val=look.get("widow", 0))
        for name in ("overflowPunct", "autoSpaceDE", "autoSpaceDN"):
            put(properties, name, val=0)
        if look.get("off_grid"):
            put(properties, "snapToGrid", val=0)
        if pitch := look.get("pitch", self.pitch):
            put(
                properties,
                "spacing",
                before=look.get("before", 0),
                after=look.get("after", 0),
                line=pitch,
                lineRule=look.get("rule", "exact"),
            )
        if indent := look.get("indent", {"firstLineChars": 200, "firstLine": 630}):
            put(properties, "ind", **indent)
        if jc := look.get("jc"):
            put(properties, "jc", val=jc)
        if look.get("outline") is not None:
            put(properties, "outlineLvl", val=look["outline"])
        self.run(made, text, font, size, **look)
        return made

    def title(self, text: str = TITLE, **look: Any) -> Any:
        right = {"jc": "center", "off_grid": True, "pitch": 720, "after": 579, "squeeze": 0}
        given = {"indent": {}, **right, **look}
        return self.paragraph(text, given.pop("font", "方正小标宋简体"), 44, **given)

    def heading(self, text: str, level: int = 1, **look: Any) -> Any:
        font = ("黑体", "楷体_GB2312", "仿宋", "仿宋")[level - 1]
        return self.paragraph(text, look.pop("font", font), outline=level - 1, **look)

    def sign(self, body: str = "青禾县总工会", date: str = "2027年1月5日") -> None:
        for text, chars in ((body, 200), (date, 0)):
            self.paragraph(
                text, jc="right", indent={"rightChars": chars, "right": chars * 315 // 100}
            )

    def whole(self) -> Word:
        """Title, addressees, two levels of headings and text, signature; all of it right."""
        self.title()
        self.paragraph("各基层工会：", indent={})
        self.paragraph(BODY)
        self.heading("一、工作目标")
        self.paragraph(BODY)
        self.heading("二、重点工作")
        self.heading("（一）服务职工", 2)
        self.paragraph(BODY)
        self.heading("（二）建设队伍", 2)
        self.paragraph(BODY)
        self.sign()
        return self

    def data(self) -> bytes:
        target = io.BytesIO()
        self.document.save(target)
        return target.getvalue()


@pytest.fixture
def word() -> Word:
    """An empty document with the right page, footers and properties."""
    return Word()


@pytest.fixture
def codes() -> Callable[..., list[str]]:
    """The codes found in a document, sorted, each once."""

    def find(made: Word | bytes, style: str = "gb") -> list[str]:
        return sorted({one.code for one in findings(made, style)})

    return find


def findings(made: Word | bytes, style: str = "gb") -> tuple[Finding, ...]:
    data = made if isinstance(made, bytes) else made.data()
    return check("计划.docx", data, style).findings


@pytest.fixture
def found() -> Callable[..., dict[str, Finding]]:
    """The findings in a document by code; the first of each."""

    def find(made: Word | bytes, style: str = "gb") -> dict[str, Finding]:
        return {one.code: one for one in reversed(findings(made, style))}

    return find
