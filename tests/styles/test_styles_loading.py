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
    path = write("extends: own.yaml\n")
    assert problems(path) == [("PF004", 1, 10, f"{tmp_path / 'own.yaml'} extends itself")]


def test_files_that_extend_each_other_are_refused(
    write: Callable[..., str], tmp_path: Path
) -> None:
    write("extends: b.yaml\n", "a.yaml")
    path = write("title: 甲\nextends: a.yaml\n", "b.yaml")
    with pytest.raises(FileProblems) as raised:
        styles.load(path)
    (problem,) = raised.value.problems
    assert problem.place == f"{tmp_path / 'a.yaml'}:1:10"
    assert problem.message == f"{path} extends itself"


@pytest.mark.parametrize(
    ("base", "column", "message", "hint"),
    [
        ("gbb", 10, "there is no page style gbb", "did you mean gb?"),
        ("[gb]", 1, "this value of extends cannot be used", ""),
        (
            "s3://b/gb.yaml",
            10,
            "the page style s3://b/gb.yaml has to lie on this machine",
            "copy it",
        ),
    ],
)
def test_what_cannot_be_extended_is_pointed_at(
    write: Callable[..., str], base: str, column: int, message: str, hint: str
) -> None:
    with pytest.raises(FileProblems) as raised:
        styles.load(write(f"title: 甲\nextends: {base}\n"))
    (problem,) = raised.value.problems
    assert (problem.code, problem.line, problem.column) == ("PF004", 2, column)
    assert problem.message == message
    assert problem.hint.startswith(hint)


def test_a_file_is_looked_for_beside_the_file_that_extends_it(write: Callable[..., str]) -> None:
    write("extends: gb\npage: {top: 30 mm}\n", "middle.yaml")
    assert styles.load(write("extends: middle.yaml\n")).page.top.value == "30 mm"


def test_a_problem_is_pointed_at_in_the_file_that_says_it(write: Callable[..., str]) -> None:
    middle = write("extends: gb\ngrid: {pitch: tall}\n", "middle.yaml")
    with pytest.raises(FileProblems) as raised:
        styles.load(write("extends: middle.yaml\ngrid: {rows: 20}\n"))
    (problem,) = raised.value.problems
    assert problem.place == f"{middle}:2:15"


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
    assert problems(path) == [("PF004", 3, 10, "place can be outside, center")]

    path = write("extends: gb\npage: {strength: 强制}\n")
    assert problems(path) == [("PF004", 2, 18, "strength can be 规定, 推荐, 实务")]


@pytest.mark.parametrize(
    ("said", "column", "smallest", "largest"),
    [
        ("grid: {pitch: 0 pt}", 15, "1 pt", "1584 pt"),
        ("grid: {pitch: -3 pt}", 15, "1 pt", "1584 pt"),
        ("text: {body: {size: 5000 pt}}", 21, "1 pt", "1584 pt"),
        ("text: {body: {first_line: -2 字}}", 27, "0 字", "99 字"),
        ("text: {title: {before: 100 行}}", 24, "0 行", "99 行"),
        ("page: {left: -10 mm}", 14, "0 mm", "558.8 mm"),
        ("page: {height: 60 cm}", 16, "0 mm", "558.8 mm"),
    ],
)
def test_an_amount_that_no_page_can_have_is_pointed_at(
    write: Callable[..., str], said: str, column: int, smallest: str, largest: str
) -> None:
    message = f"write an amount from {smallest} to {largest}"
    assert problems(write(f"extends: gb\n{said}\n")) == [("PF004", 2, column, message)]


def test_margins_that_leave_no_room_are_refused(write: Callable[..., str]) -> None:
    path = write("extends: gb\npage:\n  left: 190 mm\n")
    ((code, line, _, message),) = problems(path)
    assert (code, line, message) == ("PF004", 2, "the margins leave no room for the text")


def test_a_font_that_is_not_among_the_fonts_is_refused(write: Callable[..., str]) -> None:
    path = write("extends: gb\ntext:\n  title: {font: comic}\n  body: {font: roman}\n")
    assert problems(path) == [
        ("PF004", 4, 16, "the font roman is not among the fonts"),
        ("PF004", 3, 17, "the font comic is not among the fonts"),
    ]


def test_a_font_of_the_letterhead_that_is_not_among_the_fonts_is_refused(
    write: Callable[..., str],
) -> None:
    path = write("extends: gb\nletterhead: {signer_font: roman, mark: {font: comic}}\n")
    assert sorted(problems(path)) == [
        ("PF004", 2, 27, "the font roman is not among the fonts"),
        ("PF004", 2, 47, "the font comic is not among the fonts"),
    ]


def test_a_level_whose_pattern_names_another_level_is_refused(write: Callable[..., str]) -> None:
    path = write(
        'extends: gb\nnumbering:\n  - {format: decimal, pattern: "%2.", font: heiti, size: 16 pt}\n'
    )
    assert problems(path) == [("PF004", 3, 32, "the pattern %2. needs %1")]


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
