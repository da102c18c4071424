from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from planforge import fontconfig, resources, styles
from planforge.styles.text import Font

if TYPE_CHECKING:
    from collections.abc import Iterable


def chains(fonts: Iterable[Font]) -> dict[str, list[str]]:
    tree = etree.fromstring(fontconfig.configuration(fonts, Path("cache")).encode())
    return {
        match.findtext("test/string") or "": [
            one.text or "" for one in match.findall("edit[@name='family']/string")
        ]
        for match in tree.findall("match[@target='pattern']")
    }


def test_every_font_of_every_style_has_its_chain() -> None:
    names = resources.names("styles", ".yaml")
    assert len(names) >= 3
    for name in names:
        fonts = styles.load(name).fonts.values()
        found = chains(fonts)
        assert {font.name: list(font.chain) for font in fonts}.items() <= found.items()


def test_an_installed_font_stands_for_itself() -> None:
    fonts = (Font(name="甲", instead=("乙",), free=("丙",)),)
    assert chains(fonts)["甲"] == ["甲", "乙", "丙"]


def test_a_font_is_known_by_each_of_its_names_its_own_before_those_it_stands_in_for() -> None:
    one = Font(name="甲", instead=("乙", "丁"), free=("丙",))
    other = Font(name="乙", instead=("丁",), free=("戊",))
    assert chains((one, other)) == {
        "甲": ["甲", "乙", "丁", "丙"],
        "乙": ["乙", "丁", "戊"],
        "丁": ["丁", "甲", "乙", "丙"],
    }


def test_a_heavy_font_is_replaced_by_a_bold_one() -> None:
    light = fontconfig.configuration((Font(name="甲"),), Path("cache"))
    heavy = fontconfig.configuration((Font(name="甲", heavy=True),), Path("cache"))
    assert "<const>bold</const>" not in light.partition("</match>")[2]
    assert "<const>bold</const>" in heavy.partition("</match>")[2]


def test_names_with_angle_brackets_stay_names() -> None:
    assert chains((Font(name="A<b> & C"),)) == {"A<b> & C": ["A<b> & C"]}


def test_the_same_fonts_give_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_a, **_k: str(tmp_path))
    one, other = fontconfig.environment(), fontconfig.environment((Font(name="甲"),))
    assert one == fontconfig.environment() != other
    assert {Path(path).parent for path in (*one.values(), *other.values())} == {
        tmp_path / "fontconfig"
    }


def test_a_cache_that_cannot_be_written_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_a, **_k: str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (path,) = fontconfig.environment().values()
    assert Path(path).parent == tmp_path
    assert Path(path).is_file()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_do_not_ask_fontconfig(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert fontconfig.environment((Font(name="甲"),)) == {}
