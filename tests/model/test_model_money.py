from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from planforge.model import money
from planforge.model.money import Money
from planforge.patterns import pattern


@pytest.mark.parametrize(
    ("text", "amount", "per"),
    [
        ("3000", "3000", ""),
        ("3000元", "3000", ""),
        ("3,000元", "3000", ""),
        ("３０００元", "3000", ""),
        ("3000.50元", "3000.50", ""),
        ("3000 元", "3000", ""),
        ("1.5万元", "15000", ""),
        ("1.5萬元", "15000", ""),
        ("1.5万", "15000", ""),
        ("2亿元", "200000000", ""),
        ("三千元", "3000", ""),
        ("叁仟元整", "3000", ""),
        ("人民币500元整", "500", ""),
        ("新臺幣1萬4,286元", "14286", ""),
        ("HK$500", "500", ""),
        ("￥500", "500", ""),
        ("约2万元", "20000", ""),
        ("約2萬元", "20000", ""),
        ("2万元左右", "20000", ""),
        ("不超过2万元", "20000", ""),
        ("3000元（含税）", "3000", ""),
        ("0", "0", ""),
        ("0.1", "0.1", ""),
        ("每人100元", "100", "人"),
        ("每人补贴100元", "100", "人"),
        ("100元/人", "100", "人"),
        ("100/人", "100", "人"),
        ("100元每人", "100", "人"),
        ("人均200元", "200", "人"),
        ("每户500元", "500", "户"),
        ("200元/次", "200", "次"),
        ("每人每年100元", "100", "人/年"),
    ],
)
def test_amounts_are_exact(text: str, amount: str, per: str) -> None:
    money = Money.parse(text)
    assert (str(money.amount), money.per) == (amount, per)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "无",
            "自筹",
            "",
            "万元",
            "若干元",
            "500元×20人",
            "1000-2000元",
            "-500",
            "3元5角",
            "1.2.3",
        ),
        "另行安排",
    ],
)
def test_words_without_one_amount_are_kept(text: str) -> None:
    money = Money.parse(text)
    assert (money.amount, money.per, money.in_words()) == (None, "", text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3000", "3000元"),
        ("3,000", "3,000元"),
        ("３０００", "3000元"),
        ("1.5万", "1.5万元"),
        ("1.5萬", "1.5萬元"),
        ("约2万", "约2万元"),
        ("每人100", "每人100元"),
        ("100/人", "100元/人"),
        ("3000元", "3000元"),
        ("3,000元", "3,000元"),
        ("HK$500", "HK$500"),
        ("新臺幣1萬4,286元", "新臺幣1萬4,286元"),
        ("每人补贴100元", "每人补贴100元"),
        ("3000（含税）", "3000元（含税）"),
        ("自筹", "自筹"),
    ],
)
def test_a_bare_number_gets_its_unit_and_words_stay(text: str, words: str) -> None:
    assert Money.parse(text).in_words() == words


def test_a_number_of_the_file_is_an_amount() -> None:
    money = TypeAdapter(Money).validate_python(1200)
    assert (money.amount, money.in_words()) == (Decimal(1200), "1200元")


@settings(deadline=None)
@given(
    st.decimals(0, 10**9, places=2),
    st.sampled_from(["{}", "{}元", "{}万", "{}万元", "{}元/人", "每人{}", "约{}", "人民币{}元整"]),
)
def test_what_is_printed_means_the_same_amount(figure: Decimal, form: str) -> None:
    money = Money.parse(form.format(figure))
    again = Money.parse(money.in_words())
    assert money.amount == figure * (10_000 if "万" in form else 1)
    assert (again.amount, again.per) == (money.amount, money.per)


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="0123456789.,元万亿每人/约 ￥（）十百", max_size=14)))
def test_reading_an_amount_never_fails(text: str) -> None:
    money = Money.parse(text)
    assert money.amount is None or money.amount >= 0
    assert money.in_words().strip() or not text.strip()


@given(st.from_regex(r"[0-9]{1,13}(\.[0-9]{1,5})?万?元?", fullmatch=True))
def test_the_usual_form_is_only_a_short_cut(text: str) -> None:
    usual = Money.parse(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(money, "_USUAL", pattern("(?!)"))
        every = Money.parse(text)
        printed = every.in_words()
    assert usual == every
    assert usual.in_words() == printed
