"""The table of contents in text formats."""

from __future__ import annotations

import re

from planforge import styles
from planforge.document.tree import Attachment, Document, Heading, Paragraph, Properties
from planforge.writers import writer

DOCUMENT = Document(
    Properties("工会计划", "青禾县总工会", "2027年工作计划", "zh-CN", "cn", "gb"),
    "工会计划",
    (
        Heading(1, "工作目标", 1),
        Paragraph("正文。"),
        Heading(2, "服务", 1),
        Heading(1, "任务", 2),
        Heading(2, "服务", 1),
    ),
    attachments=(Attachment("附件", "任务表", (Paragraph("略。"),)),),
    contents="目录",
)


def written(name: str, document: Document = DOCUMENT) -> str:
    return writer(name)(document, styles.load("gb")).decode()


def test_markdown_has_links_to_the_anchors_that_github_makes() -> None:
    assert (
        "## 目录\n\n"
        "- [一、工作目标](#一工作目标)\n"
        "  - [（一）服务](#一服务)\n"
        "- [二、任务](#二任务)\n"
        "  - [（一）服务](#一服务-1)\n"
        "- [任务表](#附件任务表)\n"
    ) in written("md")


def test_every_link_in_html_leads_to_a_heading() -> None:
    text = written("html")
    links = re.findall(r'<a href="#(.*?)">', text)
    assert len(links) == 5
    assert links == re.findall(r'<h\d[^>]* id="(.*?)"', text)


def test_plain_text_lists_the_headings() -> None:
    assert "\n目录\n一、工作目标\n　（一）服务\n二、任务\n" in written("txt")


def test_without_contents_nothing_is_listed_and_no_heading_has_an_anchor() -> None:
    bare = Document(DOCUMENT.properties, DOCUMENT.title, DOCUMENT.blocks)
    for name in ("md", "html", "txt"):
        assert "目录" not in written(name, bare)
    assert " id=" not in written("html", bare)
