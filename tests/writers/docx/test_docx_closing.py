"""Attachment note, signature, attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge.document.tree import Attachment, Document, Paragraph, Signature
from planforge.writers.docx import write
from planforge.writers.docx.closing import insets, sealed_insets, width

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from planforge.styles import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def paragraphs(
    document: Callable[..., Document], part: Callable[[bytes, str], Element], gb: Style
) -> Callable[..., list[Element]]:
    """The paragraphs behind the title and one paragraph of text."""

    def make(**rest: object) -> list[Element]:
        tree = document(Paragraph("正文。"), **rest)
        return list(part(write(tree, gb), "word/document.xml")[0])[1:-1]

    return make


def indents(paragraph: Element) -> dict[str, str]:
    found = paragraph.find(f"{W}pPr/{W}ind")
    assert found is not None
    return {str(key).removeprefix(W): str(value) for key, value in found.attrib.items()}


def style(paragraph: Element) -> str | None:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    assert found is not None
    return found.get(f"{W}val")


@pytest.mark.parametrize(
    ("body", "date", "expected"),
    [
        # Equal width: the body 2 from the edge, the date begins 2 further right.
        ("某某县总工会", "2026年1月5日", (2, 0)),
        # A long body: 14 wide, the date 6; 2 + 14 - 2 - 6.
        ("青禾县教育系统工会工作委员会", "2026年1月5日", (2, 8)),
        # A date longer than the body: the date keeps 2 and the body moves in.
        ("青禾工会", "2026年12月25日", (7, 2)),
        ("青禾工会", "", (2, 2)),
        ("", "2026年1月5日", (2, 2)),
    ],
)
def test_the_date_begins_two_characters_right_of_the_body(
    body: str, date: str, expected: tuple[float, float]
) -> None:
    found = insets(body, date, 2, 2)
    assert found == pytest.approx(expected)
    if body and date:
        begin = width(body) + found[0]
        assert begin - (width(date) + found[1]) == pytest.approx(2)


def test_body_and_date_are_set_from_the_right_in_characters(
    paragraphs: Callable[..., list[Element]],
) -> None:
    _, body, date = paragraphs(signature=Signature("青禾县第二中学工会", "2027年1月8日"))
    assert indents(body) == {"rightChars": "200", "right": "630"}
    assert indents(date) == {"rightChars": "300", "right": "945"}
    room = body.find(f"{W}pPr/{W}spacing")
    assert room is not None
    assert room.get(f"{W}before") == "579"
    assert date.find(f"{W}pPr/{W}spacing") is None


def test_text_and_signature_stay_on_one_page(paragraphs: Callable[..., list[Element]]) -> None:
    *kept, last = paragraphs(
        signature=Signature("青禾县总工会", "2027年1月8日"), attachment_note=("甲", "乙")
    )
    assert kept
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in kept)
    assert last.find(f"{W}pPr/{W}keepNext") is None


def test_a_signature_with_a_date_alone_is_one_paragraph(
    paragraphs: Callable[..., list[Element]],
) -> None:
    _, date = paragraphs(signature=Signature("", "2027年1月8日"))
    assert "".join(map(str, date.itertext())) == "2027年1月8日"
    assert indents(date)["rightChars"] == "200"


def test_one_attachment_is_announced_without_a_number(
    paragraphs: Callable[..., list[Element]],
) -> None:
    _, note = paragraphs(attachment_note=("经费预算表",))
    assert "".join(map(str, note.itertext())) == "附件：经费预算表"
    assert indents(note)["leftChars"] == "500"
    assert indents(note)["hangingChars"] == "300"


def test_several_attachments_are_numbered_and_their_titles_aligned(
    paragraphs: Callable[..., list[Element]],
) -> None:
    _, first, second = paragraphs(attachment_note=("经费预算表", "活动安排表"))
    assert "".join(map(str, first.itertext())) == "附件：1.经费预算表"
    assert "".join(map(str, second.itertext())) == "2.活动安排表"
    assert (indents(first)["leftChars"], indents(first)["hangingChars"]) == ("600", "400")
    assert (indents(second)["leftChars"], indents(second)["hangingChars"]) == ("600", "100")


def test_an_attachment_begins_a_page_with_its_label_and_its_title(
    paragraphs: Callable[..., list[Element]],
) -> None:
    _, label, title, text = paragraphs(
        attachments=(Attachment("附件1", "经费预算表", (Paragraph("文。"),)),)
    )
    assert style(label) == "AttachmentLabel"
    assert label.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert (style(title), "".join(map(str, title.itertext()))) == ("AttachmentTitle", "经费预算表")
    assert style(text) == "BodyText"


def test_note_and_addressees_stand_between_title_and_text(
    document: Callable[..., Document], part: Callable[[bytes, str], Element], gb: Style
) -> None:
    tree = document(Paragraph("文。"), note="2027年1月8日经会议通过", addressees="各工会小组：")
    body = part(write(tree, gb), "word/document.xml")[0]
    assert [style(one) for one in list(body)[:4]] == ["Title", "Subtitle", "Salutation", "BodyText"]
    assert "".join(map(str, body[1].itertext())) == "（2027年1月8日经会议通过）"


@pytest.mark.parametrize(
    ("body", "date", "expected"),
    [
        ("青禾县总工会", "2027年1月8日", (4, 4)),
        ("青禾县第二中学工会", "2027年1月8日", (2.5, 4)),
        ("青禾工会", "2027年12月25日", (5.5, 4)),
        # Too long to be centred 4 characters from the edge: both move in.
        ("云岭高新技术产业开发区总工会委员会", "2027年1月8日", (0, 5.5)),
    ],
)
def test_under_a_seal_the_body_is_centred_on_the_date(
    body: str, date: str, expected: tuple[float, float]
) -> None:
    found = sealed_insets(body, date, 4)
    assert found == pytest.approx(expected)
    middle = found[0] + width(body) / 2
    assert middle == pytest.approx(found[1] + width(date) / 2)


def test_a_sealed_signature_leaves_room_for_the_seal(
    paragraphs: Callable[..., list[Element]],
) -> None:
    signed = Signature("青禾县总工会", "2027年1月8日", sealed=True)
    _, body, date = paragraphs(signature=signed)
    assert (indents(body)["rightChars"], indents(date)["rightChars"]) == ("400", "400")
    room = body.find(f"{W}pPr/{W}spacing")
    assert room is not None
    assert room.get(f"{W}before") == "1158"
