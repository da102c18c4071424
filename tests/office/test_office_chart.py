"""The chart of the year on paper: Word's picture through LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTContainer, LTImage

from planforge.catalogue import load_catalogue
from planforge.model.validate import validate
from planforge.office import program
from planforge.pipeline import render_plan
from planforge.source.load import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pdfminer.layout import LTComponent, LTPage

pytestmark = pytest.mark.xdist_group("office")

MM: Final = 25.4 / 72
# As many long names as fit on one page, so that the picture is as high as it may be.
TASKS: Final = "".join(
    f"  - {{标题: 为教龄满三十年的教师送纪念册并合影留念{n}, 期限: {n % 12 + 1}月}}\n"
    for n in range(20)
)
PLAN: Final = f"""\
标题: 青禾县第二中学工会2027年工作计划
期间: 2027
重点任务:
{TASKS}版式: {{图表: 是}}
"""


def images(part: LTComponent) -> Iterator[LTImage]:
    if isinstance(part, LTImage):
        yield part
    if isinstance(part, LTContainer):
        for below in part:
            yield from images(below)


def test_every_chart_stands_whole_within_the_text_block_of_one_page(
    lacking: Callable[[str], NoReturn], tmp_path: Path
) -> None:
    if not program.find():
        lacking("LibreOffice (soffice) is not installed")
    plan = validate(load("plan.yaml", PLAN.encode()), load_catalogue())
    printed = tmp_path / "plan.pdf"
    printed.write_bytes(render_plan(plan, "pdf"))
    found: list[tuple[LTPage, LTImage]] = [
        (page, image) for page in extract_pages(printed) for image in images(page)
    ]
    assert len(found) == 2
    assert found[0][0].pageid != found[1][0].pageid
    for page, image in found:
        assert image.width * MM == pytest.approx(156, abs=0.5)
        assert image.x0 * MM == pytest.approx(28, abs=0.5)
        assert (page.height - image.y1) * MM > 36.5
        assert image.y0 * MM > 34.5
