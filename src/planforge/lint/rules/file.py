"""PF0: what is found while a file is read; nobody can turn these off."""

from __future__ import annotations

from typing import Final

from planforge.lint.rule import ERROR, Rule, declare

_READING: Final = (
    ("PF001", "yaml-syntax", "YAML 语法错误"),
    ("PF002", "duplicate-key", "重复的栏目"),
    ("PF003", "unknown-key", "不认识的栏目"),
    ("PF004", "wrong-value", "值不对"),
    ("PF005", "encoding", "编码不对"),
    ("PF009", "too-large", "文件过大"),
)

for _code, _name, _zh in _READING:
    declare(Rule(_code, _name, _zh, ERROR))
