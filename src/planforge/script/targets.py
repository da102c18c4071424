"""The scripts and regions that text can be converted to."""

from __future__ import annotations

from typing import Final, NamedTuple


class Target(NamedTuple):
    """How a target is reached.

    Only OpenCC's script configurations are used. Its phrase configurations replace words
    (支持 by 支援, 文件 by 檔案), which changes what a plan says.

    Attributes:
        configuration: OpenCC configuration.
        from_simplified: Whether the source is simplified text, whose word boundaries decide
            which traditional character is meant.
    """

    configuration: str
    from_simplified: bool


TARGETS: Final[dict[str, Target]] = {
    "hant": Target("s2t", from_simplified=True),
    "tw": Target("s2tw", from_simplified=True),
    "hk": Target("s2hk", from_simplified=True),
    "mo": Target("s2hk", from_simplified=True),
    # tw2s and not t2s: it also knows the Taiwanese variants, such as 著 for 着.
    "cn": Target("tw2s", from_simplified=False),
}
