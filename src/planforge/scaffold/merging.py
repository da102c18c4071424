"""Last year's plan in the frame of a scaffold: its sections where the scaffold has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.model.plan import BODY, Plan
from planforge.source.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.source.nodes import Mapping

# What a new plan says anew; last year's words would be wrong.
_ANEW: Final = frozenset(
    ("planforge", "title", "organization", "kind", "period", "region", "signature")
)
_MISSING: Final = "\n# 去年的文件没有这一部分；需要时去掉每行开头的“# ”，改成自己的。\n"
_TAKEN: Final = "# 以下取自去年的文件 {path}，请逐条改成今年的。\n"
_OLD_TITLE: Final = "# 去年的标题：{title}\n"


class Chunk(Struct, frozen=True):
    """A key at the top of a plan file.

    Attributes:
        field: The field of the plan that it fills; the key itself where that is none.
        comments: The lines above it that belong to it.
        text: The key with its value, up to the comments of the next one.
    """

    field: str
    comments: str
    text: str


def merged(frame: str, old: str, path: str) -> str:
    """The text of a plan file: the frame of a scaffold filled with an imported plan.

    Sections stand in the order of the scaffold, each with its guidance; what the old plan lacks
    stays as guidance in comments, and what only the old plan has follows what stood before it.

    Args:
        frame: Text of the scaffold.
        old: Text of the imported plan.
        path: The old document, as the user named it.
    """
    head, chunks = _chunks(frame)
    _old_head, imported = _chunks(old)
    theirs = {chunk.field: chunk for chunk in imported if chunk.field not in _ANEW}
    parts = [head, _TAKEN.format(path=_one_line(path)), *_old_title(imported)]
    waiting = list(theirs)
    ours = {chunk.field for chunk in chunks}
    for chunk in chunks:
        if chunk.field in theirs:
            parts += _before(chunk.field, waiting, ours, theirs)
            parts += chunk.comments, theirs[chunk.field].comments.lstrip("\n")
            parts.append(_ended(theirs[chunk.field].text))
            waiting.remove(chunk.field)
        elif chunk.field in BODY:
            parts[-1] = parts[-1].rstrip("\n") + "\n"
            parts += _MISSING, _commented(chunk.comments + chunk.text)
        else:
            parts += chunk.comments, chunk.text
    parts += _before("", waiting, ours, theirs)
    return "".join(parts)


def _before(
    field: str, waiting: list[str], ours: set[str], theirs: dict[str, Chunk]
) -> Iterator[str]:
    """What only the old plan has and stands before ``field`` there."""
    end = waiting.index(field) if field else len(waiting)
    for other in [one for one in waiting[:end] if one not in ours]:
        waiting.remove(other)
        yield theirs[other].comments.lstrip("\n")
        yield _ended(theirs[other].text)


def _old_title(imported: Sequence[Chunk]) -> Iterator[str]:
    for chunk in imported:
        if chunk.field == "title":
            title = chunk.text.partition(":")[2]
            yield _OLD_TITLE.format(title=_one_line(title.strip().lstrip("|-").strip()))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _chunks(text: str) -> tuple[str, list[Chunk]]:
    """The comment at the head of the file, and its keys."""
    root: Mapping = load("", text.encode()).root
    fields = Plan.fields_by_key()
    starts = [key.start for key, _value in root.pairs]
    edges = [_comments_before(text, start) for start in starts]
    found = []
    for (key, _value), start, edge, end in zip(
        root.pairs, starts, edges, [*edges[1:], len(text)], strict=True
    ):
        found.append(Chunk(fields.get(key.value, key.value), text[edge:start], text[start:end]))
    if not edges:
        return text, []
    # Blank comments apart, what stands over the first key is the head of the file.
    first = found[0]
    found[0] = Chunk(first.field, "", first.text)
    return text[: edges[0]] + first.comments, found


def _comments_before(text: str, start: int) -> int:
    """Where the blank lines and comments directly above a key begin."""
    while start:
        line = text.rfind("\n", 0, start - 1) + 1
        above = text[line:start].strip()
        if above and not text[line:start].startswith("#"):
            break
        start = line
    return start


def _commented(text: str) -> str:
    lines = text.strip("\n").split("\n")
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n"
