"""A Word file with Jinja2 tags that prints a plan of `plans.plan` in the styles of python-docx."""

from __future__ import annotations

import io

import docx


def template() -> bytes:
    """The bytes of the template."""
    document = docx.Document()
    document.add_paragraph("{{ 标题 }}", style="Title")
    for text, style in (
        ("{%p for heading, points in sections.items() %}", None),
        ("{{ heading }}", "Heading 1"),
        ("{%p for point in points %}", None),
        ("{%p if point.标题 %}", None),
        ("{{ point.标题 }}", "Heading 2"),
        ("{%p endif %}", None),
        ("{{ point.内容 or point.指标 ~ point.要求 }}", None),
        ("{%p if point.责任人 %}", None),
        ("责任人：{{ point.责任人 }}；期限：{{ point.期限 }}；经费：{{ point.经费 }}", None),
        ("{%p endif %}", None),
        ("{%p endfor %}", None),
        ("{%p endfor %}", None),
    ):
        document.add_paragraph(text, style=style)
    table = document.add_table(rows=4, cols=3)
    table.style = "Table Grid"
    rows = (
        ("月份", "主题", "活动"),
        ("{%tr for row in 月度安排 %}", "", ""),
        ("{{ row.月份 }}月", "{{ row.主题 }}", "{{ row.活动 }}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("{{ 单位 }}")
    document.add_paragraph("{{ 日期 }}")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
