"""Configuration files: where they are found, what they say, and what is wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge import resources
from planforge.errors import FileProblems, Severity, UserError
from planforge.lint import preset, preset_file, rule_settings, rules
from planforge.lint.choice import one
from planforge.lint.config import Config
from planforge.lint.config_file import read
from planforge.lint.config_place import find
from planforge.lint.configuration import Configuration
from planforge.lint.globs import matches
from planforge.lint.page import page
from planforge.lint.preset import profile
from planforge.lint.rule import RULES
from planforge.lint.toml_places import line_of
from planforge.source.load import load

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "上" / "下").mkdir(parents=True)
    return tmp_path


def test_the_nearest_file_counts_and_planforge_toml_before_pyproject_toml(folder: Path) -> None:
    here = folder / "上" / "下"
    above = find(here)
    assert above is None or not above.is_relative_to(folder)
    top = folder / "pyproject.toml"
    top.write_text('[tool.planforge.lint]\npreset = "draft"\n', encoding="utf-8")
    assert find(here) == top
    (folder / "上" / "pyproject.toml").write_text('[project]\nname = "planforge"\n', "utf-8")
    assert find(here) == top
    near = folder / "上" / "planforge.toml"
    near.write_text('[lint]\npreset = "strict"\n', encoding="utf-8")
    assert find(here) == near
    (folder / "planforge.toml").write_text("", encoding="utf-8")
    assert find(folder) == folder / "planforge.toml"


def test_everything_that_can_be_set_is_read(folder: Path) -> None:
    (folder / "planforge.toml").write_text(
        """\
[lint]
preset = "自己的.yaml"
select = ["PF4", "占位年份"]
extend-select = ["PF006"]
ignore = ["PF1"]
min-severity = "warning"
fail-on = "warning"
exclude = ["归档/"]
baseline = "已知.json"
facts = "事实"
index = ["范文"]
output-format = "json"
pages = "https://example.org/{code}"

[lint.severity]
PF401 = "warning"

[lint.per-file-ignores]
"草稿/*.yaml" = ["PF4"]
""",
        encoding="utf-8",
    )
    config = read(folder / "planforge.toml")
    assert config.preset == str(folder / "自己的.yaml")
    assert config.baseline == str(folder / "已知.json")
    assert config.facts == str(folder / "事实")
    assert config.index == [str(folder / "范文")]
    assert config.fail_on is Severity.WARNING
    assert config.part().rules == {"PF401": "warning"}
    assert config.choice(("PF2",)).ignore == ("PF1", "PF2")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[lint]\n\npresett = "x"\n', 3, "there is no setting presett"),
        ('[lint]\nselect = "PF4"\n', 2, "select cannot be PF4"),
        ('[lint]\nignore = ["PF4", "PF4O1"]\n', 2, "there is no rule PF4O1"),
        ('# x\n[lint.severity]\nPF401 = "bad"\n', 3, "severity.PF401 cannot be bad"),
        ('[lint.severity]\n"PF4" = "off"\n', 2, "is not a single rule"),
        ('[lint]\nseverity.PF999 = "off"\n', 2, "there is no rule PF999"),
        ('[lint]\nseverity = { PF999 = "off" }\n', 2, "there is no rule PF999"),
        ("[lint.settings.PF401]\nwords = 1\n", 2, "PF401 has no setting words"),
        ('[lint.per-file-ignores]\n"a.yaml" = ["PF9999"]\n', 2, "there is no rule PF9999"),
        ('[lint]\nignore = [\n  "PF001",\n]\n', 2, "PF001 cannot be turned off"),
        ('[lint]\nmin-severity = "fatal"\n', 2, "min-severity cannot be fatal"),
        ("[lnit]\n", 1, "there is no setting lnit"),
        ('[lint.settings.PF902]\nleast = "a"\n', 2, "this value of least cannot be used"),
        ("[lint.settings.PF902]\nleast = 5\n", 2, "this value of least cannot be used"),
        ('[lint.settings.PF505]\nyears = "x"\n', 2, "this value of years cannot be used"),
        ('[lint.settings.PF113]\nneeds = ["x"]\n', 2, "this value of needs cannot be used"),
        ('[lint.settings.PF307]\nwords = "近期"\n', 2, "this value of words cannot be used"),
        ('[lint.settings.PF309]\nmonths = ["七"]\n', 2, "this value of months cannot be used"),
        (
            '[lint.settings.PF805]\nlimits = [{words = "慰问", most = 1}]\n',
            2,
            "this value of limits cannot be used",
        ),
        ('[lint]\npreset = "strickt"\n', 2, "there is no preset strickt"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    folder: Path, text: str, line: int, words: str
) -> None:
    path = folder / "planforge.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as error:
        read(path)
    assert error.value.message.startswith(f"{path}:{line}: ")
    assert words in error.value.message


def test_a_file_that_is_no_toml_is_told_with_line_and_column(folder: Path) -> None:
    path = folder / "planforge.toml"
    path.write_text("[lint\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"is no TOML file: .*line 1, column 6"):
        read(path)
    path.write_bytes(b"\xff\xfe[")
    with pytest.raises(UserError, match="is no TOML file"):
        read(path)


def test_the_line_of_a_key_is_found_in_pyproject_toml_too(folder: Path) -> None:
    path = folder / "pyproject.toml"
    path.write_text(
        '[project]\nname = "x"\n[tool.planforge]\nlint.selct = ["PF4"]\n', encoding="utf-8"
    )
    with pytest.raises(UserError) as error:
        read(path)
    assert error.value.message == f"{path}:4: there is no setting selct"
    assert error.value.hint == "did you mean select?"


@pytest.mark.parametrize(
    ("text", "loc", "line"),
    [
        ("a = 1\n[b]\nc = 2\n", ("b", "c"), 3),
        ('[b]\nc = [\n  "d = 1",\n]\nd = 2\n', ("b", "d"), 5),
        ('["b.x"."y"]\nz=1\n', ("b.x", "y", "z"), 2),
        ("[[b]]\nc = 1\n", ("b", "c"), 2),
        ("a = 1\n", ("b",), 0),
    ],
)
def test_the_line_of_a_key(text: str, loc: tuple[str, ...], line: int) -> None:
    assert line_of(text, loc) == line


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("草稿/a.yaml", "草稿/*.yaml", True),
        ("草稿/b/a.yaml", "草稿/*.yaml", False),
        ("草稿/b/a.yaml", "草稿/**/*.yaml", True),
        ("草稿/a.yaml", "草稿/**/*.yaml", True),
        ("x/归档/a.yaml", "归档", True),
        ("x/归档/a.yaml", "归档/", True),
        ("x/归档/a.yaml", "/归档", False),
        ("归档2/a.yaml", "归档", False),
        ("x/a.yaml", "*.yaml", True),
        ("x/a1.yaml", "a[0-9].yaml", True),
        ("x/ab.yaml", "a[!0-9].yaml", True),
        ("x/a.yaml", "?.yml", False),
        ("a.b.yaml", "a.b.yaml", True),
        ("aXb.yaml", "a.b.yaml", False),
    ],
)
def test_patterns_mean_what_they_mean_in_gitignore(path: str, pattern: str, expected: bool) -> None:
    assert matches(path, (pattern,)) is expected


def test_the_call_wins_but_what_is_ignored_stays_ignored(folder: Path) -> None:
    (folder / "planforge.toml").write_text(
        '[lint]\npreset = "strict"\nignore = ["PF401"]\nselect = ["PF4"]\n'
        '[lint.severity]\nPF401 = "info"\n',
        encoding="utf-8",
    )
    call = Config(preset="draft", ignore=["PF1"], severity={"PF006": "error"})
    config = Configuration(call).config("a.yaml")
    assert config.preset == "draft"
    assert config.select == ["PF4"]
    assert config.ignore == ["PF401", "PF1"]
    assert config.severity == {"PF401": "info", "PF006": "error"}


def test_each_file_is_asked_by_its_own_configuration(folder: Path) -> None:
    (folder / "上" / "planforge.toml").write_text(
        '[lint]\nfail-on = "info"\nexclude = ["归档"]\n'
        '[lint.per-file-ignores]\n"下/*.yaml" = ["PF401"]\n',
        encoding="utf-8",
    )
    configuration = Configuration(Config())
    assert configuration.fails("上/a.yaml", Severity.INFO)
    assert not configuration.fails("a.yaml", Severity.WARNING)
    assert configuration.request("上/下/a.yaml").choice.ignore == ("PF401",)
    assert configuration.request("上/a.yaml").choice.ignore == ()
    assert configuration.is_excluded("上/归档/a.yaml")
    assert not configuration.is_excluded("归档/a.yaml")


def test_a_preset_file_changes_the_one_that_it_extends(folder: Path) -> None:
    (folder / "宽.yaml").write_text("extends: strict\nrules:\n  PF401: info\n", encoding="utf-8")
    (folder / "更宽.yaml").write_text("extends: 宽.yaml\nrules: {PF006: 'off'}\n", encoding="utf-8")
    severities = profile(str(folder / "更宽.yaml")).severities
    assert severities["PF401"] is Severity.INFO
    assert "PF006" not in severities
    with pytest.raises(UserError):
        profile(str(folder / "无.yaml"))


def test_a_preset_may_name_kinds_and_rules_in_any_way_that_is_known(folder: Path) -> None:
    (folder / "校.yaml").write_text(
        "extends: standard\nkinds: {学校: {rules: {copied-year: info}}}\n", encoding="utf-8"
    )
    path = str(folder / "校.yaml")
    code = one("copied-year")
    assert profile(path, "school").severities[code] is Severity.INFO
    assert profile(path, "hospital").severities[code] is not Severity.INFO


@pytest.mark.parametrize(
    ("text", "code", "column", "message"),
    [
        ("kinds: {schule: {}}", "PF003", 9, "“schule” is not a kind of organization known here"),
        ("rulez: {}", "PF003", 1, "a preset has no key rulez here"),
        ("kinds: {学校: {rulez: {}}}", "PF003", 14, "a preset has no key rulez here"),
        ("rules: {PF999: info}", "PF003", 9, "there is no rule PF999"),
        ("rules: {PF401: fatal}", "PF004", 16, "this value of PF401 cannot be used"),
        ("rules: none", "PF004", 8, "this value of rules cannot be used"),
        ("settings: {PF401: {x: 1}}", "PF003", 20, "PF401 has no setting x"),
        ("settings: {PF505: {years: 新}}", "PF004", 27, "this value of years cannot be used"),
    ],
)
def test_what_a_preset_of_the_user_cannot_say_is_pointed_at(
    folder: Path, text: str, code: str, column: int, message: str
) -> None:
    (folder / "own.yaml").write_text(f"{text}\nextends: standard\n", encoding="utf-8")
    with pytest.raises(FileProblems) as raised:
        profile(str(folder / "own.yaml"))
    (problem,) = raised.value.problems
    assert (problem.code, problem.line, problem.column) == (code, 1, column)
    assert problem.message == message


def test_every_problem_of_a_preset_is_told(folder: Path) -> None:
    (folder / "own.yaml").write_text("rules: {PF999: info}\nkinds: {a: {}}\n", encoding="utf-8")
    with pytest.raises(FileProblems) as raised:
        profile(str(folder / "own.yaml"))
    assert [problem.line for problem in raised.value.problems] == [1, 2]


def test_the_presets_that_come_with_planforge_pass_the_same_check() -> None:
    assert len(preset.names()) >= 3
    for name in preset.names():
        path = resources.path(f"presets/{name}.yaml")
        preset_file.read(load(str(path), path.read_bytes()))


def test_the_pages_and_the_types_know_the_same_settings() -> None:
    rules.load()
    told = {code: {*page(code).settings} for code in RULES if page(code).settings}
    assert told == {code: {*values} for code, values in rule_settings.VALUES.items()}


@pytest.mark.parametrize("said", ["lint = 3", "lint.select = 3"])
def test_a_mistake_in_pyproject_toml_is_not_passed_over(folder: Path, said: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.planforge]\n{said}\n", encoding="utf-8")
    found = find(folder)
    assert found == folder / "pyproject.toml"
    with pytest.raises(UserError, match="cannot be 3"):
        read(found)


def test_a_pyproject_toml_that_only_depends_on_planforge_sets_nothing(folder: Path) -> None:
    text = '[project]\ndependencies = ["planforge"]\n[tool.ruff.lint]\nselect = ["ALL"]\n'
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    assert find(folder) != folder / "pyproject.toml"
