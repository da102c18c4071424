"""The same document as pandoc takes it: Markdown with a table."""

from __future__ import annotations

from typing import Any


def to_markdown(plan: dict[str, Any]) -> str:
    """A plan of `plans.plan` as Markdown."""
    lines = [f"% {plan['标题']}", ""]
    for heading, points in plan["sections"].items():
        lines += [f"# {heading}", ""]
        for point in points:
            if "标题" in point:
                lines += [f"## {point['标题']}", ""]
            lines += [point.get("内容") or point["指标"] + point["要求"], ""]
    lines += ["| 月份 | 主题 | 活动 |", "|---|---|---|"]
    lines += [f"| {row['月份']}月 | {row['主题']} | {row['活动']} |" for row in plan["月度安排"]]
    return "\n".join([*lines, "", plan["单位"], "", plan["日期"], ""])
