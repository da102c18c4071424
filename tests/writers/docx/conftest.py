"""A full sample document, its parts, and LibreOffice where it is installed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from lxml import etree
from msgspec.structs import replace

from planforge import styles
from planforge.document.tree import (
    Attachment,
    Column,
    Document,
    Heading,
    Item,
    Paragraph,
    Properties,
    Signature,
    Table,
)
from planforge.writers.docx import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.etree import _Element as Element

    from planforge.document.tree import Block
    from planforge.styles import Style

SENTENCE = "围绕中心任务，团结动员职工建功立业，全年技能比武不少于4场，重在“真参与、见实效”。"


def months() -> list[Block]:
    """Unnumbered headings, each with items that begin at 1 again."""
    blocks: list[Block] = []
    for name in ("一月", "二月", "三月"):
        blocks.append(Heading(2, name))
        blocks += [Item(3, number, "", f"{name}第{number}项工作。") for number in (1, 2)]
    return blocks


@pytest.fixture
def document() -> Callable[..., Document]:
    """Makes a document of the given blocks, with all that surrounds them left out."""

    def make(*blocks: Block, **rest: Any) -> Document:
        properties = Properties("计划", "青禾县总工会", "2027年工作计划", "zh-CN", "cn", "gb")
        return replace(Document(properties, "计划", blocks), **rest)

    return make


@pytest.fixture
def sample() -> Document:
    """Every kind of block and every part of a document."""
    return Document(
        properties=Properties(
            title="青禾县第二中学工会2027年工作计划",
            creator="青禾县第二中学工会",
            subject="2027年工作计划",
            language="zh-CN",
            region="cn",
            style="gb",
        ),
        title="青禾县第二中学工会\n2027年工作计划",
        note="2027年1月8日经教职工代表大会审议通过",
        addressees="各工会小组，各处室：",
        blocks=(
            Paragraph("为做好2027年工会工作，制定本计划。"),
            Heading(1, "指导思想", 1),
            Paragraph(SENTENCE),
            Heading(1, "重点任务", 2),
            Heading(2, "思想引领", 1),
            Item(3, 1, "开展主题学习。", SENTENCE),
            Item(4, 1, "", "每月一次。"),
            Item(4, 2, "组织参观。", ""),
            Item(5, 1, "", "上半年一次。"),
            Item(3, 2, "", SENTENCE),
            Heading(2, "权益维护", 2),
            Item(3, 1, "办好实事。", SENTENCE),
            Heading(1, "月度安排", 3),
            *months(),
            Heading(1, "经费预算", 4),
            Table(
                columns=(
                    Column("序号", "center"),
                    Column("项目", "left"),
                    Column("金额（元）", "right"),
                ),
                rows=(("1", "文体活动\n含场地", "12000.00"), ("2", "A & B <c>", "800.00")),
                caption="经费预算表",
            ),
            Heading(1, "保障措施", 5),
            Item(2, 1, "", "落实责任。"),
            Paragraph("本计划由工会委员会负责解释。"),
        ),
        attachment_note=("经费预算明细表", "教职工文体活动安排表及各工会小组分工一览表"),
        signature=Signature("青禾县第二中学工会", "2027年1月8日"),
        attachments=(
            Attachment(
                "附件1",
                "经费预算明细表",
                (Heading(1, "收入", 1), Item(2, 1, "会费。", SENTENCE), Heading(1, "支出", 2)),
            ),
            Attachment(
                "附件2",
                "教职工文体活动安排表及各工会小组分工一览表",
                (Table((Column("月份"), Column("内容")), (("1月", "慰问"),)),),
            ),
        ),
    )


@pytest.fixture(scope="session")
def gb() -> Style:
    return styles.load("gb")


@pytest.fixture
def parts() -> Callable[[bytes], dict[str, bytes]]:
    """Name → bytes of all parts, in the order of the file."""

    def unpack(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return unpack


@pytest.fixture
def part(parts: Callable[[bytes], dict[str, bytes]]) -> Callable[[bytes, str], Element]:
    """One part as a tree."""
    return lambda data, name: etree.fromstring(parts(data)[name])


@pytest.fixture(scope="session")
def convert(
    tmp_path_factory: pytest.TempPathFactory, lacking: Callable[[str], NoReturn]
) -> Callable[[bytes, str], Path]:
    """Lets LibreOffice save a Word file in another format; skips where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        lacking("LibreOffice (soffice) is not installed")
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}"

    def run(data: bytes, suffix: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        source = folder / "in.docx"
        source.write_bytes(data)
        made = folder / "out" / f"in.{suffix}"
        command = [program, profile, "--headless", "--convert-to", suffix]
        command += ["--outdir", str(made.parent), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        assert made.is_file()
        return made

    return run


@pytest.fixture
def printed(
    convert: Callable[[bytes, str], Path], lacking: Callable[[str], NoReturn]
) -> Callable[[Document, Style], list[list[str]]]:
    """The rows of every page as LibreOffice prints them, without blanks; skips without poppler."""
    if shutil.which("pdftotext") is None:
        lacking("poppler (pdftotext) is not installed")

    def pages(document: Document, style: Style) -> list[list[str]]:
        pdf = convert(write(document, style), "pdf")
        command = ["pdftotext", "-layout", str(pdf), "-"]
        text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
        return [
            [row for line in page.split("\n") if (row := re.sub(r"\s", "", line))]
            for page in text.removesuffix("\f").split("\f")
        ]

    return pages
