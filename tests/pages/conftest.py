"""Every plan there is, printed: where each letter of the Word file stands on paper."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import pytest

from planforge import fontconfig, pipeline, styles
from planforge.catalogue import load_catalogue
from planforge.check.reading import read as read_word
from planforge.model.validate import validate
from planforge.office import program, to_pdf
from planforge.ooxml.package import Package
from planforge.recognise import plan_from_text
from planforge.scaffold import Answers, kinds, scaffold
from planforge.source.load import load
from planforge.writers import docx
from planforge.writers.pdf import contents
from planforge.writers.pdf.letters import Letter, folded, of_paragraph
from planforge.writers.pdf.pages import Glyph, Page, read
from planforge.writers.pdf.render_copy import render_copy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.check.document import Document as WordDocument
    from planforge.check.document import Paragraph
    from planforge.document.tree import Document
    from planforge.model.plan import Plan
    from planforge.styles import Style
    from planforge.writers.pdf.contents import Printed

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("PLANFORGE_CORPUS", ROOT.parent / "shared" / "corpus"))
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
REAL = sorted((CORPUS / "plans").glob("*.txt"))

MM = 25.4 / 72
PRIVATE = re.compile("[\ue000-\uf8ff]")
DOTS = 150
"""Per inch, where ink is measured: a dot is 0.17 mm."""
# Thin lines fall between dots and come out grey.
DARK = bytes(code < 200 for code in range(256))
FINE = 600
"""Per inch, where lines are measured: a dot is 0.04 mm."""
BLACK = bytes(code < 128 for code in range(256))
LISTED = "university-school-year"
"""The example that is printed with a table of contents, too."""
REGIONS = {"gb": "cn", "gb-33476": "cn", "plain": "cn"}
FAMILIES = {
    "gb": ("FandolFang", "FandolKai", "FandolHei", "FandolSong"),
    "plain": ("Noto Serif CJK SC", "Noto Sans CJK SC", "Liberation Serif", "Liberation Sans"),
    "tw": ("TW-Kai", "Liberation Serif"),
    "hk": ("Noto Serif CJK HK", "Liberation Serif"),
}


class Ink(NamedTuple):
    """What is black in the text block of a page; millimetres from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Row(NamedTuple):
    """A row of one paragraph; lengths in millimetres from the upper left corner."""

    paragraph: Paragraph
    page: int
    text: str
    left: float
    right: float
    baseline: float
    last: bool
    first: bool


@dataclass
class Sheet:
    """One printed plan.

    Attributes:
        name: Of the plan.
        style: Its page style.
        document: What is printed.
        word: The Word file.
        pdf: The file that LibreOffice made of it.
        path: Where that file is.
    """

    name: str
    style: Style
    document: Document
    word: bytes
    pdf: bytes
    path: Path

    @cached_property
    def word_document(self) -> WordDocument:
        return read_word(Package(self.name, self.word), self.style)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return self.word_document.paragraphs

    @cached_property
    def asked(self) -> list[tuple[Letter, Paragraph]]:
        """The letters of the Word file, each with its paragraph."""
        return [(letter, one) for one in self.paragraphs for letter in folded(of_paragraph(one))]

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return read(self.pdf)

    @cached_property
    def printed(self) -> list[Printed]:
        """The letters of the PDF; page numbers of a table of contents are looked at and left out.

        A wrong one raises `UserError`.
        """
        return contents.without_numbers(self.listed, contents.printed(self.pages))

    @cached_property
    def listed(self) -> tuple[contents.Line, ...]:
        """The lines of the table of contents."""
        return contents.lines(self.word_document)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows, paragraph by paragraph; of those in landscape too."""
        grouped: dict[tuple[int, int, float], list[Glyph]] = defaultdict(list)
        owners: dict[int, Paragraph] = {}
        for (_letter, owner), one in zip(self.asked, self.printed, strict=True):
            owners[owner.number] = owner
            grouped[owner.number, one.page, one.glyph.baseline].append(one.glyph)
        keys = [*grouped, (0, 0, 0.0)]
        found = []
        before = 0
        for key, following in pairwise(keys):
            glyphs = grouped[key]
            found.append(
                Row(
                    owners[key[0]],
                    key[1],
                    "".join(glyph.text for glyph in glyphs),
                    min(glyph.left for glyph in glyphs) * MM,
                    max(glyph.right for glyph in glyphs) * MM,
                    key[2] * MM,
                    last=following[0] != key[0],
                    first=before != key[0],
                )
            )
            before = key[0]
        return found

    @cached_property
    def upright(self) -> set[int]:
        """The numbers of the pages that are not in landscape."""
        return {n for n, page in enumerate(self.pages, 1) if page.width < page.height}

    @cached_property
    def text_rows(self) -> dict[int, list[Row]]:
        """Page → its rows outside tables, from the top down; upright pages only."""
        found: dict[int, list[Row]] = {page: [] for page in sorted(self.upright)}
        for row in self.rows:
            if row.paragraph.table is None and row.page in found:
                found[row.page].append(row)
        return found

    def number_glyphs(self, page: int) -> list[Glyph]:
        """The glyphs of the page number: below the text block; turned, beside it, in landscape."""
        if page not in self.upright:
            return [g for g in self.pages[page - 1].glyphs if not g.upright and g.text.strip()]
        below = (self.style.page.height.mm - self.style.page.bottom.mm) / MM
        glyphs = self.pages[page - 1].glyphs
        return [g for g in glyphs if g.artifact and g.baseline > below and g.text.strip()]

    @cached_property
    def raster(self) -> list[list[bytes]]:
        """Page → its rows of dots, a dark dot as 1."""
        found = []
        for page in range(1, len(self.pages) + 1):
            dots, width = _dots(self.path, page, DOTS, DARK)
            found.append([dots[at : at + width] for at in range(0, len(dots), width)])
        return found

    @cached_property
    def ink(self) -> dict[int, Ink]:
        """Page → the ink of its text block; upright pages with ink only."""
        found = {}
        below = self.style.page.height.mm - self.style.page.bottom.mm + 2
        for page in self.upright:
            dots = self.raster[page - 1][: round(below / 25.4 * DOTS)]
            black = [at for at, row in enumerate(dots) if 1 in row]
            if black:
                left = min(dots[at].find(1) for at in black)
                right = max(dots[at].rfind(1) for at in black) + 1
                box = (left, black[0], right, black[-1] + 1)
                found[page] = Ink(*(one * 25.4 / DOTS for one in box))
        return found

    def rules(self, page: int) -> list[Ink]:
        """The level lines of a page that are longer than half the block, from the top down."""
        dots, width = _dots(self.path, page, FINE, BLACK)
        shortest = self.style.page.block_width / 1440 * FINE / 2
        found: list[Ink] = []
        for at in range(0, len(dots), width):
            left, longest = _longest_run(dots[at : at + width])
            if longest < shortest:
                continue
            box = (left, at // width, left + longest, at // width + 1)
            row = Ink(*(one * 25.4 / FINE for one in box))
            if found and row.top - found[-1].bottom < 25.4 / FINE / 2:
                row = found.pop()._replace(bottom=row.bottom)
            found.append(row)
        return found

    def table_edges(self, page: int) -> Ink:
        """The edges of the table on a page: those of its level lines."""
        lines = self.rules(page)
        return Ink(
            min(line.left for line in lines),
            lines[0].top,
            max(line.right for line in lines),
            lines[-1].bottom,
        )

    def turned_dash(self, page: int) -> float:
        """Middle of the ink of the first dash beside a landscape block, in mm from the left."""
        dash = self.number_glyphs(page)[0]
        first = round(dash.baseline * MM / 25.4 * DOTS)
        rows = self.raster[page - 1][first : first + round(dash.size / 72 * DOTS)]
        width = round((self.style.page.bottom.mm - 2) / 25.4 * DOTS)
        black = [at for row in rows for at, dot in enumerate(row[:width]) if dot]
        return (min(black) + max(black) + 1) / 2 * 25.4 / DOTS

    def dash(self, page: int) -> float:
        """Middle of the ink of the first dash of the page number, in mm from the top."""
        dash = self.number_glyphs(page)[0]
        first, last = (round(x * MM / 25.4 * DOTS) for x in (dash.left, dash.right))
        top = round((self.style.page.height.mm - self.style.page.bottom.mm + 2) / 25.4 * DOTS)
        dots = self.raster[page - 1][top:]
        black = [at for at, row in enumerate(dots, top) if 1 in row[first:last]]
        return (black[0] + black[-1] + 1) / 2 * 25.4 / DOTS


def _dots(path: Path, page: int, density: int, black: bytes) -> tuple[bytes, int]:
    """A page as dots, 1 for black, row after row; and how long a row is."""
    command = ["pdftoppm", "-r", str(density), "-gray", "-f", str(page), "-l", str(page), str(path)]
    data = subprocess.run(command, check=True, capture_output=True, timeout=120).stdout
    head = re.match(rb"P5\s(\d+)\s(\d+)\s255\s", data)
    assert head is not None
    return data[head.end() :].translate(black), int(head[1])


def _longest_run(row: bytes) -> tuple[int, int]:
    """Where the longest row of black dots begins, and how long it is."""
    runs = [(len(run), at) for at, run in _runs(row)]
    length, at = max(runs, default=(0, 0))
    return at, length


def _runs(row: bytes) -> Iterator[tuple[int, bytes]]:
    for found in re.finditer(b"\x01+", row):
        yield found.start(), found[0]


Press = dict[str, list[Sheet]]


def missing() -> str:
    """What pages cannot be measured without; empty when everything is there."""
    for name, there in (
        ("LibreOffice (soffice)", bool(program.find())),
        ("poppler (pdftoppm, pdffonts)", bool(shutil.which("pdftoppm"))),
        ("fontconfig (fc-list)", bool(shutil.which("fc-list"))),
    ):
        if not there:
            return f"{name} is not installed"
    listed = subprocess.run(
        ["fc-list", "--format", "%{family}\n"],  # noqa: S607  found on the PATH
        check=True,
        capture_output=True,
        timeout=120,
        env=os.environ | fontconfig.environment(),
    ).stdout.decode()
    known = {name.replace("\\-", "-") for name in re.split(r"[,\n]", listed)}
    lacking = [name for names in FAMILIES.values() for name in names if name not in known]
    return f"these fonts are not installed: {', '.join(lacking)}" if lacking else ""


@pytest.fixture(scope="session")
def press(
    lacking: Callable[[str], NoReturn], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], list[Sheet]]:
    """Style → everything that is printed in it, printed once, in one start of LibreOffice."""
    if reason := missing():
        lacking(reason)
    made: Press = {}

    def print_all(name: str) -> list[Sheet]:
        if name not in made:
            made[name] = _sheets(name, tmp_path_factory.mktemp(f"pages-{name}"))
        return made[name]

    return print_all


@pytest.fixture(scope="session")
def printed() -> Callable[[list[Sheet], Path], list[Sheet]]:
    """Prints documents in the styles of their sheets, which are of one family, into a folder."""
    return _printed


def _printed(sheets: list[Sheet], folder: Path) -> list[Sheet]:
    words = [docx.write(sheet.document, sheet.style) for sheet in sheets]
    copies = [render_copy(word) for word in words]
    made = to_pdf(copies, sheets[0].style.fonts.values())
    found = []
    for sheet, word, pdf in zip(sheets, words, made, strict=True):
        path = folder / f"{sheet.name}.pdf"
        path.write_bytes(pdf)
        found.append(Sheet(sheet.name, sheet.style, sheet.document, word, pdf, path))
    return found


def _sheets(name: str, folder: Path) -> list[Sheet]:
    style = styles.load(name)
    region = REGIONS.get(name, name)
    nothing = Path()
    sheets = [
        Sheet(
            title, style, pipeline.composed(plan, style=name, region=region)[0], b"", b"", nothing
        )
        for title, plan in _plans(name)
    ]
    return _printed(sheets, folder)


def _with(plan: Plan, **layout: object) -> Plan:
    return plan.model_copy(update={"layout": plan.layout.model_copy(update=layout)})


def _plans(style: str) -> Iterator[tuple[str, Plan]]:
    catalogue = load_catalogue()
    assert EXAMPLES
    for path in EXAMPLES:
        plan = validate(load(str(path)), catalogue)
        # Letterheads are those of the mainland.
        update = {} if style in REGIONS else {"issue": None}
        yield path.stem, _with(plan, **update)
        if path.stem == LISTED:
            yield f"{path.stem}-listed", _with(plan, contents=True, **update)
    if style != "gb":
        return
    for kind in kinds():
        source = load("plan.yaml", scaffold(kind, Answers("2027")).encode())
        yield f"new-{kind}", validate(source, catalogue)
    for path in REAL:
        imported = plan_from_text(path.name, path.read_bytes())
        # One of them holds garbled letters that no font has; a PDF of it is refused.
        whole = PRIVATE.sub("□", imported.yaml)
        yield f"real-{path.stem}", validate(load(path.name, whole.encode()), catalogue)
