"""Under which names the files of unions have the styles that planforge writes with.

Word and WPS keep the names of built-in styles in English; other programs, and people, write
Chinese ones. Names that only people give come first, because they were meant.
"""

from __future__ import annotations

from typing import Final

DEPTHS: Final = 9
_ORDINALS: Final = "一二三四五六七八九"


def _heading(depth: int) -> tuple[str, ...]:
    ordinal = _ORDINALS[depth - 1]
    return (
        f"公文{ordinal}级标题",
        f"公文标题{depth}",
        f"{ordinal}级标题",
        f"{ordinal}級標題",
        f"第{ordinal}级标题",
        f"{depth}级标题",
        f"heading {depth}",
        f"标题 {depth}",
        f"標題 {depth}",
    )


NAMES: Final[dict[str, tuple[str, ...]]] = {
    "Title": (
        "公文标题",
        "公文大标题",
        "公文主标题",
        "文件标题",
        "大标题",
        "主标题",
        "Title",
        "标题",
        "標題",
    ),
    "Subtitle": ("公文副标题", "Subtitle", "副标题", "副標題"),
    "Salutation": ("主送机关", "主送機關", "公文主送", "主送", "Salutation", "称呼", "問候"),
    **{f"Heading{depth}": _heading(depth) for depth in range(1, DEPTHS + 1)},
    "BodyText": (
        "公文正文",
        "Body Text",
        "正文文本",
        "本文",
        "Body Text First Indent",
        "正文首行缩进",
        "Normal Indent",
        "正文缩进",
    ),
    "AttachmentNote": ("附件说明", "附件說明", "Attachment Note"),
    "Signature": ("落款", "署名", "Signature", "签名", "簽名"),
    "AttachmentLabel": ("附件标识", "附件序号", "Attachment Label"),
    "AttachmentTitle": ("附件标题", "附件標題", "Attachment Title"),
    "Caption": ("表题", "表格标题", "caption", "题注", "標號"),
    "TableHead": ("表头", "表頭", "Table Head"),
    "TableText": ("表格正文", "表格文字", "表格文本", "表文", "Table Text"),
    "IssueMark": ("发文机关标志", "發文機關標誌", "红头", "Issue Mark"),
    "IssueNumber": ("发文字号", "發文字號", "文号", "Issue Number"),
    "Imprint": ("版记", "版記", "抄送", "Imprint"),
    "TOCHeading": ("目录标题", "目錄標題", "TOC Heading"),
    **{
        f"TOC{depth}": (f"toc {depth}", f"目录 {depth}", f"目錄 {depth}")
        for depth in range(1, DEPTHS + 1)
    },
    # What planforge wrote itself last year.
    **{f"Item{depth}": (f"Item {depth}",) for depth in range(1, DEPTHS + 1)},
    **{f"Lead{depth}": (f"Lead {depth}",) for depth in range(1, DEPTHS + 1)},
    "TableGrid": ("Table Grid", "网格型", "表格网格", "表格格線"),
}
"""Our style id → names, in order of preference."""

NORMAL: Final = ("Normal", "正文", "內文")


def folded(name: str) -> str:
    """A name without what programs and people write in more than one way."""
    return "".join(name.split()).casefold()
