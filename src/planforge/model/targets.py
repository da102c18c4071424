"""What is to be reached: sentences, slogan sets, measured values."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from planforge.language import _

from .entry import key
from .goal import Goal
from .item import Assigned
from .refusal import RefusedError
from .section import Headed
from .shapes import Text, nested
from .when import When
from .yes_no import YesNo


class Target(Assigned):
    """A target: a sentence, a measured value, or a slogan set with its members."""

    shorthand: ClassVar[str] = "text"

    title: str = key(
        "标题",
        "標題",
        default="",
        about="目标的小标题，或口号（如“增强三个意识”）",
        en="Heading of the target, or a slogan set",
        example="增强三个意识",
    )
    text: Text = key(
        "内容",
        "內容",
        default="",
        about="用一句话写的目标",
        en="The target in a sentence",
        example="职工入会率达到98%以上",
    )
    indicator: str = key(
        "指标",
        "指標",
        default="",
        about="衡量什么",
        en="What is measured",
        example="职工入会率",
    )
    goal: Goal | None = key(
        "要求",
        default=None,
        about="达到多少：≥95%、不少于10次、3万张、为零、一至二篇",
        en="How much: ≥95%, 不少于10次, 3万张, 为零, 一至二篇",
        example="≥98%",
    )
    base: Goal | None = key(
        "基数",
        "基數",
        default=None,
        about="上年的数值",
        en="Last year's value",
        example="95%",
    )
    due: When | None = key(
        "期限",
        default=None,
        about="完成期限",
        en="When it must be reached",
        example="12月底前",
    )
    reached: Goal | None = key(
        "完成值",
        default=None,
        about="实际达到的数值",
        en="The value reached",
        example="98.6%",
    )
    numbered: YesNo = key(
        "编号",
        "編號",
        default=True,
        about="是否编号",
        en="Whether it is numbered",
        example="否",
    )
    items: Annotated[tuple["Target", ...], nested()] = key(
        "子项",
        "子項",
        default=(),
        about="口号的各项，或分项目标",
        en="Members or sub-targets",
        example=["大局意识", "服务意识", "创新意识"],
    )

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if self.title or self.text or self.indicator:
            return self
        raise RefusedError(_("this target has neither a title, a text nor an indicator"))


class Targets(Headed):
    """The targets of the period (工作目标)."""

    items: Annotated[tuple[Target, ...], nested()] = key(
        "子项",
        "子項",
        "目标",
        "目標",
        default=(),
        about="各项目标",
        en="The targets",
        example=["职工入会率达到98%以上"],
    )
