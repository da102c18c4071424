"""`build_python_docx.py plan.json out.docx`: the same document, made with python-docx alone."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import docx


def build(plan: dict[str, Any]) -> Any:
    """The document of a plan of `plans.plan`."""
    document = docx.Document()
    document.add_paragraph(plan["标题"], style="Title")
    for heading, points in plan["sections"].items():
        document.add_paragraph(heading, style="Heading 1")
        for point in points:
            if "标题" in point:
                document.add_paragraph(point["标题"], style="Heading 2")
            document.add_paragraph(point.get("内容") or point["指标"] + point["要求"])
    table = document.add_table(rows=1, cols=3)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("月份", "主题", "活动"), strict=True):
        cell.text = text
    for row in plan["月度安排"]:
        cells = table.add_row().cells
        for cell, key in zip(cells, ("月份", "主题", "活动"), strict=True):
            cell.text = row[key]
    document.add_paragraph(plan["单位"])
    document.add_paragraph(plan["日期"])
    return document


if __name__ == "__main__":
    build(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))).save(sys.argv[2])
