from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planforge import __version__, diagnosis, fonts
from planforge.bug_report import PACKAGES
from planforge.office import program

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., tuple[int, str, str]]


STYLES = ("gb", "gb-33476", "hk", "plain", "tw")


@pytest.fixture(autouse=True)
def _no_slow_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "version", lambda path: "7.4" if path else "")


def test_everything_is_listed_with_a_mark_and_a_word(call: Call) -> None:
    code, out, said = call("doctor")
    assert (code, said) == (0, "")
    lines = [line for line in out.splitlines() if not line.startswith(" ")]
    assert lines[0] == f"✓ 正常  planforge：{__version__}"
    assert all(line.startswith(("✓ 正常  ", "✗ 注意  ")) for line in lines)
    for subject in ("Python", "typer", "OpenCC 官方软件包", "YAML 解析器", "LibreOffice", "模板"):
        assert any(subject in line for line in lines), subject
    assert "✓ 正常  提示信息的语言：zh-Hans" in lines


def test_everything_that_planforge_needs_is_listed() -> None:
    said = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    needed = [one.partition(">=")[0] for one in said["project"]["dependencies"]]
    assert list(PACKAGES) == needed


def test_what_is_missing_says_what_it_changes(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "find", lambda: "")
    monkeypatch.setattr(fonts, "_asker", lambda: _shown)
    out = call("doctor")[1].splitlines()
    at = out.index("✗ 注意  LibreOffice：没有找到")
    assert out[at + 1] == "        不能生成 PDF；Word 文档不受影响"
    at = out.index("✗ 注意  字体 仿宋_GB2312：缺少")
    assert out[at + 1] == "        会用“仿宋”代替，换行和分页可能不同"
    assert "✓ 正常  字体 宋体：已安装" in out


def _shown(name: str) -> str:
    return name if name in {"宋体", "仿宋"} else "DejaVu Sans"


def test_a_computer_without_a_list_of_fonts_is_told(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_asker", lambda: None)
    assert "✗ 注意  字体：这台电脑上无法列出" in call("doctor")[1].splitlines()


def test_another_package_in_the_place_of_opencc_is_named(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        diagnosis, "installed_version", lambda name: "" if name == "opencc-py" else "1.0"
    )
    line = "✗ 注意  OpenCC 官方软件包：被 opencc-python-reimplemented opencc-python 占用"
    assert line in call("doctor")[1].splitlines()


def test_own_templates_are_listed_first(call: Call, work: Path) -> None:
    folder = work / ".planforge" / "templates"
    folder.mkdir(parents=True)
    listed = [line for line in call("doctor")[1].splitlines() if "模板：" in line]
    assert listed[0] == f"✓ 正常  模板：{folder}"
    assert len(listed) == 2


def test_a_font_is_found_by_any_of_its_family_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_asker", lambda: _shown)
    assert fonts.find([("宋体", ()), ("宋体", ()), ("楷体", ("仿宋",)), ("隶书", ())]) == (
        fonts.Font("宋体", installed=True),
        fonts.Font("楷体", installed=False, substitute="仿宋"),
        fonts.Font("隶书", installed=False, substitute="DejaVu Sans"),
    )


def test_every_page_style_says_what_it_follows(call: Call) -> None:
    out = call("doctor", "--lang", "en")[1]
    told = {name: line for line in out.splitlines() for name in STYLES if f"style {name}:" in line}
    assert set(told) == set(STYLES)
    assert "不是標準" in out.partition("page style hk:")[2].partition("page style plain:")[0]
