from __future__ import annotations

import pytest

from planforge.recognise.numerals import ordinal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("贰", 2),
        ("拾壹", 11),
        ("参", 3),
        ("貳拾", 20),
        ("百二十", 0),
        ("7", 7),
        ("１２", 12),
        ("③", 3),
        ("⑿", 12),
        ("㈩", 10),
        ("c", 3),
        ("人", 0),
        ("", 0),
        ("一二", 0),
    ],
)
def test_every_numeral_of_a_mark_has_its_ordinal(text: str, number: int) -> None:
    assert ordinal(text) == number
