"""Sheet, margins, headers, footers and settings come from the file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from msgspec.structs import replace

from planforge.errors import UserError
from planforge.writers.docx import is_untouched
from planforge.writers.docx.own import WordFile, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.document.tree import Document
    from planforge.styles import Style
    from planforge.writers.docx.own import Written


def opened(done: Written) -> Any:
    return docx.Document(io.BytesIO(done.data))


def test_margins_are_those_of_the_file(union: bytes, written: Callable[[bytes], Written]) -> None:
    section = opened(written(union)).sections[0]
    assert round(section.left_margin.mm) == 30
    assert round(section.top_margin.mm) == 35
    assert round(section.page_height.mm) == 297


def test_headers_of_first_odd_and_even_pages_stay_with_their_picture(
    union: bytes, written: Callable[[bytes], Written], kit: Any
) -> None:
    section = opened(written(union)).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "青禾县总工会文件"
    assert section.header.paragraphs[0].text == "青禾县总工会"
    assert section.even_page_header.paragraphs[0].text == "团结 奋进"
    images = [
        rel.target_part.blob
        for rel in section.first_page_header.part.rels.values()
        if rel.reltype.endswith("/image")
    ]
    assert images == [kit.picture()]


def test_page_numbers_stay(union: bytes, written: Callable[[bytes], Written]) -> None:
    section = opened(written(union)).sections[0]
    for footer in (section.footer, section.even_page_footer, section.first_page_footer):
        assert "PAGE" in footer.paragraphs[0]._p.xml
    assert opened(written(union)).settings.odd_and_even_pages_header_footer


def test_the_report_tells_the_words_of_every_header(union: bytes, used: Any) -> None:
    style, how = used(union)["header"]
    assert set(style.split(" | ")) == {"青禾县总工会", "团结 奋进", "青禾县总工会文件"}
    assert how == "as in the file"


def test_of_several_sections_the_one_with_most_text_is_used(
    kit: Any, written: Callable[[bytes], Written]
) -> None:
    file = kit.union_file()
    file.add_paragraph("正文" * 50)
    lying = file.add_section(WD_SECTION.NEW_PAGE)
    lying.orientation = WD_ORIENT.LANDSCAPE
    lying.page_width, lying.page_height = lying.page_height, lying.page_width
    file.add_paragraph("附表")
    section = opened(written(kit.saved(file))).sections[-1]
    assert section.page_width < section.page_height
    assert section.header.paragraphs[0].text == "青禾县总工会"


def test_a_later_section_keeps_the_headers_that_it_takes_from_an_earlier_one(
    kit: Any, written: Callable[[bytes], Written]
) -> None:
    file = kit.union_file()
    file.add_section(WD_SECTION.NEW_PAGE)
    file.add_paragraph("正文" * 50)
    assert opened(written(kit.saved(file))).sections[-1].header.paragraphs[0].text == "青禾县总工会"


def test_a_file_that_lies_gives_a_document_that_lies(
    kit: Any, written: Callable[[bytes], Written], part: Any
) -> None:
    file = kit.union_file()
    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    done = written(kit.saved(file))
    made = opened(done).sections[0]
    assert (round(made.page_width.mm), round(made.page_height.mm)) == (297, 210)
    (width, *_rest) = part(done.data, "word/document.xml").iter(qn("w:tblW"))
    assert abs(int(width.get(qn("w:w"))) - 16838 + 2 * 1701) <= 1


def test_margins_without_room_are_refused(kit: Any, written: Callable[[bytes], Written]) -> None:
    file = kit.union_file()
    file.sections[0].left_margin = Mm(200)
    with pytest.raises(UserError) as caught:
        written(kit.saved(file))
    assert caught.value.message == "本单位.docx: the margins leave no room for the text"


@pytest.mark.parametrize(
    "name", ["documentProtection", "trackRevisions", "attachedTemplate", "mailMerge", "docVars"]
)
def test_what_protects_or_tracks_the_old_text_is_left_out(
    kit: Any, written: Callable[[bytes], Written], part: Any, name: str
) -> None:
    file = kit.union_file()
    file.settings.element.insert(0, OxmlElement(f"w:{name}"))
    settings = part(written(kit.saved(file)).data, "word/settings.xml")
    assert settings.find(qn(f"w:{name}")) is None
    assert settings.find(qn("w:evenAndOddHeaders")) is not None


def test_the_same_plan_and_file_give_the_same_bytes(
    union: bytes, written: Callable[[bytes], Written]
) -> None:
    assert written(union).data == written(union).data


def test_it_is_known_whether_somebody_edited_it(
    union: bytes, written: Callable[[bytes], Written], kit: Any
) -> None:
    done = written(union)
    assert is_untouched(done.data)
    assert not is_untouched(kit.saved(opened(done)))


def test_title_and_author_are_those_of_the_plan(
    union: bytes, written: Callable[[bytes], Written]
) -> None:
    properties = opened(written(union)).core_properties
    assert properties.title == "青禾县第二中学工会2027年工作计划"
    assert properties.author == "青禾县第二中学工会"


def test_every_relationship_leads_to_a_part_that_is_there(
    union: bytes, written: Callable[[bytes], Written], parts: Any
) -> None:
    data = written(union).data
    file = WordFile("x.docx", data)
    everything = [r for name in ("", *parts(data)) for r in file.relationships(name)]
    assert len(everything) > 12
    assert all(r.part or r.external for r in everything)
    assert len({(r.part, r.kind) for r in everything if r.kind == "styles"}) == 1


def test_libreoffice_prints_the_headers_and_the_numbers(
    union: bytes, written: Callable[[bytes], Written], convert: Any
) -> None:
    text = convert(written(union).data, "txt").read_text("utf-8-sig")
    # Saved as text, a number is followed by a blank.
    rows = ["".join(line.split()) for line in text.splitlines()]
    assert "一、指导思想" in rows
    assert "（一）思想引领" in rows
    assert "1.二月第1项工作。" in rows
    assert "去年的正文，不该留下。" not in rows


def in_sections(sample: Document, gb: Style, data: bytes, **changed: Any) -> Any:
    done = write(replace(sample, **changed), gb, WordFile("x.docx", data))
    return opened(done)


def test_a_page_that_is_turned_keeps_the_margins_and_headers_of_the_file(
    union: bytes, sample: Document, gb: Style
) -> None:
    upright, lying, *_rest = in_sections(sample, gb, union, landscape="yes").sections
    assert (round(lying.page_width.mm), round(lying.page_height.mm)) == (297, 210)
    assert lying.orientation == WD_ORIENT.LANDSCAPE
    margins = (lying.top_margin, lying.left_margin, lying.bottom_margin, lying.right_margin)
    assert [round(one.mm) for one in margins] == [30, 32, 30, 35]
    assert lying.header.paragraphs[0].text == "青禾县总工会"
    # The letterhead stands on the first page of the document, not on that of every section.
    assert upright.different_first_page_header_footer
    assert not lying.different_first_page_header_footer


def test_page_numbers_go_on_behind_a_page_that_is_turned(
    kit: Any, sample: Document, gb: Style
) -> None:
    file = kit.union_file()
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    file.sections[0]._sectPr.find(qn("w:pgMar")).addnext(numbers)
    sections = in_sections(sample, gb, kit.saved(file), landscape="yes").sections
    starts = [one._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for one in sections]
    assert starts == ["1", *[None] * (len(sections) - 1)]
    assert len(sections) > 2


def test_page_numbers_of_the_contents_stand_at_the_edge_of_their_column(
    kit: Any, sample: Document, gb: Style
) -> None:
    file = kit.union_file()
    # 210 - 2 × 30 mm in two columns with 10 mm between them; said twice, as a script does.
    said = OxmlElement("w:cols")
    said.set(qn("w:num"), "2")
    said.set(qn("w:space"), "567")
    file.sections[0]._sectPr.append(said)
    found = in_sections(sample, gb, kit.saved(file), contents="目录")
    section = found.sections[0]._sectPr
    assert [one.get(qn("w:num")) for one in section.findall(qn("w:cols"))] == ["2"]
    (tab,) = found.styles["toc 1"].paragraph_format.tab_stops
    assert tab.position.mm == pytest.approx((210 - 2 * 30 - 10) / 2, abs=0.1)


def test_a_table_of_contents_is_printed_in_the_file_too(
    union: bytes, sample: Document, gb: Style
) -> None:
    found = in_sections(sample, gb, union, contents="目录")
    assert "目录" in [p.text for p in found.paragraphs][:6]
    names = [one.tag.rpartition("}")[2] for one in found.settings.element.iterchildren("*")]
    assert names.index("evenAndOddHeaders") < names.index("updateFields") < names.index("compat")
