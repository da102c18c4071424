"""`planforge convert` as users call it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import docx
import pytest

if TYPE_CHECKING:
    from pathlib import Path


def run(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "planforge", "convert", *arguments, "--lang", "en"],
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "计划.yaml").write_text("标题: 发展计划  # 发\n", encoding="utf-8")
    return tmp_path


def test_the_result_stands_beside_the_file(folder: Path) -> None:
    assert run(folder, "计划.yaml", "--to", "tw").returncode == 0
    assert (folder / "计划.tw.yaml").read_text("utf-8") == "标题: 發展計畫  # 发\n"
    assert (folder / "计划.yaml").read_text("utf-8") == "标题: 发展计划  # 发\n"


def test_a_plan_that_says_no_region_is_told_how_to_be_printed(folder: Path) -> None:
    assert (
        "print with --region tw, or write 地区: tw" in run(folder, "计划.yaml", "--to", "tw").stderr
    )
    assert "--region tw, hk or mo" in run(folder, "计划.yaml", "--to", "hant").stderr
    (folder / "计划.yaml").write_text("标题: 发展计划\n地区: cn\n", encoding="utf-8")
    assert "--region" not in run(folder, "计划.yaml", "--to", "tw", "--force").stderr
    assert "地区: tw" in (folder / "计划.tw.yaml").read_text("utf-8")


def test_a_tree_is_mirrored_with_names_when_asked(folder: Path) -> None:
    (folder / "树" / "总工会").mkdir(parents=True)
    (folder / "树" / "总工会" / "发.md").write_text("发", encoding="utf-8")
    done = run(folder, "树", "--to", "tw", "-o", "出", "--names")
    assert done.returncode == 0, done.stderr
    assert (folder / "出" / "總工會" / "發.md").read_text("utf-8") == "發"


def test_in_place_keeps_the_old_file_as_bak(folder: Path) -> None:
    assert run(folder, "计划.yaml", "--to", "tw", "--in-place").returncode == 0
    assert (folder / "计划.yaml").read_text("utf-8") == "标题: 發展計畫  # 发\n"
    assert (folder / "计划.yaml.bak").read_text("utf-8") == "标题: 发展计划  # 发\n"


def test_a_bak_that_is_there_is_not_replaced(folder: Path) -> None:
    (folder / "计划.yaml.bak").write_text("旧", encoding="utf-8")
    assert run(folder, "计划.yaml", "--to", "tw", "--in-place").returncode == 0
    assert (folder / "计划.yaml.bak").read_text("utf-8") == "旧"
    assert (folder / "计划.yaml.bak.2").read_text("utf-8") == "标题: 发展计划  # 发\n"


def test_in_place_without_backup_leaves_one_file(folder: Path) -> None:
    assert run(folder, "计划.yaml", "--to", "tw", "--in-place", "--no-backup").returncode == 0
    assert [path.name for path in folder.iterdir()] == ["计划.yaml"]


def test_comments_are_converted_when_asked(folder: Path) -> None:
    done = run(folder, "计划.yaml", "--to", "tw", "--comments", "-o", "-")
    assert done.stdout == "标题: 發展計畫  # 發\n"


def test_old_big5_texts_are_read_and_another_encoding_is_written(folder: Path) -> None:
    (folder / "舊.txt").write_bytes("發展計畫".encode("big5"))
    assert (
        run(folder, "舊.txt", "--to", "cn", "-o", "新.txt", "--encoding", "gb18030").returncode == 0
    )
    assert (folder / "新.txt").read_bytes().decode("gb18030") == "发展计划"


def test_a_character_that_the_encoding_lacks_is_named(folder: Path) -> None:
    done = run(folder, "计划.yaml", "--to", "tw", "--encoding", "ascii", "-o", "a.yaml")
    assert done.returncode == 2
    assert "标" in done.stderr
    assert not (folder / "a.yaml").exists()


def test_a_plan_whose_keys_the_encoding_lacks_is_told_so(folder: Path) -> None:
    (folder / "键.yaml").write_text("标题: 发展\n", encoding="utf-8")
    done = run(folder, "键.yaml", "--to", "tw", "--encoding", "big5", "-o", "a.yaml")
    assert done.returncode == 2
    assert "the keys of a plan stay as they are" in done.stderr


def test_the_report_lists_vocabulary_doubts_names_and_protected_words(folder: Path) -> None:
    (folder / "词.tsv").write_text("后街\n", encoding="utf-8")
    (folder / "a.yaml").write_text(
        "标题: 后街工作计划\n内容: 不断发挥\n责任人: 范丽香\n", encoding="utf-8"
    )
    (folder / "b.txt").write_text("abc", encoding="utf-8")
    done = run(
        folder, "a.yaml", "b.txt", "--to", "tw", "--glossary", "词.tsv", "--report", "报告.json"
    )
    assert done.returncode == 0, done.stderr
    report = json.loads((folder / "报告.json").read_text("utf-8"))
    first, second = report["files"]
    assert first["vocabulary"] == [{"from": "劃", "to": "畫", "count": 1}]
    assert first["doubtful"] == [{"text": "不斷發揮", "plain": "髮", "chosen": "發", "count": 1}]
    assert first["names"] == [{"name": "范丽香", "written": "范麗香", "count": 1}]
    assert first["protected"] == [{"word": "后街", "count": 1}]
    assert second["state"] == "unchanged"
    assert report["totals"] == {"converted": 1, "unchanged": 1}


def test_the_report_may_be_a_page(folder: Path) -> None:
    run(folder, "计划.yaml", "--to", "tw", "--report", "报告.md")
    page = (folder / "报告.md").read_text("utf-8")
    assert page == (
        "# Conversion\n\n- converted: 1\n\n## 计划.yaml\n\n- converted\n- vocabulary: 劃 → 畫 (1)\n"
    )


def test_the_report_names_what_failed_and_what_was_there_already(folder: Path) -> None:
    (folder / "坏.yaml").write_text("标题: [发\n", encoding="utf-8")
    (folder / "繁.txt").write_text("發展後勤", encoding="utf-8")
    done = run(folder, ".", "--to", "hk", "-o", "出", "--report", "报告.json")
    assert done.returncode == 1
    report = json.loads((folder / "报告.json").read_text("utf-8"))
    states = {one["path"].rpartition("/")[2]: one["state"] for one in report["files"]}
    assert states == {
        "坏.yaml": "failed",
        "繁.txt": "already there",
        "计划.yaml": "converted",
    }
    assert "nothing to convert in 1 of them" in done.stderr


def test_the_report_says_why_a_file_failed(folder: Path) -> None:
    (folder / "坏.yaml").write_text("标题: [发\n", encoding="utf-8")
    for page in ("报告.json", "报告.md"):
        assert run(folder, "坏.yaml", "--to", "hk", "-o", "出/", "--report", page).returncode == 2
    report = json.loads((folder / "报告.json").read_text("utf-8"))
    (problem,) = report["files"][0]["problems"]
    assert problem["message"]
    assert problem["line"]
    assert problem["message"] in (folder / "报告.md").read_text("utf-8")


def test_check_says_what_does_not_come_back_and_writes_nothing(folder: Path) -> None:
    (folder / "好.txt").write_text("发展计划\n干部", encoding="utf-8")
    (folder / "坏.txt").write_text("发展\n乾隆着乾净", encoding="utf-8")
    assert run(folder, "好.txt", "--to", "tw", "--check").returncode == 0
    done = run(folder, "坏.txt", "--to", "tw", "--check")
    assert done.returncode == 2
    assert "坏.txt:2: " in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["坏.txt", "好.txt", "计划.yaml"]


def test_two_places_for_the_result_are_refused(folder: Path) -> None:
    done = run(folder, "计划.yaml", "--to", "tw", "--in-place", "-o", "b.yaml")
    assert done.returncode == 2
    assert "exclude each other" in done.stderr


def test_names_are_not_changed_in_place(folder: Path) -> None:
    done = run(folder, "计划.yaml", "--to", "tw", "--in-place", "--names")
    assert done.returncode == 2
    assert "--names and --in-place do not go together" in done.stderr


@pytest.mark.parametrize(
    ("given", "converted"),
    [
        ("标题: 发展\n后勤: 发\n", "标题: 發展\n后勤: 發\n"),
        ("工会干部：注意\n", "工會幹部：注意\n"),
        ("注意: 发展\n", "注意: 發展\n"),
        ("- 发展\n", "- 發展\n"),
    ],
)
def test_standard_input_is_a_plan_or_a_text(folder: Path, given: str, converted: str) -> None:
    done = run(folder, "-", "--to", "tw", given=given)
    assert (done.returncode, done.stdout) == (0, converted)


def test_a_word_file_is_converted(folder: Path) -> None:
    document = docx.Document()
    document.add_paragraph("发展")
    document.save(str(folder / "a.docx"))
    assert run(folder, "a.docx", "--to", "tw", "-o", "b.docx").returncode == 0
    assert docx.Document(str(folder / "b.docx")).paragraphs[0].text == "發展"


def test_a_text_is_not_written_under_the_name_of_a_word_document(folder: Path) -> None:
    done = run(folder, "计划.yaml", "--to", "tw", "-o", "计划.docx")
    assert done.returncode == 2
    assert done.stderr == (
        "error: 计划.docx is named like another kind of file\n"
        "hint: let the name end in .yaml, or give a folder\n"
    )
    assert not (folder / "计划.docx").exists()
