"""What planforge writes has no findings, in any style, from any of its plans."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from planforge import pipeline
from planforge.catalogue import load_catalogue
from planforge.check import check
from planforge.model.validate import validate
from planforge.scaffold import Answers, kinds, scaffold
from planforge.source.load import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.check import Finding
    from planforge.model.plan import Plan

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
STYLES = {"gb": "cn", "gb-33476": "cn", "plain": "cn", "tw": "tw", "hk": "hk"}
# What a plan itself says: words and dates of one region do not become those of another.
WORDS = {"PG042", "PG043", "PG044"}


def plan(path: Path) -> Plan:
    return pipeline.read_plan(str(path))[0]


def found(data: bytes, style: str) -> dict[str, Finding]:
    return {one.code: one for one in check("计划.docx", data, style).findings}


def test_there_are_enough_examples() -> None:
    assert len(EXAMPLES) >= 12


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_in_the_style_of_its_region_has_no_findings(path: Path) -> None:
    assert found(pipeline.render_plan(plan(path), "docx"), "") == {}


# Only the official formats have a letterhead for the notice that issues a plan.
IN_ANY_STYLE = [
    pytest.param(path, style, id=f"{path.stem}-{style}")
    for path in EXAMPLES
    for style in STYLES
    if style.startswith("gb") or path.stem != "issued-by-notice"
]


@pytest.mark.parametrize(("path", "style"), IN_ANY_STYLE)
def test_an_example_in_any_style_has_no_findings_but_about_its_words(
    path: Path, style: str
) -> None:
    data = pipeline.render_plan(plan(path), "docx", style=style, region=STYLES[style])
    assert {code: one for code, one in found(data, style).items() if code not in WORDS} == {}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "given",
    [
        ["layout.contents=是"],
        ["layout.landscape=是", "layout.schedule=table", "layout.tasks=table"],
        ["signature.sealed=是"],
    ],
    ids=["contents", "landscape", "sealed"],
)
def test_every_kind_of_layout_has_no_findings(given: list[str], style: str) -> None:
    for path in EXAMPLES[:6]:
        made, _source = pipeline.read_plan(str(path), given)
        data = pipeline.render_plan(made, "docx", style=style, region=STYLES[style])
        left = {code: one for code, one in found(data, style).items() if code not in WORDS}
        assert left == {}, path.stem


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", kinds())
def test_a_scaffold_in_any_style_has_no_findings(kind: str, style: str) -> None:
    region = STYLES[style]
    text = scaffold(kind, Answers("2027"), region="cn")
    made = validate(load("plan.yaml", text.encode()), load_catalogue())
    data = pipeline.render_plan(made, "docx", style=style, region=region)
    assert {code: one for code, one in found(data, style).items() if code not in WORDS} == {}


@pytest.mark.parametrize("style", ["gb", "gb-33476", "plain"])
def test_pages_for_both_sides_of_the_sheet_have_no_findings(tmp_path: Path, style: str) -> None:
    own = tmp_path / "both.yaml"
    own.write_text(f"extends: {style}\npage: {{duplex: yes}}\n", encoding="utf-8")
    given = ["layout.landscape=是", "layout.schedule=table"]
    for path in EXAMPLES:
        made, _source = pipeline.read_plan(str(path), given)
        data = pipeline.render_plan(made, "docx", style=str(own), region="cn")
        left = {code: one for code, one in found(data, str(own)).items() if code not in WORDS}
        assert left == {}, path.stem


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "attachments",
    [
        ["甲表", {"标题": "乙表", "内容": "正文"}],
        [{"标题": "甲表", "内容": "正文"}, "乙表", {"标题": "丙表", "内容": "正文"}],
    ],
    ids=["the second of two", "the first and third"],
)
def test_attachments_of_which_some_are_only_announced_have_no_findings(
    tmp_path: Path, attachments: list[object], style: str
) -> None:
    path = tmp_path / "plan.yaml"
    text = EXAMPLES[0].read_text(encoding="utf-8") + "\n附件: " + json.dumps(attachments) + "\n"
    path.write_text(text, encoding="utf-8")
    data = pipeline.render_plan(plan(path), "docx", style=style, region=STYLES[style])
    assert {code: one for code, one in found(data, style).items() if code not in WORDS} == {}


@pytest.mark.parametrize("region", ["cn", "tw", "hk", "mo"])
def test_a_notice_in_the_words_of_a_region_has_no_findings(tmp_path: Path, region: str) -> None:
    path = tmp_path / "plan.yaml"
    text = EXAMPLES[0].read_text(encoding="utf-8")
    path.write_text(f"{text}\n版式: {{发文: {{发文字号: 青工发〔2027〕2号}}}}\n", encoding="utf-8")
    data = pipeline.render_plan(plan(path), "docx", region=region)
    assert {code: one.message for code, one in found(data, "").items()} == {}


SOFFICE = shutil.which("soffice")
# What LibreOffice leaves out or turns round when it saves; it is no longer in the file.
LOST = {"PG054", "PG062"}


def test_what_libreoffice_saves_anew_has_no_findings_but_what_it_lost(
    tmp_path: Path, lacking: Callable[[str], NoReturn]
) -> None:
    if SOFFICE is None:
        lacking("LibreOffice (soffice) is not installed")
    names = {"federation-2027": "", "taiwan-company-union": "", "hongkong-staff-union": ""}
    made = [path for path in EXAMPLES if path.stem in names]
    assert len(made) == len(names)
    for path in made:
        data = pipeline.render_plan(plan(path), "docx")
        (tmp_path / f"{path.stem}.docx").write_bytes(data)
    saved = tmp_path / "saved"
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(saved),
            *(str(tmp_path / f"{path.stem}.docx") for path in made),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for path in made:
        report = found((saved / f"{path.stem}.docx").read_bytes(), "")
        assert set(report) <= LOST, path.stem
