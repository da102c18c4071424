"""The scripts and regions that text can be converted to."""

from __future__ import annotations

from typing import Final

from msgspec import Struct


class Target(Struct, frozen=True):
    """How a target is reached.

    Script configurations are the default. The phrase configurations replace words (支持 by
    支援, 文件 by 檔案), which changes what a plan says.

    Attributes:
        configuration: OpenCC configuration for the script alone.
        phrases: OpenCC configuration that also replaces words.
        from_simplified: Whether the source is simplified text, whose word boundaries decide
            which traditional character is meant.
        language: The tag of its language.
        region: The region of plans that goes with it; empty for none.
    """

    configuration: str
    phrases: str
    from_simplified: bool
    language: str
    region: str


TARGETS: Final[dict[str, Target]] = {
    "hant": Target("s2t", "s2t", from_simplified=True, language="zh-TW", region=""),
    "tw": Target("s2tw", "s2twp", from_simplified=True, language="zh-TW", region="tw"),
    "hk": Target("s2hk", "s2hkp", from_simplified=True, language="zh-HK", region="hk"),
    "mo": Target("s2hk", "s2hkp", from_simplified=True, language="zh-MO", region="mo"),
    # tw2s and not t2s: it also knows the Taiwanese variants, such as 著 for 着.
    "cn": Target("tw2s", "tw2sp", from_simplified=False, language="zh-CN", region="cn"),
}
