"""Progress written into the plan file: only the keys that change do, comments stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planforge.errors import FileProblems, UserError
from planforge.language import _
from planforge.model.places import find
from planforge.model.plan import Plan
from planforge.model.vocabulary import dialect_of, name_of
from planforge.source.edit import is_in_brackets, splice
from planforge.source.load import load
from planforge.source.nodes import Mapping, Scalar, Sequence, data
from planforge.source.set_keys import Part, expected, set_keys

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as Table

    from planforge.model.entry import Entry
    from planforge.source.load import Source
    from planforge.source.nodes import Node

    Loc = tuple[int | str, ...]


def marked(source: Source, loc: Loc, changes: Table[str, str]) -> Source:
    """The file with new values for fields of one part of the plan.

    Args:
        source: The file.
        loc: Field names and indices that lead to the part, such as an item of the tasks.
        changes: Field → what it is to say; keys are written in the language of the file.

    Raises:
        UserError: The part has no such field, or the file is written in a way that nothing can
            be added to there.
    """
    place = find(source.root, Plan, loc)
    known = place.entry.keys()
    if unknown := [name for name in changes if name not in known]:
        raise UserError(
            _("{words} has no place for {keys}").format(
                words=_words(place.node), keys=", ".join(unknown)
            )
        )
    values = dict(_as_written(source, place.node, place.entry, changes))
    text_key = _name(source, place.entry, place.entry.shorthand)
    bracketed = isinstance(place.node, Scalar) and is_in_brackets(
        source.root, source.text.text, place.node
    )
    edits = set_keys(source, Part(place.node, bracketed, place.listed), values, text_key)
    wanted = expected(place.node, values, text_key)
    listed: Any = wanted if place.listed or isinstance(place.node, Mapping) else [wanted]
    new = splice(source.text.text, edits)
    try:
        read = load(source.text.path, new.encode(), go_on=True)
    except FileProblems as error:
        raise _cannot(source, place.node) from error
    if read.data() != _data_with(source.root, place.node, listed):
        raise _cannot(source, place.node)
    return read


def _as_written(
    source: Source, node: Node, entry: type[Entry], changes: Table[str, str]
) -> Iterable[tuple[str, str]]:
    """The changes under the names that the file has for the keys."""
    fields = entry.fields_by_key()
    there = [key.value for key, _value in node.pairs] if isinstance(node, Mapping) else []
    for field, value in changes.items():
        used = next((name for name in there if fields.get(name) == field), "")
        yield used or _name(source, entry, field), value


def _name(source: Source, entry: type[Entry], field: str) -> str:
    dialect = dialect_of(key.value for key, _value in source.root.pairs)
    return name_of(field, entry.keys()[field], dialect)


def _data_with(root: Node, node: Node, new: Any) -> Any:
    """The data of the file with ``new`` in place of a node."""
    if root is node:
        return new
    if isinstance(root, Mapping):
        return {key.value: _data_with(value, node, new) for key, value in root.pairs}
    if isinstance(root, Sequence):
        return [_data_with(item, node, new) for item in root.items]
    return data(root)


def _words(node: Node) -> str:
    while not isinstance(node, Scalar):
        inside = [v for _k, v in node.pairs] if isinstance(node, Mapping) else node.items
        if not inside:
            return ""
        node = inside[0]
    return node.value.partition("\n")[0]


def _cannot(source: Source, node: Node) -> UserError:
    line, column = source.text.position(node.start)
    return UserError(
        _("{path}:{line}:{column}: nothing can be added here").format(
            path=source.text.path, line=line, column=column
        ),
        _("write the keys into the file yourself"),
    )
