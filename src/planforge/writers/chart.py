"""Charts drawn with matplotlib: as SVG for the browser, as PNG for Word."""

from __future__ import annotations

import io
import logging
import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from planforge.document.chart import in_lines
from planforge.errors import UserError
from planforge.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.document.tree import Chart, ChartRow

# The first that is there is used; the others lend it the characters that it lacks.
FONTS: Final = (
    *(
        "SimSun",
        "NSimSun",
        "Songti SC",
        "Noto Serif CJK SC",
        "Noto Sans CJK SC",
        "Source Han Serif SC",
    ),
    *("FandolSong", "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei", "PingFang SC", "STSong"),
    *("Noto Serif CJK JP", "Noto Sans CJK JP", "Noto Serif CJK TC", "Noto Sans CJK TC"),
    *("DFKai-SB", "TW-Kai", "MingLiU", "PMingLiU", "AR PL UMing CN", "AR PL UKai CN"),
)
_NAMES: Final = 0.36  # of the width, for the names
_ROW: Final = 6.5  # mm, the height of a row whose name is one line
_LINE: Final = 3.9  # mm, what every further line adds
_BAR: Final = 3.6  # mm
_EDGE: Final = 17.0  # mm, for the months above and the legend below
_MM: Final = 25.4  # in an inch
_DPI: Final = 200
_SIZE: Final = 9  # pt
_INDENT: Final = 12  # pt, of the names below a section
_GAP: Final = 4  # pt, between the names and the first month
_POINTS: Final = 72  # in an inch
_DONE: Final = "#404040"
_OPEN: Final = "#d0d0d0"
_LIGHT: Final = "#b0b0b0"
_HATCH: Final = "////"
_OUTLINE: Final[dict[str, Any]] = {"edgecolor": "black", "linewidth": 0.6}
# Mark → shape and size in pt.
_MARKS: Final = {"limit": ("D", 6), "every": ("o", 4)}
# RDF about the program; a document has a description of its own.
_METADATA: Final = re.compile(rb"\s*<metadata>.*?</metadata>", re.DOTALL)
_SHORTEST: Final = 0.12  # of a month: what a single day takes


class Drawing(Struct, frozen=True):
    """A picture of the chart.

    Attributes:
        svg: For the browser; letters are outlines, so that every reader shows the same.
        png: For Word.
        width: In mm.
        height: In mm.
    """

    svg: bytes
    png: bytes
    width: float
    height: float


class _Line(Struct, frozen=True):
    """A heading or a row with the lines of its name."""

    name: list[str]
    row: ChartRow | None

    @property
    def height(self) -> float:
        """In mm."""
        return _ROW + _LINE * (len(self.name) - 1)


def draw(chart: Chart, width: float) -> Drawing:
    """The picture, readable in black and white; the same chart gives the same bytes.

    Args:
        chart: What is drawn.
        width: In mm.

    Raises:
        UserError: matplotlib is missing, or a font with hanzi is.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError as error:
        raise UserError(
            _("charts are drawn by matplotlib, which is not installed"),
            'pip install "planforge[chart]"',
        ) from error
    # It complains about every font that has no bold face.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    lines = list(_lines(chart, _room(width)))
    rows = sum(line.height for line in lines)
    height = rows + _EDGE
    settings: dict[Any, Any] = {
        "font.family": _fonts(),
        "font.size": _SIZE,
        "svg.fonttype": "path",
        "svg.hashsalt": "planforge",
        "hatch.linewidth": 0.6,
        "axes.unicode_minus": False,
    }
    with mpl.rc_context(settings):
        figure = Figure(figsize=(width / _MM, height / _MM))
        axes = figure.add_axes((_NAMES, 10 / height, 0.98 - _NAMES, rows / height))
        _frame(axes, chart, rows)
        above = 0.0
        for line in lines:
            _line(axes, above, line)
            above += line.height
        _legend(figure, chart)
        return Drawing(
            _METADATA.sub(b"", _saved(figure, "svg", metadata={"Date": None})),
            _saved(figure, "png", dpi=_DPI, metadata={"Software": "planforge"}),
            width,
            height,
        )


def _fonts() -> list[str]:
    from matplotlib.font_manager import fontManager

    there = {font.name for font in fontManager.ttflist}
    found: list[str] = [name for name in FONTS if name in there]
    if not found:
        raise UserError(
            _("no font with Chinese characters was found for the chart"),
            _("install one, such as Noto Serif CJK"),
        )
    return found


def _room(width: float) -> int:
    """How many cells, each half a hanzi wide, a name may take in a chart so many mm wide."""
    points = _NAMES * width / _MM * _POINTS - _INDENT - _GAP
    return int(points / (_SIZE / 2))


def _lines(chart: Chart, room: int) -> Iterator[_Line]:
    """Every line from the top: headings of sections and the rows below them; names are wrapped."""
    for section, rows in groupby(chart.rows, lambda row: row.section):
        if section:
            yield _Line(in_lines(section, room), None)
        for row in rows:
            yield _Line(in_lines(row.name, room), row)


def _frame(axes: Any, chart: Chart, height: float) -> None:
    months = len(chart.months)
    axes.set_xlim(0, months)
    axes.set_ylim(height, 0)
    axes.set_axisbelow(True)
    axes.set_xticks(range(months + 1), labels=[""] * (months + 1))
    axes.set_xticks([n + 0.5 for n in range(months)], labels=chart.months, minor=True)
    axes.tick_params(axis="x", which="both", length=0, labeltop=True, labelbottom=False)
    axes.set_yticks([])
    axes.grid(visible=True, axis="x", which="major", color=_LIGHT, linewidth=0.4)
    for side in axes.spines.values():
        side.set_linewidth(0.6)


def _line(axes: Any, above: float, line: _Line) -> None:
    row, middle = line.row, above + line.height / 2
    axes.annotate(
        "\n".join(line.name),
        (0, middle),
        xycoords=("figure fraction", "data"),
        xytext=(_GAP if row is None else _INDENT, 0),
        textcoords="offset points",
        va="center",
        ha="left",
        fontweight="bold" if row is None else "normal",
        linespacing=1.15,
        annotation_clip=False,
    )
    axes.axhline(above, color=_LIGHT, linewidth=0.3)
    if row is None:
        return
    color = _DONE if row.done else _OPEN
    if row.mark == "span":
        length = max(row.end - row.start, _SHORTEST)
        hatch = None if row.done else _HATCH
        axes.barh(middle, length, left=row.start, height=_BAR, color=color, hatch=hatch, **_OUTLINE)
        return
    shape, size = _MARKS[row.mark]
    places = [row.end] if row.mark == "limit" else _times(row)
    axes.plot(
        places,
        [middle] * len(places),
        shape,
        color=color,
        markeredgecolor="black",
        markersize=size,
        clip_on=False,
    )


def _times(row: ChartRow) -> list[float]:
    """The middle of every month in which it comes again."""
    return [month + 0.5 for month in range(int(row.end)) if month % row.step == row.step - 1]


def _legend(figure: Any, chart: Chart) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    open_, done, limit, every = chart.legend
    marks: list[Any] = [
        Line2D([], [], linestyle="", color=_OPEN, markeredgecolor="black", marker=mark, label=words)
        for mark, words in ((_MARKS["limit"][0], limit), (_MARKS["every"][0], every))
    ]
    figure.legend(
        handles=[
            Patch(facecolor=_OPEN, hatch=_HATCH, label=open_, **_OUTLINE),
            Patch(facecolor=_DONE, label=done, **_OUTLINE),
            *marks,
        ],
        loc="lower right",
        ncols=4,
        frameon=False,
        fontsize=_SIZE - 1,
        borderaxespad=0.2,
    )


def _saved(figure: Any, kind: str, **how: Any) -> bytes:
    target = io.BytesIO()
    figure.savefig(target, format=kind, **how)
    return target.getvalue()
