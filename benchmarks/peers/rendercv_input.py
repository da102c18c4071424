"""The same document as RenderCV takes it: its sections, and the table as lines with a label."""

from __future__ import annotations

import json
from typing import Any


def to_yaml(plan: dict[str, Any]) -> str:
    """A plan of `plans.plan` as input of RenderCV, in the block style that people write."""
    lines = ["cv:", f"  name: {plan['单位']}", "  sections:"]
    for heading, points in plan["sections"].items():
        lines.append(f"    {heading}:")
        lines += [f"      - {_quoted(_text(point))}" for point in points]
    lines.append("    月度安排:")
    for row in plan["月度安排"]:
        lines.append(f"      - label: {_quoted(row['月份'] + '月')}")
        lines.append(f"        details: {_quoted(row['主题'] + '，' + row['活动'])}")
    return "\n".join(lines) + "\n"


def _text(point: dict[str, str]) -> str:
    title = f"{point['标题']}。" if "标题" in point else ""
    return title + (point.get("内容") or point["指标"] + point["要求"])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
