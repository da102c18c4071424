from __future__ import annotations

import datetime as dt

import pytest

from planforge.errors import UserError
from planforge.model.period import Period
from planforge.scaffold import Answers, default_period, kinds, period_text, questions
from planforge.scaffold.spans import by, months_of, share, signing_day

SPRING = dt.date(2027, 3, 1)
AUTUMN = dt.date(2026, 11, 21)


def test_the_questions_are_asked_in_order_with_examples_of_the_kind() -> None:
    asked = questions("school", AUTUMN)
    assert [(q.name, q.default, q.example) for q in asked] == [
        ("organization", "", "青禾县第一中学工会"),
        ("superior", "", "青禾县教育工会"),
        ("period", "2027", "2027、2027年上半年、2026-2027学年第一学期"),
    ]
    assert all(q.prompt for q in asked)


@pytest.mark.parametrize("kind", kinds())
def test_every_question_fills_an_answer_and_accepts_its_default(kind: str) -> None:
    asked = questions(kind, SPRING)
    assert asked
    for question in asked:
        assert question.name in Answers.__struct_fields__
        assert question.example
        question.check(question.default)
        question.check(question.example.partition("、")[0])


def test_the_examples_are_in_the_script_of_the_region() -> None:
    asked = questions("school", AUTUMN, region="tw", convert=lambda text: text.replace("学", "學"))
    assert asked[0].example == "青禾县第一中學工会"


def test_answers_that_cannot_be_used_are_refused_when_they_are_given() -> None:
    organization, _superior, period = questions("school", AUTUMN)
    with pytest.raises(ValueError, match="cannot be printed"):
        organization.check("甲\n乙")
    with pytest.raises(ValueError, match="is not a period"):
        period.check("明年吧")


@pytest.mark.parametrize(
    ("today", "year"),
    [(dt.date(2026, 9, 30), "2026"), (dt.date(2026, 10, 1), "2027"), (SPRING, "2027")],
)
def test_from_october_on_the_next_year_is_planned(today: dt.date, year: str) -> None:
    assert default_period(today) == year
    assert period_text(today) == year


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ({"year": "2029"}, "2029"),
        ({"school_year": "2027-2028"}, "2027-2028学年"),
        ({"school_year": "2027"}, "2027-2028学年"),
        ({"school_year": "2027-2028学年", "term": "2"}, "2027-2028学年第二学期"),
        ({"term": "1"}, "2026-2027学年第一学期"),
        ({"term": "二"}, "2026-2027学年第二学期"),
    ],
)
def test_options_become_the_words_of_a_period(asked: dict[str, str], text: str) -> None:
    assert period_text(AUTUMN, **asked) == text
    Period.parse(text)


def test_in_spring_the_running_school_year_began_last_year() -> None:
    assert period_text(SPRING, term="2") == "2026-2027学年第二学期"
    assert period_text(dt.date(2027, 7, 1), term="1") == "2027-2028学年第一学期"


def test_options_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(UserError, match="a year or a school year, not both"):
        period_text(AUTUMN, year="2027", term="1")
    with pytest.raises(UserError, match="there is no term 3"):
        period_text(AUTUMN, term="3")


@pytest.mark.parametrize(
    ("period", "months"),
    [
        ("2027", [*range(1, 13)]),
        ("2026-2027学年", [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8]),
        ("2026-2027学年第一学期", [9, 10, 11, 12, 1]),
        ("2026-11..2028-02", [11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    ],
)
def test_the_months_of_a_period_come_in_its_order_and_once(period: str, months: list[int]) -> None:
    assert months_of(Period.parse(period)) == months


def test_a_deadline_outside_the_months_moves_to_their_end() -> None:
    assert by([9, 10, 11], 10) == "10月底前"
    assert by([9, 10, 11], 3) == "11月底前"
    assert by([], 3) == "3月底前"


def test_yearly_figures_shrink_with_the_period_but_never_to_nothing() -> None:
    assert share([*range(1, 13)], 5) == 5
    assert share([9, 10, 11, 12, 1], 5) == 3
    assert share([7], 4) == 1


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2027", dt.date(2027, 1, 8)),
        ("2026-2027学年", dt.date(2026, 9, 11)),
        ("2026-2027学年第二学期", dt.date(2027, 3, 5)),
    ],
)
def test_the_proposed_date_is_a_friday_early_in_the_period(period: str, day: dt.date) -> None:
    assert signing_day(Period.parse(period)) == day
    assert day.isoweekday() == 5
