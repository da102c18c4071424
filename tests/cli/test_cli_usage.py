from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("rendr",), "没有“rendr”这个命令", "是不是要写 render？"),
        (("炼金",), "没有“炼金”这个命令", "输入“planforge --help”查看用法"),
        (("--lang", "zh-Hans"), "没有写命令", "输入“planforge --help”查看用法"),
        (("render",), "没有指定“文件”", "输入“planforge render --help”查看用法"),
        (("render", "--styel", "gb"), "没有 --styel 这个选项", "是不是要写 --style？"),
        (("lint", "-x", "a"), "没有 -x 这个选项", "输入“planforge lint --help”查看用法"),
        (("new", "学校", "医院"), "多写了：医院", "输入“planforge new --help”查看用法"),
        (("render", "a", "-o"), "-o 后面缺少内容", "输入“planforge render --help”查看用法"),
        (
            ("lint", "a", "--quiet=1"),
            "--quiet 后面不用写内容",
            "输入“planforge lint --help”查看用法",
        ),
        (("--lang", "fr", "doctor"), "没有“fr”这种语言", "可用的语言：zh-Hans、zh-Hant、en"),
        (("lint", "a", "--templates", "无"), "找不到文件夹 无", ""),
        (("schema", "--keys", "zn"), "--keys 不能写成“zn”", "是不是要写 zh？"),
        (("export", "a", "--to", "xml"), "--to 不能写成“xml”", "可以写：json、ics、xlsx、csv"),
    ],
)
def test_a_mistake_in_the_call_is_one_line_and_a_hint(
    call: Call, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    code, out, said = call(*arguments)
    expected = f"错误：{message}\n" + (f"提示：{hint}\n" if hint else "")
    assert (code, out, said) == (2, "", expected)


def test_the_same_in_english(call: Call) -> None:
    assert call("--lang", "en", "rendr") == (
        2,
        "",
        "error: there is no command rendr\nhint: did you mean render?\n",
    )


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("-f", "dox"), "--format 不能写成“dox”", "是不是要写 docx？"),
        (("-f", "wps"), "--format 不能写成“wps”", "可以写：docx、md、html、txt、pdf"),
        (("-f", "md", "-f", "txt", "-o", "-"), "- 只能存一种格式", "请用 -o 指定一个文件夹"),
        (
            ("-f", "md", "-o", "x.docx"),
            "x.docx 的后缀不对",
            "文件名请以 .md 结尾，或改写一个文件夹",
        ),
        (("-o", "-"), "docx 不能直接显示在屏幕上", "请用 -o 指定写到哪里"),
    ],
)
def test_a_format_or_output_that_cannot_be_is_explained(
    call: Call, plan: Path, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    code, out, said = call("render", plan.name, *arguments)
    assert (code, out, said) == (2, "", f"错误：{message}\n提示：{hint}\n")
    assert list(plan.parent.iterdir()) == [plan]
