"""Workbooks in a program that people have: LibreOffice opens, saves and prints them."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING, Final, NoReturn

import pytest
from openpyxl import load_workbook

from planforge.agenda import returned
from planforge.catalogue import load_catalogue
from planforge.model.validate import validate
from planforge.office import program
from planforge.source.load import load
from planforge.writers.pdf.pages import read, text
from planforge.writers.xlsx import to_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("office")

LONG: Final = "深入车间班组听取意见并逐件答复" * 6
PLAN: Final = f"""\
标题: 青禾县第二中学工会2027年工作计划
期间: 2027
重点任务:
  - {{标题: 建家, 内容: =1+1, 责任人: 办公室, 期限: 6月底前, 经费: 1.2万元}}
  - {{标题: 走访, 内容: {LONG}, 经费: 3000元, 状态: 进行中}}
月度安排:
  3月:  # 先办
    - 慰问女职工
    - 读书会
"""


@pytest.fixture
def through(lacking: Callable[[str], NoReturn], tmp_path: Path) -> Callable[[bytes, str], bytes]:
    """Opens a workbook and saves it as another kind of file."""
    soffice = program.find()
    if not soffice:
        lacking("LibreOffice (soffice) is not installed")

    def convert(data: bytes, kind: str) -> bytes:
        given, made = tmp_path / "表.xlsx", tmp_path / "made"
        given.write_bytes(data)
        profile = (tmp_path / "profile").as_uri()
        command = [soffice, f"-env:UserInstallation={profile}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(made), str(given)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        found = made / f"表.{kind.partition(':')[0]}"
        if not found.exists():
            lacking("LibreOffice has no Calc")
        return found.read_bytes()

    return convert


def test_what_libreoffice_saved_comes_back(through: Callable[[bytes, str], bytes]) -> None:
    source = load("plan.yaml", PLAN.encode())
    plan = validate(source, load_catalogue())
    book = load_workbook(io.BytesIO(to_xlsx(plan)))
    sheet = book["月度安排表"]
    heads = [cell.value for cell in sheet[2]]
    for head, value in (("状态", "已完成"), ("完成时间", "2027-03-08"), ("备注", "=好")):
        cell = sheet.cell(3, heads.index(head) + 1)
        cell.value = value
        cell.data_type = "s"
    target = io.BytesIO()
    book.save(target)
    saved = through(target.getvalue(), "xlsx:Calc MS Excel 2007 XML")
    changes, strange = returned.read("表.xlsx", saved, plan)
    assert (len(changes), strange) == (1, 0)
    new = returned.taken_in(source, changes).text.text
    assert new == PLAN.replace(
        "    - 慰问女职工\n",
        "    - 名称: 慰问女职工\n      状态: 已完成\n      完成时间: 2027-03-08\n      备注: =好\n",
    )
    assert returned.read("表.xlsx", through(to_xlsx(plan), "xlsx"), plan) == ((), 0)


def test_libreoffice_adds_up_and_prints_every_word(
    through: Callable[[bytes, str], bytes],
) -> None:
    data = to_xlsx(validate(load("plan.yaml", PLAN.encode()), load_catalogue()))
    values = load_workbook(io.BytesIO(through(data, "xlsx")), data_only=True)["任务分解表"]
    money = [cell.value for cell in values[2]].index("经费") + 1
    assert [values.cell(row, money).value for row in (3, 4, 5)] == [12000, 3000, 15000]
    assert values["D3"].value == "=1+1"
    pages = read(through(data, "pdf"))
    printed = "".join(glyph.text for glyph in text(pages))
    assert "=1+1" in printed
    assert printed.count("青禾县第二中学工会2027年工作计划") == len(pages) == 2
    # Cells stand beside each other on a line; no character of the long one is cut off.
    assert printed.count("逐") == LONG.count("逐")
    assert printed.count("组") == LONG.count("组")
