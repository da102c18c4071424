"""What `planforge lint` looks for, how it ends, and what it says in the end."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]

DAMAGED = "标题: 青禾县工会20xx年工作计划 # planforge: disable=PF402\n"
ONLY = ("--select", "PF401,PF006")


@pytest.fixture
def damaged(work: Path) -> Path:
    path = work / "a.yaml"
    path.write_text(DAMAGED, encoding="utf-8")
    return path


def codes(out: str) -> list[str]:
    return [line.split(" ")[1] for line in out.splitlines() if line.startswith("a.yaml:")]


@pytest.mark.parametrize(
    ("options", "code", "found"),
    [
        (ONLY, 1, ["PF401"]),
        ((*ONLY, "--extend-select", "PF402"), 1, ["PF401", "PF006"]),
        ((*ONLY, "--ignore", "占位年份"), 0, []),
        ((*ONLY, "--severity", "PF401=warning"), 0, ["PF401"]),
        ((*ONLY, "--severity", "PF401=warning", "--fail-on", "warning"), 1, ["PF401"]),
        ((*ONLY, "--severity", "PF401=off"), 0, []),
        ((*ONLY, "--exit-zero"), 0, ["PF401"]),
        ((*ONLY, "--preset", "draft"), 0, ["PF401"]),
        (
            ("--select", "PF401,PF402,PF006", "--min-severity", "error"),
            1,
            ["PF401"],
        ),
    ],
)
def test_rules_and_severities_are_chosen(
    call: Call, damaged: Path, options: tuple[str, ...], code: int, found: list[str]
) -> None:
    exit_code, out, _said = call("lint", damaged.name, *options)
    assert exit_code == code
    assert sorted(codes(out)) == sorted(found)


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        (("--select", "PF4O1"), "没有 PF4O1 这条规则", "是不是要写 PF401？"),
        (("--ignore", "PF001"), "PF001 不能忽略：它说明文件本身读不了", "可以用 exclude"),
        (("--severity", "PF401"), "--severity 不能写成“PF401”", "写法如 PF401=warning"),
        (("--severity", "PF4=off"), "不是一条规则", "请写完整的编号"),
        (("--severity", "PF401=bad"), "--severity 不能写成“bad”", "error"),
        (("--preset", "strickt"), "--preset 不能写成“strickt”", "是不是要写 strict？"),
        (("--fail-on", "fatal"), "--fail-on 不能写成“fatal”", "可以写"),
        (("--output-format", "xml"), "--output-format 不能写成“xml”", "可以写"),
        (("--baseline", "无.json"), "找不到文件 无.json", ""),
        (("--preset", "无.yaml"), "找不到文件 无.yaml", ""),
    ],
)
def test_a_wrong_call_is_exit_code_2_and_told_once(
    call: Call, damaged: Path, options: tuple[str, ...], message: str, hint: str
) -> None:
    (damaged.parent / "b.yaml").write_text(DAMAGED, encoding="utf-8")
    code, out, said = call("lint", "a.yaml", *options)
    assert (code, out) == (2, "")
    assert message in said
    assert hint in said
    assert said.count("错误：") == 1


def test_the_end_counts_by_severity_and_says_what_can_be_mended(call: Call, damaged: Path) -> None:
    _code, _out, said = call("lint", damaged.name, "--select", "PF401,PF402,PF006")
    assert said == "1 个文件：1 个错误、1 个警告\n其中 1 处可以用 --fix 改正\n"
    _code, _out, said = call("lint", damaged.name, *ONLY, "--lang", "en")
    assert said == "1 file: 1 error\n"
    (damaged.parent / "b.yaml").write_text(DAMAGED, encoding="utf-8")
    _code, _out, said = call("lint", ".", "--select", "PF401,PF402,PF006", "--lang", "en")
    assert said.splitlines()[0] == "2 files: 2 errors, 2 warnings"


def test_statistics_count_the_findings_of_each_rule(call: Call, damaged: Path) -> None:
    damaged.write_text(f"{DAMAGED}前言: 20xx年与20xx年\n", encoding="utf-8")
    code, out, _said = call("lint", "a.yaml", "--select", "PF401,PF402,PF006", "--statistics")
    assert code == 1
    assert out == ("3  PF401  错误  占位年份\n1  PF006  警告  多余的忽略注释  --fix 可改 1 处\n")
    damaged.write_text("标题: 一\n", encoding="utf-8")
    assert call("lint", "a.yaml", *ONLY, "--statistics")[:2] == (0, "")


def test_a_baseline_hides_what_is_known_and_tells_what_is_gone(call: Call, damaged: Path) -> None:
    code, out, said = call("lint", "a.yaml", *ONLY, "--update-baseline")
    assert (code, out) == (0, "")
    assert said == "已写入：planforge-baseline.json\n"
    known = ("--baseline", "planforge-baseline.json")
    assert call("lint", "a.yaml", *ONLY, *known) == (0, "", "1 个文件：没有发现问题\n")
    damaged.write_text(f"前言: 在20xx年\n{DAMAGED}", encoding="utf-8")
    code, out, _said = call("lint", "a.yaml", *ONLY, *known)
    assert code == 1
    assert out.startswith("a.yaml:1:6: PF401 ")
    damaged.write_text("标题: 一\n", encoding="utf-8")
    code, out, said = call("lint", "a.yaml", *ONLY, *known)
    assert (code, out) == (0, "")
    assert said.splitlines()[1:] == [
        "清单 planforge-baseline.json 里这些问题已经没有了（用 --update-baseline 去掉）：",
        "  a.yaml: PF401 × 1",
    ]


def test_the_nearest_configuration_counts(call: Call, damaged: Path) -> None:
    config = damaged.parent / "planforge.toml"
    config.write_text('[lint]\nselect = ["PF401"]\nexclude = ["旧"]\n', encoding="utf-8")
    (damaged.parent / "旧").mkdir()
    (damaged.parent / "旧" / "b.yaml").write_text(DAMAGED, encoding="utf-8")
    code, out, said = call("lint", ".")
    assert (code, said) == (1, "1 个文件：1 个错误\n")
    assert "PF401" in out
    assert call("lint", "旧/b.yaml")[0] == 1
    assert call("lint", "旧/b.yaml", "--force-exclude") == (0, "", "没有要查的文件\n")
    config.write_text('[lint]\nselct = ["PF401"]\n', encoding="utf-8")
    code, out, said = call("lint", ".")
    assert (code, out) == (2, "")
    assert f"{config}:2：没有 selct 这项设置" in said
    config.rename(damaged.parent / "别的.toml")
    assert call("lint", "a.yaml", "--config", "别的.toml")[0] == 2


def test_the_settings_of_a_file_are_shown_as_configuration(call: Call, damaged: Path) -> None:
    config = damaged.parent / "planforge.toml"
    config.write_text(
        '[lint]\npreset = "draft"\nignore = ["PF1"]\n[lint.per-file-ignores]\n"*.yml" = ["PF4"]\n',
        encoding="utf-8",
    )
    code, out, _said = call("lint", "a.yaml", "--show-settings", "--fail-on", "warning")
    assert code == 0
    assert out.startswith(f"# {config}\n")
    shown = tomllib.loads(out)["lint"]
    assert shown["preset"] == "draft"
    assert shown["fail-on"] == "warning"
    assert shown["severity"]["PF401"] == "warning"
    assert not any(code.startswith(("PF1", "PF001")) for code in shown["severity"])
    assert shown["per-file-ignores"] == {"*.yml": ["PF4"]}
    # What is shown is a configuration itself.
    config.write_text(out, encoding="utf-8")
    assert tomllib.loads(call("lint", "a.yaml", "--show-settings")[1])["lint"] == shown


def test_what_is_set_for_rules_is_shown_too(call: Call, damaged: Path) -> None:
    (damaged.parent / "planforge.toml").write_text(
        '[lint.settings.PF805]\nlimits = [{ words = ["慰问"], most = 500 }]\n', encoding="utf-8"
    )
    _code, out, _said = call("lint", damaged.name, "--show-settings")
    shown = tomllib.loads(out)["lint"]["settings"]
    assert shown["PF805"]["limits"] == [{"words": ["慰问"], "most": 500}]


def test_fixing_writes_the_file_and_tells_how_much(call: Call, damaged: Path) -> None:
    rules = ("--select", "PF402,PF006")
    code, out, said = call("lint", "a.yaml", *rules, "--diff")
    assert code == 1
    assert "-标题: 青禾县工会20xx年工作计划 # planforge: disable=PF402" in out
    assert "+标题: 青禾县工会20xx年工作计划\n" in out
    assert said.splitlines()[0] == "可以改正 1 处"
    assert damaged.read_text(encoding="utf-8") == DAMAGED
    code, out, said = call("lint", "a.yaml", *rules, "--fix")
    assert (code, out) == (0, "")
    assert said == "改正了 1 处\n1 个文件：没有发现问题\n"
    assert damaged.read_text(encoding="utf-8") == "标题: 青禾县工会20xx年工作计划\n"
    assert call("lint", "a.yaml", *rules, "--diff")[:2] == (0, "")


@pytest.mark.parametrize("how", ["--fix", "--diff"])
def test_that_documents_are_not_mended_is_told(call: Call, work: Path, how: str) -> None:
    text = work / "来文.txt"
    text.write_text("工作计划\n一、学习xiao ，组织", encoding="utf-8")
    before = text.read_bytes()
    _code, _out, said = call("lint", text.name, how, "--lang", "en")
    assert "only plan files are mended; planforge import --repair mends a document it reads" in said
    assert text.read_bytes() == before
    assert "only plan files" not in call("lint", text.name, "--lang", "en")[2]


def test_standard_input_is_mended_to_standard_output(start: Start) -> None:
    done = start("lint", "-", "--select", "PF4,PF006", "--fix", stdin=DAMAGED.encode())
    assert done.returncode == 1
    assert done.stdout == "标题: 青禾县工会20xx年工作计划\n"
    assert "-:1:10: PF401 错误：" in done.stderr
