"""A plan issued under a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planforge.document.compose import compose
from planforge.document.tree import Labelled, Signature
from planforge.model.plan import Plan
from planforge.regions import load_region

if TYPE_CHECKING:
    from planforge.document.tree import Document


def composed(issue: dict[str, Any], **more: Any) -> Document:
    plan = Plan.model_validate(
        {
            "title": "青禾县总工会2027年工作计划",
            "organization": "青禾县总工会",
            "addressees": ["各基层工会"],
            "tasks": ["加强学习"],
            "signature": {"date": "2027-01-08"},
            "layout": {"issue": issue},
            **more,
        }
    )
    return compose(plan, load_region("cn"))


def test_what_is_not_said_comes_from_the_plan() -> None:
    document = composed({"number": "青工发[2027]3号"})
    notice = document.notice
    assert notice is not None
    assert notice.mark == "青禾县总工会文件"
    assert notice.number == "青工发〔2027〕3号"
    assert notice.title == "青禾县总工会关于印发《青禾县总工会2027年工作计划》的通知"
    assert notice.addressees == "各基层工会："
    assert notice.paragraphs == (
        "现将《青禾县总工会2027年工作计划》印发给你们。",
        "请结合实际，认真抓好落实。",
    )
    assert notice.signature == Signature("青禾县总工会", "2027年1月8日")
    assert (notice.printed_by, notice.printed_on) == ("青禾县总工会", "2027年1月8日印发")
    assert (notice.signer, notice.copies) == (None, None)


def test_what_is_said_is_printed() -> None:
    notice = composed(
        {
            "发文机关标志": "青禾县总工会",
            "发文字号": "3号",
            "签发人": "某某",
            "标题": "关于印发计划的通知",
            "主送": "各乡镇总工会：",
            "正文": ["第一段。", "第二段。"],
            "抄送": ["县委办公室", "县政府办公室。"],
            "印发机关": "办公室",
            "印发日期": "2027-01-10",
        }
    ).notice
    assert notice is not None
    assert (notice.mark, notice.number, notice.title) == (
        "青禾县总工会",
        "3号",
        "关于印发计划的通知",
    )
    assert notice.signer == Labelled("签发人", "某某")
    assert notice.addressees == "各乡镇总工会："
    assert notice.paragraphs == ("第一段。", "第二段。")
    assert notice.copies == Labelled("抄送", "县委办公室、县政府办公室")
    assert (notice.printed_by, notice.printed_on) == ("办公室", "2027年1月10日印发")


def test_the_plan_is_the_only_attachment_or_the_first_one() -> None:
    alone = composed({"number": "1号"})
    assert alone.notice is not None
    assert (alone.notice.label, alone.notice.attachment_note) == (
        "附件",
        ("青禾县总工会2027年工作计划",),
    )
    several = composed({"number": "1号"}, attachments=[{"heading": "任务表", "text": "略。"}])
    assert several.notice is not None
    assert several.notice.label == "附件1"
    assert several.notice.attachment_note == ("青禾县总工会2027年工作计划", "任务表")
    assert [attachment.label for attachment in several.attachments] == ["附件2"]


def test_what_moved_to_the_notice_does_not_stand_in_the_plan_again() -> None:
    document = composed({"number": "1号"})
    assert document.addressees == ""
    assert document.attachment_note == ()
    assert document.signature is None


def test_a_plan_has_no_notice_unless_it_asks_for_one() -> None:
    plan = Plan.model_validate({"title": "工作计划", "tasks": ["加强学习"]})
    assert compose(plan, load_region("cn")).notice is None
