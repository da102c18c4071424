"""The words and symbols of comparison: ≥, 不少于, 以上, 控制在."""

from __future__ import annotations

from typing import Final

# Operator → the words in front of the figure, folded.
BEFORE: Final = {
    ">=": (
        *("≥", "≧", "⩾", ">=", "=>", "不少于", "不低于", "不小于", "不下于", "不得少于"),
        *("不得低于", "不能少于", "不能低于", "应不少于", "至少", "最少", "起码", "大于等于"),
        "大于或等于",
    ),
    "<=": (
        *("≤", "≦", "⩽", "<=", "=<", "不超过", "不高于", "不多于", "不大于", "不得超过"),
        *("不得高于", "不得多于", "不能超过", "至多", "最多", "最高", "小于等于", "小于或等于"),
        *("控制在", "压缩到", "降到", "降至"),
    ),
    ">": (">", "超过", "大于", "高于", "多于", "突破", "超"),
    "<": ("<", "低于", "少于", "小于", "不足", "不到", "不满"),
    "=": ("=", "达到", "达", "等于", "完成", "实现", "为"),
}
# Operator → the words behind the figure. 以上 and 以下 include the figure, as in Chinese law.
AFTER: Final = {
    ">=": ("及以上", "或以上", "以上", "起"),
    "<=": ("及以下", "或以下", "以下", "以内", "之内", "内"),
}
# The symbols, and how they are said of shares, money and marks, and of things that are counted.
SAID: Final = {
    ">=": ("不低于", "不少于"),
    "<=": ("不超过", "不超过"),
    ">": ("超过", "超过"),
    "<": ("低于", "少于"),
    "=": ("达到", "达到"),
}
SYMBOLS: Final = {
    **dict.fromkeys(("≥", "≧", "⩾", ">=", "=>"), ">="),
    **dict.fromkeys(("≤", "≦", "⩽", "<=", "=<"), "<="),
    ">": ">",
    "<": "<",
    "=": "=",
}
OPERATOR: Final = {word: operator for operator, words in BEFORE.items() for word in words}
SUFFIX: Final = {word: operator for operator, words in AFTER.items() for word in words}
