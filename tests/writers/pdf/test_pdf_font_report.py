"""The report of the fonts in a PDF, with fonts that are known whatever is installed."""

from __future__ import annotations

import pytest

from planforge import fonts, styles
from planforge.fonts import Face
from planforge.writers.pdf.font_report import notices
from planforge.writers.pdf.letters import Letter

KNOWN = {name: Face(name, (name,)) for name in ("FandolFang-Regular", "UKaiCN", "DejaVuSerif")}


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "faces", lambda names: {name: KNOWN[name] for name in names})


def told(*letters: tuple[str, str, str]) -> tuple[str, ...]:
    """The report for characters, each with the font asked for and the one that was used."""
    pairs = [(Letter(one, asked), Letter(one, used)) for one, asked, used in letters]
    return notices(pairs, styles.load("gb"))


def test_a_font_of_the_theme_that_names_none_is_told_in_words() -> None:
    report = told(("甲", "", "UKaiCN"), ("a", "", "DejaVuSerif"))
    assert report[0].startswith("fonts: ")
    assert "fonts that the file does not name → UKaiCN" in report[0]
    assert "fonts that the file does not name → DejaVuSerif" in report[0]


def test_what_no_font_was_named_for_is_in_no_wrong_one_but_breaks_as_it_will() -> None:
    assert told(("甲", "", "UKaiCN"), ("乙", "", "UKaiCN"))[1] == (
        "warning: the file names no font for 2 characters, which are printed in UKaiCN;"
        " lines and pages may break elsewhere"
    )


def test_a_font_outside_the_chain_is_named_beside_the_right_one() -> None:
    assert told(("甲", "仿宋_GB2312", "UKaiCN"))[1] == (
        "warning: 1 characters in 仿宋_GB2312 are printed in UKaiCN;"
        " lines and pages may break elsewhere"
    )
