"""The page checks of docs/docx/pages.md, on everything that planforge can print here."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pytest
import rjieba
from opencc import OpenCC
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from planforge.writers.pdf import font_report
from planforge.writers.pdf.letters import difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Press = Callable[[str], list[Any]]

pytestmark = pytest.mark.xdist_group("office")

MM = 25.4 / 72
TWIPS = 1440 / 25.4
"""Per millimetre."""
LINE_ERROR = 0.06
"""Millimetres: a dot and a half of the picture in which lines are measured."""
STYLES = ("gb", "gb-33476", "tw", "hk", "plain")
NOT_FIRST = "，。、；：？！）》”’…」』〕"
NOT_LAST = "（《“‘〔「『"
# Hanzi, and single marks between them: LibreOffice moves two marks in a row together.
FULL_WIDTH = re.compile("[\u3400-\u9fff]+(?:[，、。；：][\u3400-\u9fff]+)*")
SIMPLIFIED = OpenCC("t2s")
"""The dictionary of words is in simplified characters; no character becomes two or none."""
BODY = ("body text", "item ")
TITLES = ("title", "attachment title", "attachment label", "subtitle", "issue mark")
BROKEN = ("title", "subtitle", "attachment title")
"""What is broken in balanced rows."""

# What is measured: where, how much, and whether it is as it should be.
Sample = tuple[str, float, bool]


@dataclass
class Measured:
    """One check in one style.

    Attributes:
        samples: Place, figure, whether the figure is right.
    """

    samples: list[Sample] = field(default_factory=list)

    @property
    def wrong(self) -> list[Sample]:
        return [sample for sample in self.samples if not sample[2]]

    @property
    def row(self) -> str:
        figures = [figure for _place, figure, _right in self.samples]
        low, high = (min(figures), max(figures)) if figures else (0.0, 0.0)
        return f"{len(figures):7} {low:10.2f} {high:10.2f} {len(self.wrong):7}"


def is_body(row: Any) -> bool:
    """A row of a paragraph or item, not of a heading, in the text."""
    return row.paragraph.table is None and row.paragraph.style.lower().startswith(BODY)


def is_listed(row: Any) -> bool:
    """A row of a table of contents."""
    found: bool = row.paragraph.style.lower().startswith("toc ")
    return found


def pages_of(sheet: Any) -> Iterator[tuple[str, int]]:
    for page in sorted(sheet.upright):
        yield f"{sheet.name} p.{page}", page


def title_shapes(sheet: Any) -> Iterator[Sample]:
    """14: rows of a title that planforge breaks differ by so much, and are no hourglass."""
    for words, rows in broken_titles(sheet):
        widths = [row.right - row.left for row in rows]
        narrowest = widths.index(min(widths))
        inside = 0 < narrowest < len(widths) - 1
        spread = max(widths) - min(widths)
        yield f"{sheet.name} {words}", spread, spread > 1 and not inside


def title_words(sheet: Any) -> Iterator[Sample]:
    """14: no word stands on two rows; this is the number of rows."""
    for words, rows in broken_titles(sheet):
        ends = list(accumulate(len(row.text) for row in rows))[:-1]
        whole = "".join(row.text for row in rows)
        borders = set(accumulate(map(len, rjieba.cut(SIMPLIFIED.convert(whole)))))
        yield f"{sheet.name} {words}", len(rows), borders.issuperset(ends)


def broken_titles(sheet: Any) -> Iterator[tuple[str, list[Any]]]:
    """The titles of several rows that the plan itself does not break."""
    mine = (sheet.document.title, *(one.title for one in sheet.document.attachments))
    by_hand = {one.replace("\n", "") for one in mine if "\n" in one}
    for paragraph, rows in groupby(sheet.rows, key=attrgetter("paragraph")):
        style, words = paragraph.style.lower(), paragraph.text.replace("\n", "")
        if style in BROKEN and words not in by_hand and len(shown := list(rows)) > 1:
            yield words, shown


def dash_height(sheet: Any) -> Iterator[Sample]:
    """23: the dash is 7 mm below the text block, 269 mm from the top."""
    for place, page in pages_of(sheet):
        if sheet.number_glyphs(page):
            middle = sheet.dash(page)
            yield place, middle, 268 <= middle <= 270


def number_side(sheet: Any) -> Iterator[Sample]:
    """23: odd pages right, even pages left, one character from the block."""
    for place, page in pages_of(sheet):
        glyphs = sheet.number_glyphs(page)
        if glyphs and page % 2:
            inset = 210 - max(g.right for g in glyphs) * MM
            yield place, inset, 30 <= inset <= 32
        elif glyphs:
            inset = min(g.left for g in glyphs) * MM
            yield place, inset, 32 <= inset <= 34


def number_centred(sheet: Any) -> Iterator[Sample]:
    """24: distance of the middle of the page number from the middle of the block."""
    page_figures = sheet.style.page
    middle = (page_figures.left.mm + page_figures.width.mm - page_figures.right.mm) / 2
    for place, page in pages_of(sheet):
        glyphs = sheet.number_glyphs(page)
        mine = (min(g.left for g in glyphs) + max(g.right for g in glyphs)) / 2 * MM
        yield place, mine - middle, abs(mine - middle) <= 0.5


def numbers_run_on(sheet: Any) -> Iterator[Sample]:
    """25: the numbers are 1, 2, 3 … through the attachments."""
    for page in range(1, len(sheet.pages) + 1):
        place = f"{sheet.name} p.{page}"
        if glyphs := sheet.number_glyphs(page):
            said = "".join(g.text for g in glyphs).strip("—")
            yield place, float(said), int(said) == page


def pitch(sheet: Any) -> Iterator[Sample]:
    """27: from row to row, in mm."""
    wanted = sheet.style.grid.pitch.mm
    for one, following in pairwise(sheet.rows):
        same = one.paragraph is following.paragraph and one.page == following.page
        if same and is_body(one):
            height = following.baseline - one.baseline
            yield f"{sheet.name} {following.text[:8]}", height, abs(height - wanted) <= 0.05


def rows_on_a_full_page(sheet: Any) -> Iterator[Sample]:
    """27: 22 rows, or fewer where the next page begins with what must not be parted from it."""
    with_tables = {row.page for row in sheet.rows if row.paragraph.table is not None}
    height = sheet.style.grid.pitch.mm
    for (page, rows), (_next, following) in pairwise(sheet.text_rows.items()):
        styles = {row.paragraph.style.lower() for row in rows}
        if not rows or not following or page in with_tables or styles & set(TITLES):
            continue
        head = following[0]
        # A new attachment, or what keeps to the paragraph below it.
        if head.paragraph.style.lower() in TITLES or head.paragraph.properties.get("keepNext"):
            continue
        signing = {"signature", "attachment note"}
        if {row.paragraph.style.lower() for row in following[1:4]} & signing:
            continue
        count = round((rows[-1].baseline - rows[0].baseline) / height) + 1
        yield f"{sheet.name} p.{page}", count, count == sheet.style.grid.rows


def characters_in_a_full_row(sheet: Any) -> Iterator[Sample]:
    """28: a row of hanzi that nothing cuts short has 28 of them, 26 behind an indent."""
    for one, following in pairwise(sheet.rows):
        if one.paragraph is not following.paragraph or not is_body(one):
            continue
        if " " in one.paragraph.text.replace("\u3000", " "):
            continue
        marks = NOT_FIRST + ",.;:?!)"
        pushed = following.text[0] in NOT_LAST or following.text[1:2] in tuple(marks)
        # What cannot be parted moves to the next row as a whole.
        joined = following.text[0] in "…—" or following.text[0].isascii()
        if FULL_WIDTH.fullmatch(one.text) and not pushed and not joined:
            wanted = sheet.style.grid.characters - 2 * one.first
            yield f"{sheet.name} {one.text[:8]}", len(one.text), len(one.text) == wanted


def left_ink(sheet: Any) -> Iterator[Sample]:
    """29: the ink begins at 28 mm."""
    for page, ink in sheet.ink.items():
        # A hanzi may be narrower than its square, so one row at the edge says little.
        if sum(row.left < 28.5 for row in sheet.text_rows[page]) > 2:
            yield f"{sheet.name} p.{page}", ink.left, 27.8 <= ink.left <= 29


def right_ink(sheet: Any) -> Iterator[Sample]:
    """29: nothing is right of 184.5 mm."""
    for page, ink in sheet.ink.items():
        yield f"{sheet.name} p.{page}", ink.right, ink.right <= 184.5


def first_ink(sheet: Any) -> Iterator[Sample]:
    """30: the first row of text is at 37 to 41 mm; rows of titles are higher."""
    for page, ink in sheet.ink.items():
        rows = [row for row in sheet.rows if row.page == page]
        head = min(rows, key=lambda row: row.baseline)
        outside = head.paragraph.table or head.paragraph.style.lower() in TITLES
        if not outside and not _repeated(sheet, page):
            yield f"{sheet.name} p.{page}", ink.top, 37 <= ink.top <= 41


def _repeated(sheet: Any, page: int) -> bool:
    """The page begins with the head of a table that goes on."""
    numbers = sheet.number_glyphs(page)
    glyphs = sheet.pages[page - 1].glyphs
    return any(g.artifact and g.text.strip() and g not in numbers for g in glyphs)


def last_ink(sheet: Any) -> Iterator[Sample]:
    """30: the last row ends above 262 mm."""
    # Where white is measured to the ink, rows are higher and end half a millimetre lower.
    lowest = 262.5 if sheet.style.page.coordinate == "33476" else 262
    for page, ink in sheet.ink.items():
        yield f"{sheet.name} p.{page}", ink.bottom, ink.bottom <= lowest


def first_line(sheet: Any) -> Iterator[Sample]:
    """31: the first row is indented by two characters."""
    for row in sheet.rows:
        # The white in front of an opening mark belongs to the mark.
        if row.page not in sheet.upright or not row.first or not is_body(row):
            continue
        if row.text[0] not in NOT_LAST:
            indent = row.left - sheet.style.page.left.mm
            yield f"{sheet.name} {row.text[:8]}", indent, abs(indent - 11.1) <= 0.3


def same_text(sheet: Any) -> Iterator[Sample]:
    """32: the characters of the PDF are those of the Word file."""
    asked = [letter for letter, _paragraph in sheet.asked]
    printed = [one.letter for one in sheet.printed]
    place = difference(asked, printed)
    yield sheet.name, len(printed), place is None


def embedded(sheet: Any) -> Iterator[Sample]:
    """33: every font is embedded."""
    command = ["pdffonts", str(sheet.path)]
    lines = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    fonts = [line.split()[-5:-2] for line in lines.splitlines()[2:]]
    yield sheet.name, len(fonts), bool(fonts) and all(font[0] == "yes" for font in fonts)


def known_fonts(sheet: Any) -> Iterator[Sample]:
    """33: no hanzi fell back to a font the style does not name, none is an empty box."""
    asked = [letter for letter, _paragraph in sheet.asked]
    printed = [one.letter for one in sheet.printed]
    notices = font_report.notices(zip(asked, printed, strict=True), sheet.style)
    yield f"{sheet.name}: {' '.join(notices[1:])}", len(notices) - 1, len(notices) == 1


def edges_of_rows(sheet: Any) -> Iterator[Sample]:
    """34: no row begins or ends with a mark that must not stand there."""
    for row in sheet.rows:
        wrong = (row.text[0] in NOT_FIRST and not row.first) or row.text[-1] in NOT_LAST
        yield f"{sheet.name} {row.text[:8]}…{row.text[-3:]}", float(wrong), not wrong


def lonely_headings(sheet: Any) -> Iterator[Sample]:
    """35: how many headings stand on the last row of a page; LibreOffice may leave one there."""
    count = 0
    for _place, page in pages_of(sheet):
        rows = [row for row in sheet.rows if row.page == page]
        last = max(rows, key=lambda row: row.baseline, default=None)
        count += last is not None and last.paragraph.style.lower().startswith("heading")
    yield sheet.name, count, count <= 1


def lonely_signatures(sheet: Any) -> Iterator[Sample]:
    """35: no page holds a signature alone."""
    for place, page in pages_of(sheet):
        names = {row.paragraph.style.lower() for row in sheet.rows if row.page == page}
        alone = "signature" in names and names <= {"signature", "attachment note"}
        yield place, float(alone), not alone


def body_on_the_first_page(sheet: Any) -> Iterator[Sample]:
    """36: so many rows of text stand on page 1, or on the page behind a table of contents."""
    outside = {*TITLES, "salutation", "signature"}
    first = max((row.page for row in sheet.rows if is_listed(row)), default=0) + 1
    rows = [
        row
        for row in sheet.rows
        if row.page == first and row.paragraph.style.lower() not in outside
    ]
    yield sheet.name, len(rows), bool(rows)


def signature_step(sheet: Any) -> Iterator[Sample]:
    """40: without a seal the date begins two characters right of the signing body."""
    if sheet.document.signature is None or sheet.document.signature.sealed:
        return
    rows = [row for row in sheet.rows if row.paragraph.style.lower() == "signature"]
    if len(rows) == 2:
        indent = rows[1].paragraph.properties.get("ind.rightChars", "0")
        step = rows[1].left - rows[0].left
        # A date that would leave the block stops at its edge.
        clamped = indent == "0"
        yield sheet.name, step, clamped or abs(step - 11.1) <= 0.5


def turned_number(sheet: Any) -> Iterator[Sample]:
    """50: the number of a landscape page is where it is on other pages: one character inside."""
    for page in set(range(1, len(sheet.pages) + 1)) - sheet.upright:
        glyphs = sheet.number_glyphs(page)
        if page % 2:
            inset = 210 - (glyphs[-1].baseline + glyphs[-1].size) * MM
            yield f"{sheet.name} p.{page}", inset, 30 <= inset <= 32
        else:
            inset = glyphs[0].baseline * MM
            yield f"{sheet.name} p.{page}", inset, 32 <= inset <= 34


def turned_dash(sheet: Any) -> Iterator[Sample]:
    """50: its dash is 7 mm from the block, which begins at 35 mm."""
    for page in set(range(1, len(sheet.pages) + 1)) - sheet.upright:
        middle = sheet.turned_dash(page)
        yield f"{sheet.name} p.{page}", middle, 27 <= middle <= 29


def contents_pages(sheet: Any) -> Iterator[Sample]:
    """57: the number behind each line of the contents is that of the page it leads to."""
    # Taking them out raises an error where one is wrong.
    left = sheet.printed
    for line in sheet.listed:
        yield f"{sheet.name} {line.words}", left[line.target].page, True


def red_line(sheet: Any) -> Iterator[Sample]:
    """59: the red line under the head is as wide as the block."""
    for _above, line in lines_of_the_head(sheet):
        width = line.right - line.left
        yield sheet.name, width, abs(width - sheet.style.page.block_width / TWIPS) <= 1


def red_line_gap(sheet: Any) -> Iterator[Sample]:
    """59: it stands 4 mm below the number."""
    for ink_of_number, line in lines_of_the_head(sheet):
        yield sheet.name, line.top - ink_of_number, abs(line.top - ink_of_number - 4) <= 1


def issue_mark(sheet: Any) -> Iterator[Sample]:
    """59: the mark begins 35 mm below the upper edge of the block."""
    if sheet.document.notice is not None and sheet.style.letterhead is not None:
        yield sheet.name, sheet.ink[1].top, abs(sheet.ink[1].top - (37 + 35)) <= 1


def lines_of_the_head(sheet: Any) -> Iterator[tuple[float, Any]]:
    """The lower edge of the number, and the line below it."""
    if sheet.document.notice is None or sheet.style.letterhead is None:
        return
    numbers = [row for row in sheet.rows if row.paragraph.style.lower() == "issue number"]
    (line,) = sheet.rules(1)
    # A hanzi reaches a ninth of its size below its baseline.
    yield numbers[-1].baseline + sheet.style.letterhead.number.size.mm / 9, line


def imprint_foot(sheet: Any) -> Iterator[Sample]:
    """60: the last line of the imprint is the foot of the block on an even page."""
    for number, lines in imprint_lines(sheet):
        right = number % 2 == 0 and not sheet.number_glyphs(number)
        yield sheet.name, lines[-1].bottom, right and abs(lines[-1].bottom - 262) <= 1


def imprint_widths(sheet: Any) -> Iterator[Sample]:
    """60: its lines are as wide as the block."""
    for _number, lines in imprint_lines(sheet):
        for line in lines:
            width = line.right - line.left
            yield sheet.name, width, abs(width - sheet.style.page.block_width / TWIPS) <= 1


def imprint_outer(sheet: Any) -> Iterator[Sample]:
    """60: the first and the last are 0.35 mm thick."""
    for _number, lines in imprint_lines(sheet):
        for line in (lines[0], lines[-1]):
            thickness = line.bottom - line.top
            yield sheet.name, thickness, abs(thickness - 0.35) <= LINE_ERROR


def imprint_inner(sheet: Any) -> Iterator[Sample]:
    """60: those between them are 0.25 mm thick."""
    for _number, lines in imprint_lines(sheet):
        for line in lines[1:-1]:
            thickness = line.bottom - line.top
            yield sheet.name, thickness, abs(thickness - 0.25) <= LINE_ERROR


def imprint_lines(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """The last page of an issued document, and the lines on it."""
    if sheet.document.notice is not None and sheet.style.letterhead is not None:
        yield len(sheet.pages), sheet.rules(len(sheet.pages))


def accessible(sheet: Any) -> Iterator[Sample]:
    """61: tagged, with a language and a title that is shown."""
    with sheet.path.open("rb") as file:
        catalog = PDFDocument(PDFParser(file)).catalog
    tagged = resolve1(catalog.get("MarkInfo", {})).get("Marked")
    shown = resolve1(catalog.get("ViewerPreferences", {})).get("DisplayDocTitle")
    language = catalog.get("Lang", b"").decode()
    right = tagged and shown and language == sheet.document.properties.language
    yield f"{sheet.name} {language}", float(bool(tagged)), bool(right)


ALL, GB = STYLES, ("gb", "gb-33476")
CHECKS: dict[str, tuple[Callable[[Any], Iterator[Sample]], tuple[str, ...]]] = {
    "14 rows of a title, differ by mm": (title_shapes, ALL),
    "14 rows of a title, words whole": (title_words, ALL),
    "23 dash, mm from the top": (dash_height, GB),
    "23 page number, mm from the side": (number_side, GB),
    "24 page number off the middle, mm": (number_centred, ("tw", "hk", "plain")),
    "25 page number": (numbers_run_on, ALL),
    "27 row pitch, mm": (pitch, ALL),
    "27 rows on a full page": (rows_on_a_full_page, GB),
    "28 hanzi in a full row": (characters_in_a_full_row, GB),
    "29 left ink, mm": (left_ink, GB),
    "29 right ink, mm": (right_ink, GB),
    "30 first ink, mm": (first_ink, GB),
    "30 last ink, mm": (last_ink, GB),
    "31 first-line indent, mm": (first_line, GB),
    "32 characters, PDF = Word": (same_text, ALL),
    "33 fonts, all embedded": (embedded, ALL),
    "33 warnings about fonts": (known_fonts, ALL),
    "34 forbidden marks at row ends": (edges_of_rows, ALL),
    "35 headings on last rows, at most": (lonely_headings, ALL),
    "35 signatures alone on a page": (lonely_signatures, ALL),
    "36 rows of text on page 1": (body_on_the_first_page, ALL),
    "40 date right of the body, mm": (signature_step, GB),
    "50 landscape number, mm inside": (turned_number, GB),
    "50 landscape dash, mm from the edge": (turned_dash, GB),
    "57 pages in the contents": (contents_pages, ALL),
    "59 mark, mm from the top": (issue_mark, GB),
    "59 red line, mm wide": (red_line, GB),
    "59 red line, mm below the number": (red_line_gap, GB),
    "60 foot of the imprint, mm": (imprint_foot, GB),
    "60 lines of the imprint, mm wide": (imprint_widths, GB),
    "60 outer lines, mm thick": (imprint_outer, GB),
    "60 inner lines, mm thick": (imprint_inner, GB),
    "61 tagged, language, title": (accessible, ALL),
}
CASES = [(name, style) for name, (_check, styles) in CHECKS.items() for style in styles]


@pytest.fixture(scope="session")
def measured(press: Press) -> Callable[[str, str], Measured]:
    """The result of a check in a style, measured once."""
    known: dict[tuple[str, str], Measured] = {}

    def measure(name: str, style: str) -> Measured:
        if (name, style) not in known:
            check = CHECKS[name][0]
            samples = [sample for sheet in press(style) for sample in check(sheet)]
            known[name, style] = Measured(samples)
        return known[name, style]

    return measure


@pytest.mark.parametrize("style", STYLES)
def test_everything_there_is_gets_printed(style: str, press: Press) -> None:
    sheets = press(style)
    assert len(sheets) >= 12
    assert all(sheet.pages for sheet in sheets)
    assert all("此页无正文" not in page.text for sheet in sheets for page in sheet.rows)


@pytest.mark.parametrize(("name", "style"), CASES)
def test_the_pages_are_as_the_standard_wants_them(
    name: str, style: str, measured: Callable[[str, str], Measured]
) -> None:
    found = measured(name, style)
    assert found.samples
    assert found.wrong == []


def test_the_figures_that_were_measured(
    measured: Callable[[str, str], Measured],
    record_property: Callable[[str, object], None],
) -> None:
    lines = [f"{'check':36} style     samples     lowest    highest   wrong"]
    lines += [f"{name:36} {style:8} {measured(name, style).row}" for name, style in CASES]
    record_property("shown at the end", lines)
    assert len(lines) == 1 + len(CASES)
