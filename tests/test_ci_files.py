"""What other projects take from here for their CI: valid, and doing what it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ROOT = Path(__file__).parents[1]
ACTION = ROOT / "action.yml"
GITLAB = ROOT / "ci-templates" / "planforge.gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
KNOWN = files("check_jsonschema") / "builtin_schemas" / "vendor"
DAMAGED = "标题: 青禾县工会20xx年工作计划\n"


def read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def schema(path: Traversable) -> jsonschema.protocols.Validator:
    read_schema = json.loads(path.read_text(encoding="utf-8"))
    checker: jsonschema.protocols.Validator = jsonschema.validators.validator_for(read_schema)(
        read_schema
    )
    return checker


@pytest.mark.parametrize(
    ("path", "of"),
    [
        (ACTION, KNOWN / "github-actions.json"),
        (GITLAB, KNOWN / "gitlab-ci.json"),
    ],
)
def test_each_file_follows_its_published_schema(path: Path, of: Traversable) -> None:
    assert list(schema(of).iter_errors(read(path))) == []
    assert list(schema(of).iter_errors([1]))


def test_pre_commit_takes_the_hooks() -> None:
    def validate(path: Path) -> int:
        command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(path)]
        return subprocess.run(command, capture_output=True, check=False).returncode

    assert validate(HOOKS) == 0
    assert validate(ACTION) == 1


def run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    bash = shutil.which("bash")
    if bash is None or os.name == "nt":
        pytest.skip("CI services run these lines in bash")
    # The very planforge that is tested.
    program = folder / "bin" / "planforge"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m planforge "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    known = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB", "GITLAB"))}
    path = os.pathsep.join((str(program.parent), known["PATH"]))
    return subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**known, "PATH": path, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def action_step() -> dict[str, Any]:
    (step,) = [one for one in read(ACTION)["runs"]["steps"] if one.get("id") == "lint"]
    found: dict[str, Any] = step
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "工作 计划.yaml").write_text(DAMAGED, encoding="utf-8")
    return tmp_path


def test_the_action_annotates_and_fails_as_the_findings_are(folder: Path) -> None:
    output, summary = folder / "output", folder / "summary.md"
    github = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "PLANFORGE_LANG": "en",
        "PATHS": "工作 计划.yaml\n",
        "PRESET": "standard",
        "FAIL_ON": "",
        "SARIF": "out.sarif",
    }
    assert set(action_step()["env"]) == set(github) - {
        "GITHUB_ACTIONS",
        "GITHUB_OUTPUT",
        "GITHUB_STEP_SUMMARY",
    }
    done = run(action_step()["run"], folder, **github)
    assert done.returncode == 1
    assert "::error file=工作 计划.yaml,line=1,endLine=1,col=10," in done.stdout
    assert output.read_text(encoding="utf-8") == "exit-code=1\n"
    assert "PF401" in summary.read_text(encoding="utf-8")
    assert json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    (folder / "工作 计划.yaml").write_text("标题: [\n", encoding="utf-8")
    done = run(action_step()["run"], folder, **{**github, "PATHS": "$(touch x); `touch x`"})
    assert done.returncode == 2
    assert not (folder / "x").exists()


def test_every_input_of_the_action_is_used_and_never_pasted_into_a_script() -> None:
    action = read(ACTION)
    text = ACTION.read_text(encoding="utf-8")
    for name in action["inputs"]:
        assert f"${{{{ inputs.{name} }}}}" in text
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_gitlab_job_leaves_a_report_and_shows_the_findings(folder: Path) -> None:
    job = read(GITLAB)["planforge-lint"]
    (line,) = job["script"]
    (folder / "工作 计划.yaml").rename(folder / "a.yaml")
    done = run(line, folder, GITLAB_CI="true", **job["variables"])
    assert done.returncode == 1
    assert done.stdout.startswith("./a.yaml:1:10: PF401 ") or "PF401" in done.stdout
    report = job["artifacts"]["reports"]["codequality"]
    found = json.loads((folder / report).read_text(encoding="utf-8"))
    assert found[0]["location"]["path"] == "a.yaml"


def test_the_hooks_take_plans_and_leave_other_files_alone() -> None:
    yaml, documents = read(HOOKS)
    taken = ("计划/工作计划.yaml", "2027工作计划.yml", "plans/school-Plan.yaml", "計畫.yaml")
    for path in taken:
        assert re.search(yaml["files"], path)
        assert not re.search(documents["files"], path)
    for path in ("docs/mkdocs.yml", ".github/workflows/ci.yaml", "计划/说明.yaml"):
        assert not re.search(yaml["files"], path)
    assert re.search(documents["files"], "来文/工作计划.docx")
    for hook in (yaml, documents):
        assert hook["entry"].startswith("planforge lint ")
        assert hook["require_serial"] is True


def test_the_examples_of_this_project_gate_its_own_ci() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    lint = makefile[makefile.index("\nlint:") :].partition("\n\n")[0]
    assert "planforge lint examples --preset strict" in lint
    assert "make lint" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
