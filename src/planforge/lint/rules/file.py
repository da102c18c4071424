"""PF0: what is found while a file is read; nobody can turn these off."""

from __future__ import annotations

from typing import Final

from planforge.lint.rule import ERROR, WARNING, Rule, declare

_READ: Final = (
    ("PF001", "yaml-syntax", "YAML 语法错误"),
    ("PF002", "duplicate-key", "重复的栏目"),
    ("PF003", "unknown-key", "不认识的栏目"),
    ("PF004", "wrong-value", "值不对"),
    ("PF005", "encoding", "编码不对"),
    ("PF009", "too-large", "文件过大"),
)

READING: Final = frozenset(code for code, _name, _zh in _READ)
"""What says that a file cannot be read as it is meant; nobody can turn it off."""

for _code, _name, _zh in _READ:
    declare(Rule(_code, _name, _zh, ERROR))
# Found when everything else has been: see `planforge.lint.suppression`.
declare(Rule("PF006", "unused-suppression", "多余的忽略注释", WARNING))
