"""What `import` remarks: in Chinese in the plan file, in the user's language on the terminal."""

from __future__ import annotations

from msgspec import Struct

from planforge.language import mark


class Saying(Struct, frozen=True):
    """One remark.

    Attributes:
        zh: As it stands in the comments of the plan file, which is Chinese.
        message: Message id of the same.
    """

    zh: str
    message: str


NO_FACTS = Saying(
    "没有读出{names}，需要时请自己写上。",
    mark("{names} were not found; add them where you need them"),
)
TRADITIONAL = Saying(
    "原文是繁体字；若是台湾、香港、澳门的计划，请写上“地区: tw”“hk”或“mo”。",
    mark(
        "the text is traditional Chinese; for Taiwan, Hong Kong or Macau add “地区: tw”, hk or mo"
    ),
)
DAMAGED_MARK = Saying(
    "开头像是损坏的序号，请改正，并删去“编号: 否”",
    mark("it begins with what looks like a damaged number; correct it and delete “编号: 否”"),
)
BLANK = Saying(
    "有空着没填的年份、数字或名称（如 20xx、__）",
    mark("a year, a figure or a name was never filled in (20xx, __)"),
)
NOT_FROM_ONE = Saying(
    "编号不是从 1 开始，前面可能缺了内容",
    mark("the numbers do not begin at 1; something before may be missing"),
)
RESTARTS = Saying(
    "编号重新从 1 开始，上面可能缺了一个小标题",
    mark("the numbers begin at 1 again; a heading above may be missing"),
)
SKIPS = Saying(
    "编号跳号或重号，可能缺了内容",
    mark("numbers are skipped or repeated; something may be missing"),
)
DROPPED = Saying(
    "网页留下的文字，没有收入", mark("this belongs to the page it was copied from and was left out")
)
MARGIN = Saying(
    "页眉或页脚里的文字，没有收入", mark("this stands in a header or footer and was left out")
)
GUESSED = Saying(
    "没有标题，按内容认作“{name}”", mark("there is no heading; its content makes it “{name}”")
)
RAISED = Saying(
    "原来在上一节里面，现在是单独的“{name}”，序号随之改变",
    mark("it stood inside the section above; it is now “{name}” of its own, with a new number"),
)
SEVERAL = Saying(
    "这里有 {count} 份计划，用 planforge import --split 分成几个文件",
    mark("these are {count} plans; planforge import --split makes a file of each"),
)

# These stand in the plan file only, which is Chinese.
MEANT = "疑为：{words}"
LOST_HEADING = "上面可能缺了一个小标题"
