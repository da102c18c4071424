"""Style files: found, joined, checked, with the place of every problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge import resources, styles
from planforge.errors import FileProblems, UserError
from planforge.styles.loading import names

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    """Writes a style file and returns its path."""

    def make(text: str, name: str = "own.yaml") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return make


def problems(path: str) -> list[tuple[str, int, int, str]]:
    with pytest.raises(FileProblems) as raised:
        styles.load(path)
    return [(p.code, p.line, p.column, p.message) for p in raised.value.problems]


def test_the_styles_that_come_with_planforge_are_found_by_name() -> None:
    assert {"gb", "gb-33476", "hk", "plain", "tw"} <= set(names())
    for name in names():
        assert styles.load(name).name == name


def test_an_unknown_style_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(UserError, match="there is no page style gbb") as raised:
        styles.load("gbb")
    assert raised.value.hint == "did you mean gb?"


def test_an_unknown_style_unlike_any_other_is_refused_with_the_list() -> None:
    with pytest.raises(UserError) as raised:
        styles.load("letterhead")
    assert "gb, gb-33476, hk, plain, tw" in raised.value.hint


def test_a_style_file_may_be_given_by_its_path(write: Callable[..., str]) -> None:
    style = styles.load(write("extends: gb\ntitle: 本会版式\n"))
    assert (style.name, style.title) == ("own", "本会版式")


def test_a_file_changes_what_it_says_and_keeps_the_rest(write: Callable[..., str]) -> None:
    own = styles.load(
        write(
            "extends: gb\n"
            "page:\n  top: 30 mm\n"
            "fonts:\n  fangsong: {name: 仿宋}\n"
            "text:\n  title: {size: 20 pt}\n"
        )
    )
    gb = styles.load("gb")
    assert own.page.top.mm == pytest.approx(30)
    assert own.page.bottom == gb.page.bottom
    assert own.fonts["fangsong"].name == "仿宋"
    assert own.fonts["fangsong"].instead == gb.fonts["fangsong"].instead
    assert own.text.title.size.points == 20
    assert own.text.title.align == "center"
    assert own.numbering == gb.numbering


def test_a_file_may_extend_a_file_that_extends_another(write: Callable[..., str]) -> None:
    middle = write("extends: gb\npage: {top: 30 mm}\n", "middle.yaml")
    own = styles.load(write(f"extends: {middle}\npage: {{bottom: 31 mm}}\n"))
    assert (own.name, own.page.top.value, own.page.bottom.value) == ("own", "30 mm", "31 mm")


def test_a_file_that_extends_itself_is_refused(write: Callable[..., str], tmp_path: Path) -> None:
    path = write(f"extends: {tmp_path / 'own.yaml'}\n")
    with pytest.raises(UserError, match=r"own\.yaml extends itself"):
        styles.load(path)


def test_files_that_extend_each_other_are_refused(
    write: Callable[..., str], tmp_path: Path
) -> None:
    write(f"extends: {tmp_path / 'b.yaml'}\n", "a.yaml")
    path = write(f"extends: {tmp_path / 'a.yaml'}\n", "b.yaml")
    with pytest.raises(UserError, match="extends itself"):
        styles.load(path)


def test_a_style_in_the_users_template_folder_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_chosen", [])
    built_in = resources.read("styles/gb.yaml").decode()
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "gb.yaml").write_text(
        built_in.replace("37 mm", "36 mm"), encoding="utf-8"
    )
    resources.use(tmp_path)
    assert styles.load("gb").page.top.mm == pytest.approx(36)


def test_an_unknown_key_is_pointed_at(write: Callable[..., str]) -> None:
    path = write("extends: gb\npage:\n  topp: 30 mm\n")
    assert problems(path) == [("PF003", 3, 3, "a style has no key topp here")]


def test_a_figure_without_a_unit_is_pointed_at(write: Callable[..., str]) -> None:
    path = write("extends: gb\npage:\n  top: 30\n")
    assert problems(path) == [("PF004", 3, 8, "write a number and its unit (mm, cm, pt)")]


def test_a_figure_in_the_wrong_unit_is_pointed_at(write: Callable[..., str]) -> None:
    path = write("extends: gb\ntext:\n  body: {first_line: 7 mm}\n")
    assert problems(path) == [("PF004", 3, 22, "write a number and its unit (字, chars)")]


def test_a_word_that_is_none_of_the_choices_is_pointed_at(write: Callable[..., str]) -> None:
    path = write("extends: gb\npage_number:\n  place: inside\n")
    assert problems(path) == [("PF004", 3, 10, "place can be 'outside' or 'center'")]


def test_margins_that_leave_no_room_are_refused(write: Callable[..., str]) -> None:
    path = write("extends: gb\npage:\n  left: 190 mm\n")
    ((code, line, _, message),) = problems(path)
    assert (code, line, message) == ("PF004", 2, "the margins leave no room for the text")


def test_a_font_that_is_not_among_the_fonts_is_refused(write: Callable[..., str]) -> None:
    path = write("extends: gb\ntext:\n  title: {font: comic}\n")
    ((_, _, _, message),) = problems(path)
    assert message == "the font comic is not among the fonts"


def test_a_level_whose_pattern_names_another_level_is_refused(write: Callable[..., str]) -> None:
    path = write(
        'extends: gb\nnumbering:\n  - {format: decimal, pattern: "%2.", font: heiti, size: 16 pt}\n'
    )
    ((_, _, _, message),) = problems(path)
    assert message == "the pattern %2. needs %1"


def test_every_problem_of_a_file_is_listed(write: Callable[..., str]) -> None:
    path = write("extends: gb\npage:\n  top: high\n  left: wide\n")
    assert [line for _, line, _, _ in problems(path)] == [3, 4]


def test_a_file_that_lacks_almost_everything_says_what_is_missing(
    write: Callable[..., str],
) -> None:
    messages = [message for _, _, _, message in problems(write("title: 空\n"))]
    assert "the key page is missing" in messages


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        styles.load(str(tmp_path / "none.yaml"))


def test_the_limits_of_a_figure_do_not_outlive_its_value(write: Callable[..., str]) -> None:
    own = styles.load(write("extends: gb\npage:\n  top: {value: 30 mm}\n  left: 25 mm\n"))
    assert (own.page.top.least, own.page.top.most, own.page.left.least) == ("", "", "")
    assert own.page.bottom.least == "34 mm"


def test_what_stands_beside_a_style_is_not_inherited(write: Callable[..., str]) -> None:
    own = styles.load(write("extends: gb\n"))
    assert (own.profile, own.alternatives) == ("gb", ())
