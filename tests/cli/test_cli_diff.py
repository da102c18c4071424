"""`planforge diff`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]


def changed(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8").replace("宣传委员", "组织委员")
    (plan.parent / "new.yaml").write_text(text, encoding="utf-8")


def test_what_changed_is_said_in_plain_sentences(call: Call, plan: Path) -> None:
    changed(plan)
    code, out, said = call("diff", "plan.yaml", "new.yaml")
    assert (code, said) == (0, "")
    assert out == "重点任务\n  加强思想引领：责任人由宣传委员改为组织委员\n"
    assert call("diff", "plan.yaml", "plan.yaml") == (0, "两份计划内容相同\n", "")


def test_programs_get_json(call: Call, plan: Path) -> None:
    changed(plan)
    _code, out, _said = call("diff", "plan.yaml", "new.yaml", "-f", "json")
    (one,) = json.loads(out)["differences"]
    assert (one["kind"], one["old"], one["new"]) == ("owner", "宣传委员", "组织委员")


def test_a_meeting_gets_a_table_in_word(call: Call, plan: Path, work: Path) -> None:
    changed(plan)
    said = call("diff", "plan.yaml", "new.yaml", "-f", "docx", "-o", "对照表.docx")
    assert said == (0, "", "已写入：对照表.docx\n")
    (table,) = docx.Document(str(work / "对照表.docx")).tables
    assert [cell.text for cell in table.rows[0].cells] == ["序号", "章节", "内容", "原来", "现在"]
    assert [cell.text for cell in table.rows[1].cells][3:] == ["宣传委员", "组织委员"]
