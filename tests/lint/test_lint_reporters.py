"""Every format of the report against its published schema, and the traps of each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest
from lxml import etree
from msgspec.structs import replace

from planforge.lint import reporters
from planforge.lint.report import Report
from planforge.lint.reporters import github, github_summary, sarif
from planforge.lint.reporters.paths import posix
from planforge.lint.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parents[1] / "data" / "report-schemas"
DOCS = Path(__file__).parents[2] / "docs" / "schema"
PLAN = """\
标题: 青禾县第二中学工会20xx年工作计划
前言: "20xx年\\u0001，50%的人: 会员，
  xx年" # planforge: disable=PF402
月度安排:
  3月: [𠀀慰问20xx年女职工, 慰问20xx年女职工]
"""
NO_PLAN = "标题: 一\n标题: [二\n"


def reports(*texts: str) -> list[Report]:
    """A report for each text, and one of a document whose places are words."""
    asked = Request()
    found = [asked.report(f"计划/甲 {n}.yaml", t.encode())[0] for n, t in enumerate(texts, 1)]
    item = replace(found[0].items[0], where="第12段（二、重点任务）", start=None, end=None)
    moved = replace(item, problem=replace(item.problem, path="来文.docx"))
    return [*found, Report("来文.docx", (moved,)), Report("好.yaml")]


def written(name: str, of: Iterable[Report], pages: str = "") -> str:
    return "".join(reporters.load(name)(of, pages))


def parsed(name: str, of: Iterable[Report], pages: str = "") -> Any:
    return json.loads(written(name, of, pages))


def test_what_is_reported_here_has_every_kind_of_finding() -> None:
    found = [item for report in reports(PLAN, NO_PLAN) for item in report.items]
    assert {item.problem.code for item in found} >= {"PF001", "PF006", "PF401"}
    assert any(item.fix for item in found)
    assert any(item.start and item.end and item.start.line != item.end.line for item in found)


@pytest.mark.parametrize("texts", [(PLAN, NO_PLAN), (PLAN, PLAN)])
@pytest.mark.parametrize("pages", ["", "https://example.org/rules/{code}"])
@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("sarif", DATA / "sarif-2.1.0.schema.json"),
        ("json", DOCS / "lint-report.schema.json"),
        ("gitlab", DATA / "gitlab-code-quality.schema.json"),
        ("rdjson", DATA / "rdjson.schema.json"),
    ],
)
def test_a_report_follows_its_schema(
    name: str, schema: Path, pages: str, texts: tuple[str, ...]
) -> None:
    said = json.loads(schema.read_text(encoding="utf-8"))
    checker = jsonschema.validators.validator_for(said)(
        said, format_checker=jsonschema.FormatChecker()
    )
    assert list(checker.iter_errors(parsed(name, reports(*texts), pages))) == []
    assert list(checker.iter_errors(parsed(name, [], pages))) == []
    assert list(checker.iter_errors({"findings": 1}))


def test_a_junit_report_follows_its_schema_and_shows_control_characters() -> None:
    schema = etree.XMLSchema(etree.parse(DATA / "junit-10.xsd"))
    text = written("junit", reports(PLAN, NO_PLAN))
    whole = etree.fromstring(text.encode())
    schema.assertValid(whole)
    assert "\x01" not in text
    suites = {suite.get("name"): suite for suite in whole}
    assert suites["好.yaml"].get("failures") == "0"
    assert len(suites["好.yaml"].findall("testcase")) == 1
    first = suites["计划/甲 1.yaml"]
    assert int(first.get("tests", "")) == len(first.findall("testcase"))
    assert int(first.get("failures", "")) == len(first.findall("testcase/failure"))


def test_a_suggestion_is_no_failed_test() -> None:
    from planforge.errors import Severity

    (report, *_others) = reports(PLAN)
    item = report.items[0]
    mild = replace(item, problem=replace(item.problem, severity=Severity.INFO))
    whole = etree.fromstring(written("junit", [Report("a.yaml", (mild,))]).encode())
    assert whole[0].get("failures") == "0"
    assert whole.findall(".//system-out")


def test_columns_of_sarif_are_code_points_and_those_of_reviewdog_bytes() -> None:
    (report, *_others) = reports("标题: 青𠀀20xx年工会计划\n")
    item = next(item for item in report.items if item.problem.code == "PF401")
    run = parsed("sarif", [Report("a", (item,))])["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 12}
    place = parsed("rdjson", [Report("a", (item,))])["diagnostics"][0]["location"]["range"]
    before = "标题: 青𠀀"
    assert place["start"] == {"line": 1, "column": len(before.encode()) + 1}
    assert place["end"] == {"line": 1, "column": len(f"{before}20xx年".encode()) + 1}


def test_paths_of_sarif_are_relative_uris_and_others_are_not_escaped() -> None:
    found = reports(PLAN)
    run = parsed("sarif", found)["runs"][0]
    uris = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]
    }
    assert "%E8%AE%A1%E5%88%92/%E7%94%B2%201.yaml" in uris
    assert {one["location"]["path"] for one in parsed("gitlab", found)} == {
        "计划/甲 1.yaml",
        "来文.docx",
    }
    assert parsed("json", found)["files"] == ["计划/甲 1.yaml", "来文.docx", "好.yaml"]


@pytest.mark.parametrize("path", ["./计划.yaml", "计划.yaml", str(Path("计划.yaml").absolute())])
def test_one_file_has_one_name_however_it_was_named(path: str) -> None:
    report = Request().report(path, PLAN.encode())[0]
    assert {one["file"] for one in parsed("json", [report])["findings"]} == {"计划.yaml"}


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_a_step_that_works_in_a_folder_names_files_from_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    (tmp_path / "各单位" / "一").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "各单位" / "一")
    monkeypatch.setenv(variable, str(tmp_path))
    (report, *_others) = Request().report("计划.yaml", PLAN.encode())
    (finding, *_others) = parsed("gitlab", [report])
    assert finding["location"]["path"] == "各单位/一/计划.yaml"
    assert posix("/elsewhere/计划.yaml").endswith("/elsewhere/计划.yaml")


def test_no_two_findings_have_one_fingerprint_and_lines_do_not_matter() -> None:
    def names(text: str) -> list[str]:
        return [one["fingerprint"] for one in parsed("gitlab", reports(text)[:1])]

    first = names(PLAN)
    assert len(set(first)) == len(first) > 3
    assert names(f"# 注\n\n{PLAN}") == first
    sarifs = parsed("sarif", reports(PLAN)[:1])["runs"][0]["results"]
    assert [r["partialFingerprints"]["primaryLocationLineHash"] for r in sarifs] == first


def test_github_gets_no_columns_of_a_finding_in_several_lines() -> None:
    text = written("github", reports(PLAN))
    (several,) = [line for line in text.splitlines() if "endLine=3" in line and "line=2" in line]
    assert "col=" not in several
    assert "endColumn=" not in several
    one = next(line for line in text.splitlines() if "PF401" in line)
    assert "line=1,endLine=1,col=14,endColumn=18,title=PF401::" in one


def test_github_gets_everything_escaped() -> None:
    report = Request().report("a,b:c%.yaml", PLAN.encode())[0]
    text = written("github", [report])
    assert "::error file=a%2Cb%3Ac%25.yaml,line=1," in text
    assert all(line.startswith("::") for line in text.splitlines())
    assert "%0A" in text


def test_what_github_does_not_show_is_folded_into_the_log() -> None:
    months = "".join(f"  {n}月: [慰问20xx年女职工]\n" for n in range(1, 13))
    found = reports(f"标题: 一\n月度安排:\n{months}")[:1]
    text = written("github", found)
    assert text.count("::error ") == github.SHOWN
    group = text[text.index("::group::") :]
    assert group.count("PF401") == 2
    assert group.endswith("::endgroup::\n")
    assert "::group::" not in written("github", reports(PLAN)[:1])


def test_the_summary_page_of_github_is_a_table_of_everything() -> None:
    found = reports(PLAN)
    text = github_summary.table(found)
    rows = [line for line in text.splitlines() if ".yaml" in line or ".docx" in line]
    assert len(rows) == sum(len(report.items) for report in found)
    assert "| 计划/甲 1.yaml:1:14 | PF401 |" in text
    assert "来文.docx:第12段（二、重点任务）" in text
    assert github_summary.table([Report("a")]) == ""


def test_sarif_has_no_more_results_than_github_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 2)
    found = reports(PLAN)
    run = parsed("sarif", found)["runs"][0]
    assert len(run["results"]) == 2
    assert {r["level"] for r in run["results"]} == {"error"}
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert str(sum(len(r.items) for r in found) - 2) in notice["message"]["text"]


def test_sarif_describes_every_rule_that_found_something() -> None:
    run = parsed("sarif", reports(PLAN), "https://example.org/{code}.md")["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    rule = next(rule for rule in rules if rule["id"] == "PF401")
    assert rule["helpUri"] == "https://example.org/PF401.md"
    assert "```yaml" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert "helpUri" not in parsed("sarif", reports(PLAN))["runs"][0]["tool"]["driver"]["rules"][0]


def test_fixes_are_offered_by_the_formats_that_know_them() -> None:
    text = "标题: 一 # planforge: disable=PF401\n"
    item = next(i for i in reports(text)[0].items if i.problem.code == "PF006")
    only = [Report("a.yaml", (item,))]
    (suggestion,) = parsed("rdjson", only)["diagnostics"][0]["suggestions"]
    start = {"line": 1, "column": len("标题: 一".encode()) + 1}
    end = {"line": 1, "column": len(text.rstrip().encode()) + 1}
    assert suggestion == {"range": {"start": start, "end": end}, "text": ""}
    (fix,) = parsed("sarif", only)["runs"][0]["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": ""}
    assert parsed("json", only)["findings"][0]["fix"]["safe"] is True


def test_a_document_without_lines_is_named_by_its_paragraph_in_every_format() -> None:
    found = [one for one in reports(PLAN) if one.path == "来文.docx"]
    where = "第12段（二、重点任务）"
    assert written("text", found).startswith(f"来文.docx: {where}: PF401 ")
    for name in ("github", "gitlab", "junit", "json", "sarif", "rdjson"):
        assert where in written(name, found), name
    assert "line=" not in written("github", found)
    location = parsed("sarif", found)["runs"][0]["results"][0]["locations"][0]
    assert "region" not in location["physicalLocation"]


def test_every_format_of_the_help_page_is_there() -> None:
    from planforge.cli.lint_options import OutputFormat

    _type, option = get_args(OutputFormat)
    named = option.help.partition(";")[0].replace(" or ", ", ").split(", ")
    assert named == list(reporters.FORMATS)
