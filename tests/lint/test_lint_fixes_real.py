"""Real plans, imported and mended: comments stay, and mending again changes nothing."""

from __future__ import annotations

import os
import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from planforge.lint import lint
from planforge.lint.mending import Mended, mend
from planforge.recognise import plan_from_text
from planforge.source.load import load
from planforge.source.nodes import Scalar, every_node

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("PLANFORGE_CORPUS", ROOT.parent / "shared" / "corpus"))
PLANS = sorted((CORPUS / "plans").glob("*.txt"))

pytestmark = pytest.mark.skipif(
    not (CORPUS / "plans").is_dir(),
    reason=f"no real plans in {CORPUS}; set PLANFORGE_CORPUS to their folder",
)


@cache
def imported(path: Path) -> bytes:
    return plan_from_text(path.name, path.read_bytes()).yaml.encode()


def mended(data: bytes, *, unsafe: bool) -> Mended:
    return mend("plan.yaml", data, lambda new: lint("plan.yaml", new), unsafe=unsafe)


def comments(data: bytes) -> list[bytes]:
    return re.findall(rb"^\s*#.*$", data, re.MULTILINE)


def values(data: bytes) -> list[str]:
    root = load("plan.yaml", data, go_on=True).root
    nodes = [node for node in every_node(root) if isinstance(node, Scalar)]
    return [node.value for node in sorted(nodes, key=lambda node: node.start)]


def test_there_are_real_plans() -> None:
    assert len(PLANS) >= 30


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
@pytest.mark.parametrize("unsafe", [False, True])
def test_a_real_plan_is_mended_once_and_for_all(path: Path, *, unsafe: bool) -> None:
    data = imported(path)
    once = mended(data, unsafe=unsafe)
    assert comments(once.data) == comments(data)
    assert not [one for one in once.left if one.fix and (one.fix.safe or unsafe)]
    again = mended(once.data, unsafe=unsafe)
    assert again.data == once.data
    assert again.applied == ()


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_safe_fixes_leave_every_chinese_character_where_it_is(path: Path) -> None:
    data = imported(path)
    before, after = values(data), values(mended(data, unsafe=False).data)
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for kind, start, end, _new_start, _new_end in matcher.get_opcodes():
            if kind in {"replace", "delete"}:
                assert not re.search(r"[\u3400-\u9fff]", old[start:end]), old[start:end]
