from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge import __version__
from planforge.cli.app import COMMANDS
from planforge.cli.layout import columns

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]

EVERY = pytest.mark.parametrize("command", list(COMMANDS))


def test_no_command_shows_the_help_page(call: Call) -> None:
    assert call() == call("--help")


def test_the_help_page_lists_every_command_in_chinese(call: Call) -> None:
    code, page, said = call("--help")
    assert (code, said) == (0, "")
    assert page.startswith("用法：planforge 命令 [选项]\n")
    listed = [
        line.split()[0] for line in page.partition("命令：\n")[2].splitlines()[: len(COMMANDS)]
    ]
    assert listed == list(COMMANDS)


@EVERY
def test_every_command_explains_itself_with_an_example(call: Call, command: str) -> None:
    code, page, _said = call(command, "--help")
    assert code == 0
    assert page.startswith(f"用法：planforge {command}")
    assert f"\n示例：\n  planforge {command} " in page or page.endswith(f"  planforge {command}\n")


@EVERY
def test_h_is_short_for_help(call: Call, command: str) -> None:
    assert call(command, "-h") == call(command, "--help")
    assert call("-h") == call("--help")


@EVERY
def test_every_line_fits_a_terminal(call: Call, command: str) -> None:
    _code, page, _said = call(command, "--help")
    assert max(map(columns, page.splitlines())) < 80


@EVERY
def test_the_help_page_is_chinese_throughout(call: Call, command: str) -> None:
    _code, page, _said = call(command, "--help")
    options = page.partition("选项：\n")[2].partition("\n\n")[0]
    texts = [line.strip().partition("  ")[2] for line in options.splitlines()]
    texts = [text for text in texts if text]
    assert texts
    assert all(any("一" <= character <= "鿿" for character in text) for text in texts)


@EVERY
def test_the_columns_of_the_help_page_are_aligned(call: Call, command: str) -> None:
    _code, page, _said = call(command, "--help")
    options = page.partition("选项：\n")[2].partition("\n\n")[0].splitlines()
    texts = [line.strip().partition("  ")[2].strip() or line.strip() for line in options]
    starts = [columns(line) - columns(text) for line, text in zip(options, texts, strict=True)]
    assert len(starts) > 1
    assert len(set(starts)) == 1


@EVERY
def test_the_help_page_fits_into_eighty_columns(call: Call, command: str) -> None:
    _code, page, _said = call(command, "--help")
    before_examples = page.partition("示例：")[0]
    assert max(map(columns, before_examples.splitlines())) <= 80


@EVERY
def test_the_english_help_page_has_no_chinese_sentence(call: Call, command: str) -> None:
    _code, page, _said = call("--lang", "en", command, "--help")
    assert page.startswith(f"Usage: planforge {command}")
    assert "，" not in page.partition("Examples:")[0]


def test_the_language_may_stand_anywhere(call: Call) -> None:
    assert call("--lang", "en", "--help")[1].startswith("Usage:")
    assert call("lint", "--help", "--lang=en")[1].startswith("Usage:")
    assert call("--lang", "zh-Hant", "--help")[1].startswith("用法：planforge 命令 [選項]")


@pytest.mark.parametrize(
    ("environment", "beginning"),
    [
        ({}, "用法"),
        ({"LANG": "C.UTF-8"}, "用法"),
        ({"LANG": "zh_TW.UTF-8"}, "用法：planforge 命令 [選項]"),
        ({"LANG": "en_US.UTF-8"}, "Usage:"),
        ({"LANG": "en_US.UTF-8", "PLANFORGE_LANG": "zh-Hans"}, "用法：planforge 命令 [选项]"),
    ],
)
def test_the_language_is_that_of_the_system(
    start: Start, environment: dict[str, str], beginning: str
) -> None:
    assert start("--help", **environment).stdout.startswith(beginning)


def test_the_version_is_one_line(start: Start, call: Call) -> None:
    done = start("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"planforge {__version__}\n", "")
    assert call("--lang", "en", "--version") == (0, f"planforge {__version__}\n", "")
