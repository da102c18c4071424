"""Copies among files: across scripts, of one's own plans, exempted, from an index."""

from __future__ import annotations

import json
import os
import pickle
from typing import TYPE_CHECKING

import pytest

from planforge.errors import UserError
from planforge.lint.choice import Choice
from planforge.lint.copies import across, sketch
from planforge.lint.copies.grams import LEAST, MOST, grams, share
from planforge.lint.copies.index import KEPT, index
from planforge.lint.copies.sketch import of_text
from planforge.lint.engine import look
from planforge.lint.preset import Part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planforge.lint.copies import Sketch

WORDS = [
    "每周五下午开放职工书屋和健身房，值班人员提前十分钟到岗，登记借阅和使用情况，月底汇总公布。",
    "三月上旬召开教职工代表大会，提案在会前两周征集，由提案组分办，会后一个月内逐条书面答复本人。",
    "困难职工一户一档，每季度走访一次，帮扶金打卡发放，名单在公示栏里公布五个工作日以上。",
    "排球、乒乓球、健步走三支队伍常年训练，教练从退休教师中聘请，器材由工会统一购置和保管。",
    "女职工委员会每学期办两场健康讲座，请县医院的医生来校讲课，并安排一次免费的专项检查。",
]
TRADITIONAL = [
    "每週五下午開放職工書屋和健身房，值班人員提前十分鐘到崗，登記借閱和使用情況，月底匯總公佈。",
    "三月上旬召開教職工代表大會，提案在會前兩週徵集，由提案組分辦，會後一個月內逐條書面答覆本人。",
]
OTHER = "新学期的第一次例会定在开学前一天，各小组长带着自己的三件实事来，当场认领，年底按清单交账。"


def plan(organization: str, words: list[str], *, comment: str = "") -> str:
    items = "".join(f"  - {one}\n" for one in words)
    head = f"标题: {organization}2027年工作计划\n单位: {organization}\n期间: 2027\n"
    return f"{comment}{head}重点任务:\n{items}"


def sketched(folder: Path, files: dict[str, str], **choice: tuple[str, ...]) -> list[Sketch]:
    found = []
    for name, text in files.items():
        path = str(folder / name)
        (folder / name).write_text(text, encoding="utf-8")
        one = sketch(path, look(path, choice=Choice(**choice)))
        assert one is not None
        # A sketch is made in another process.
        found.append(pickle.loads(pickle.dumps(one)))  # noqa: S301  our own
    return found


def said(sketches: list[Sketch], others: tuple[Sketch, ...] = ()) -> list[tuple[str, str, int]]:
    return [
        (os.path.basename(one.problem.path), one.problem.code, one.problem.line)  # noqa: PTH119
        for one in across(sketches, others)
    ]


def test_a_copied_plan_and_its_paragraphs_are_found_in_both_files(tmp_path: Path) -> None:
    sketches = sketched(
        tmp_path,
        {
            "a.yaml": plan("青禾县第二中学工会", WORDS),
            "b.yaml": plan("云岭区实验小学工会", [OTHER, *WORDS[:4]]),
            "c.yaml": plan(
                "临江市人民医院工会",
                ["门诊楼三层设健康小屋，值班护士教量血压，夜班职工凭工号取一份热粥和一个煮鸡蛋。"],
            ),
        },
    )
    assert said(sketches) == [
        ("a.yaml", "PF902", 0),
        *(("a.yaml", "PF901", line) for line in (5, 6, 7, 8)),
        ("b.yaml", "PF902", 0),
        *(("b.yaml", "PF901", line) for line in (6, 7, 8, 9)),
    ]


def test_the_finding_shows_the_paragraph_and_names_the_other_file(tmp_path: Path) -> None:
    sketches = sketched(
        tmp_path,
        {
            "a.yaml": plan("青禾县第二中学工会", WORDS[:1]),
            "b.yaml": plan("云岭区实验小学工会", [OTHER, WORDS[0]]),
        },
        select=("PF901",),
    )
    first, second = (one.problem for one in across(sketches))
    assert first.message == f"the same paragraph stands in {tmp_path / 'b.yaml'}"
    assert (second.line, second.column, second.end_column) == (6, 5, 5 + len(WORDS[0]))
    assert second.excerpt == f"  - {WORDS[0]}"


def test_copies_are_found_across_scripts(tmp_path: Path) -> None:
    sketches = sketched(
        tmp_path,
        {
            "cn.yaml": plan("青禾县第二中学工会", WORDS[:2]),
            "tw.yaml": plan("嵐海電子企業工會", TRADITIONAL),
        },
    )
    assert {path for path, code, _line in said(sketches) if code == "PF902"} == {
        "cn.yaml",
        "tw.yaml",
    }


def test_plans_of_one_organization_are_no_copies(tmp_path: Path) -> None:
    sketches = sketched(
        tmp_path,
        {
            "2026.yaml": plan("青禾县第二中学工会", WORDS),
            "2027.yaml": plan("青禾县第二中学工会", WORDS),
            "2027.tw.yaml": plan("青禾縣第二中學工會", WORDS),
        },
    )
    assert said(sketches) == []


def test_comments_exempt_a_paragraph_or_a_whole_file(tmp_path: Path) -> None:
    exempt = plan(
        "青禾县第二中学工会", WORDS, comment="# planforge: disable-file=PF902 -- 共用的范文\n"
    ).replace(WORDS[0], f"{WORDS[0]}  # planforge: disable=PF901 -- 统一要求")
    sketches = sketched(
        tmp_path, {"a.yaml": exempt, "b.yaml": plan("云岭区实验小学工会", WORDS[:2])}
    )
    assert said(sketches) == [
        ("a.yaml", "PF901", 7),
        ("b.yaml", "PF902", 0),
        ("b.yaml", "PF901", 5),
        ("b.yaml", "PF901", 6),
    ]
    # Whether such comments are of use shows only here, so nobody calls them unused.
    assert "PF006" not in {one.problem.code for one in look(str(tmp_path / "a.yaml")).found}


@pytest.mark.parametrize("codes", ["PF901", "PF902", "PF901, PF902", "ALL"])
def test_what_a_comment_turns_off_in_one_file_is_still_told_of_its_copy(
    tmp_path: Path, codes: str
) -> None:
    comment = f"# planforge: disable-file={codes}\n"
    copy = plan("云岭区实验小学工会", WORDS[:2])
    told = [
        said(
            sketched(
                tmp_path,
                {"a.yaml": plan("青禾县第二中学工会", WORDS, comment=first), "b.yaml": copy},
                select=("PF901", "PF902"),
            )
        )
        for first in ("", comment)
    ]
    plain, exempt = ([one for one in each if one[0] == "b.yaml"] for each in told)
    assert plain == exempt
    assert [one[1:] for one in plain] == [("PF902", 0), ("PF901", 5), ("PF901", 6)]
    off = {"PF901", "PF902"} if codes == "ALL" else set(codes.split(", "))
    assert not off & {code for name, code, _line in told[1] if name == "a.yaml"}


def test_a_file_for_which_no_such_rule_is_looked_for_leaves_no_sketch(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(plan("青禾县第二中学工会", WORDS), encoding="utf-8")
    assert sketch(str(path), look(str(path), choice=Choice(ignore=("PF901", "PF902")))) is None


def test_how_much_has_to_be_copied_can_be_set(tmp_path: Path) -> None:
    files = {
        "a.yaml": plan("青禾县第二中学工会", [*WORDS[:3], OTHER]),
        "b.yaml": plan("云岭区实验小学工会", WORDS[1:4]),
    }
    looks = []
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        part = Part(settings={"PF902": {"least": 0.9}})
        looks.append(sketch(str(tmp_path / name), look(str(tmp_path / name), also=(part,))))
    strict = [one for one in looks if one]
    assert "PF902" not in {code for _path, code, _line in said(strict)}
    assert "PF902" in {code for _path, code, _line in said(sketched(tmp_path, files))}


def test_plans_are_held_against_an_index(tmp_path: Path) -> None:
    known = tmp_path / "known"
    known.mkdir()
    numbered = [f"（{n}）{words}" for n, words in zip("一二三四五", WORDS, strict=True)]
    (known / "范文.txt").write_text("\n".join(numbered), encoding="utf-8")
    (known / "模板.md").write_text(f"# 计划\n\n- {OTHER}\n", encoding="utf-8")
    (known / "繁體.yaml").write_text(plan("嵐海電子企業工會", TRADITIONAL), encoding="utf-8")
    sketches = sketched(tmp_path, {"a.yaml": plan("青禾县第二中学工会", WORDS)})
    found = list(across(sketches, index(known)))
    assert [one.problem.code for one in found] == ["PF902", *["PF901"] * 5]
    assert "范文.txt" in found[0].problem.message


def test_files_of_the_index_that_are_linted_too_are_not_compared_with_themselves(
    tmp_path: Path,
) -> None:
    sketches = sketched(tmp_path, {"a.yaml": plan("青禾县第二中学工会", WORDS)})
    assert said(sketches, index(tmp_path)) == []


def test_an_index_is_kept_and_only_what_changed_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, words in enumerate(WORDS):
        (tmp_path / f"{number}.txt").write_text(words, encoding="utf-8")
    first = index(tmp_path)
    assert (tmp_path / KEPT).is_file()
    read: list[str] = []

    def counted(path: str, text: str) -> Sketch:
        read.append(path)
        return of_text(path, text)

    monkeypatch.setattr("planforge.lint.copies.index.of_text", counted)
    assert index(tmp_path) == first
    assert read == []
    (tmp_path / "2.txt").write_text(OTHER + OTHER, encoding="utf-8")
    (tmp_path / "4.txt").unlink()
    assert len(index(tmp_path)) == 4
    assert read == [str(tmp_path / "2.txt")]


@pytest.mark.parametrize(
    "broken",
    ["", "{", '{"version": 1}', '{"version": 1, "files": {"0.txt": {"grams": "?"}}}', "[]"],
)
def test_a_damaged_index_is_made_again(tmp_path: Path, broken: str) -> None:
    (tmp_path / "0.txt").write_text(WORDS[0], encoding="utf-8")
    first = index(tmp_path)
    (tmp_path / KEPT).write_text(broken, encoding="utf-8")
    assert index(tmp_path) == first
    assert json.loads((tmp_path / KEPT).read_text(encoding="utf-8"))["version"] == 1


def test_a_folder_without_texts_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no plans or texts"):
        index(tmp_path)
    with pytest.raises(UserError, match="no folder"):
        index(tmp_path / "none")


def numbered(start: int, count: int) -> str:
    return "".join(chr(0x4E00 + (n * 7919 + start * 104729) % 20000) for n in range(count))


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 1.0])
def test_what_two_texts_share_is_estimated_closely(part: float) -> None:
    same = int(4000 * part)
    one = grams(numbered(1, same) + numbered(2, 4000 - same))
    other = grams(numbered(1, same) + numbered(3, 4000 - same))
    assert share(one, other) == pytest.approx(part, abs=0.08)


def test_a_short_text_is_found_in_a_long_one() -> None:
    short = numbered(1, 400)
    assert share(grams(short), grams(numbered(2, 9000) + short)) > 0.9


def test_a_sample_stays_small_and_short_texts_tell_nothing() -> None:
    assert len(grams(numbered(1, 20)).hashes) == 13
    assert len(grams(numbered(1, 1000)).hashes) == LEAST
    assert len(grams("".join(map(chr, range(0x4E00, 0x9FA5))) * 3).hashes) <= MOST
    assert share(grams("工会工作计划要点"), grams("工会工作计划要点")) == 0.0
    assert share(grams(""), grams("")) == 0.0


def test_comparing_takes_a_bounded_number_of_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = 0
    compare: Callable[..., float] = share

    def counted(one: object, other: object) -> float:
        nonlocal calls
        calls += 1
        return compare(one, other)

    monkeypatch.setattr("planforge.lint.copies.compare.share", counted)
    copies = [of_text(f"{n}.txt", "\n".join(WORDS)) for n in range(200)]
    assert list(across(copies)) == []
    assert 199 <= calls <= 3 * 200
