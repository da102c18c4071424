"""Workbooks that are damaged or mean harm: one sentence, and little memory and time."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from planforge.agenda import returned
from planforge.catalogue import load_catalogue
from planforge.errors import UserError
from planforge.model.validate import validate
from planforge.source.load import load

SEEDS = Path(__file__).parents[1] / "fuzz" / "seeds"
DAMAGED = "表.xlsx is no Excel workbook, or it is damaged"
LARGE = "表.xlsx: the workbook is too large"


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(SEEDS / "workbook" / "table.xlsx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def said(content: dict[str, bytes]) -> str:
    """What is wrong with a workbook of these parts; empty when it is read."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    path = SEEDS / "plan" / "short.yaml"
    plan = validate(load(str(path), path.read_bytes()), load_catalogue())
    try:
        returned.read("表.xlsx", target.getvalue(), plan)
    except UserError as error:
        return error.message
    return ""


def sheet(content: dict[str, bytes]) -> str:
    return min(name for name in content if re.match(r"xl/worksheets/.*\.xml$", name))


def test_the_whole_workbook_is_read() -> None:
    assert said(parts()) == ""


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>', LARGE),
        ("<row>" + "<c/>" * 2_000_001 + "</row>", LARGE),
        ('<row r="1"><c r="A1"><f>HYPERLINK("http://127.0.0.1:9/")</f><v>1</v></c></row>', ""),
    ],
)
def test_a_few_bytes_that_would_fill_the_memory_are_refused(cells: str, message: str) -> None:
    content = parts()
    name = sheet(content)
    content[name] = content[name].replace(b"</sheetData>", f"{cells}</sheetData>".encode())
    assert said(content) == message


def test_more_than_anybody_exports_is_not_unpacked() -> None:
    assert said(parts() | {"xl/media/a.bin": b" " * 100_000_001}) == LARGE


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_entities_of_a_workbook_bring_nothing_in(declared: str) -> None:
    content = parts()
    name = sheet(content)
    body = content[name].partition(b"?>")[2] if content[name].startswith(b"<?") else content[name]
    row = b'<row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData>'
    content[name] = declared.encode() + body.replace(b"</sheetData>", row)
    assert said(content) in {"", DAMAGED}


@pytest.mark.parametrize("name", sorted(parts()))
def test_a_part_that_is_missing_or_damaged_costs_one_sentence_at_most(name: str) -> None:
    whole = parts()
    for data in (None, b"", b"<", b"<x/>", whole[name][: len(whole[name]) // 2]):
        changed = {key: value for key, value in whole.items() if key != name}
        if data is not None:
            changed[name] = data
        message = said(changed)
        assert "\n" not in message
        assert message.startswith("表.xlsx") or not message


def test_names_that_climb_out_of_the_folder_are_no_parts(tmp_path: Path) -> None:
    assert said(parts() | {"../../evil.xml": b"<x/>"}) == ""
    assert not list(tmp_path.parent.rglob("evil.xml"))
