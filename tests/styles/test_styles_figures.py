from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from planforge import styles
from planforge.styles.figure import Characters, Figure, Length, Part, Rows, Squeeze, Strength
from planforge.styles.loading import names


@pytest.mark.parametrize(
    ("text", "twips"),
    [("37 mm", 2098), ("35 mm", 1984), ("28mm", 1587), ("2.6 cm", 1474), ("28.95 pt", 579)],
)
def test_lengths_become_twips(text: str, twips: int) -> None:
    assert Length(value=text).twips == twips


def test_characters_may_be_squeezed_with_either_minus() -> None:
    assert Squeeze(value="-0.25 pt").twips == -5
    assert Squeeze(value="−0.25 pt").twips == -5


def test_sizes_become_half_points_and_lines_eighths() -> None:
    assert Length(value="16 pt").half_points == 32
    assert Length(value="0.5 pt").eighths == 4


@pytest.mark.parametrize(
    "text", ["", "37", "mm", "37 in", "3 7 mm", "37 mm wide", "1e3 mm", "2 字"]
)
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Length).validate_python(text)


def test_characters_and_rows_have_their_own_units() -> None:
    assert (Characters(value="1.5 字").amount, Characters(value="2 chars").unit) == (1.5, "chars")
    assert Rows(value="1 行").amount == 1


def test_a_strength_may_be_written_in_traditional_characters() -> None:
    assert Strength("規定") is Strength.REQUIRED
    assert Strength("實務") is Strength.PRACTICE
    with pytest.raises(ValueError, match="必须"):
        Strength("必须")


def figures(part: Part) -> list[tuple[Part, Figure]]:
    found: list[tuple[Part, Figure]] = []
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Figure):
                found.append((part, one))
            elif isinstance(one, Part):
                found += figures(one)
    return found


@pytest.mark.parametrize("name", names())
def test_every_figure_written_in_a_style_says_how_binding_it_is(name: str) -> None:
    checked = [(p, f) for p, f in figures(styles.load(name)) if f.amount]
    assert len(checked) > 30
    for part, figure in checked:
        assert figure.strength or part.strength, figure


def test_the_millimetres_of_the_official_format_carry_their_clause() -> None:
    page = styles.load("gb").page
    assert (page.top.clause, page.top.strength) == ("GB/T 9704-2012 5.2.1", Strength.REQUIRED)


def test_the_style_of_hong_kong_claims_no_standard() -> None:
    style = styles.load("hk")
    assert "不是標準" in style.about
    found = figures(style)
    assert found
    assert {figure.strength or part.strength for part, figure in found} == {Strength.PRACTICE}
    assert not any(figure.clause or part.clause for part, figure in found)


def test_levels_below_the_last_are_the_last() -> None:
    style = styles.load("gb")
    assert style.level(1).pattern == "%1、"
    assert style.level(9) is style.numbering[-1]


def test_equal_styles_have_equal_hashes_and_others_have_not() -> None:
    gb = styles.load("gb")
    assert hash(gb) == hash(gb.model_copy(deep=True))
    assert hash(gb) != hash(styles.load("tw"))


def test_a_length_accepts_what_lies_between_its_limits() -> None:
    length = TypeAdapter(Length).validate_python(
        {"value": "37 mm", "least": "36 mm", "most": "38 mm"}
    )
    assert length.accepts(length.twips, 0)
    assert length.accepts(Length(value="38 mm").twips, 0)
    assert not length.accepts(Length(value="38.5 mm").twips, 0)
    assert length.accepts(Length(value="38.5 mm").twips, 30)


def test_the_reading_of_33476_moves_the_text_up_by_half_the_leading_and_keeps_22_rows() -> None:
    gb, other = styles.load("gb"), styles.load("gb-33476")
    assert other.page.coordinate == "33476"
    for side in ("top", "bottom"):
        moved = getattr(gb.page, side).mm - getattr(other.page, side).mm
        assert moved == pytest.approx(2.42)
    assert other.grid.pitch.twips == 589
    assert other.page.block_height // other.grid.pitch.twips == other.grid.rows == 22
    assert (other.text, other.numbering, other.page_number) == (
        gb.text,
        gb.numbering,
        gb.page_number,
    )


def test_the_plain_style_needs_no_font_of_the_government_and_claims_no_standard() -> None:
    style = styles.load("plain")
    assert {font.name for font in style.fonts.values()} == {
        "宋体",
        "黑体",
        "Times New Roman",
        "Arial",
    }
    found = figures(style)
    assert found
    assert {figure.strength or part.strength for part, figure in found} == {Strength.PRACTICE}
