"""Values given in the call (`--set 标题=…`): as if they stood in the plan file.

Each setting becomes a line behind the text of the file, so that a problem with it has a place
and an excerpt like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from .errors import FileProblems, UserError
from .language import _
from .model.places import inner_entry
from .model.plan import Plan
from .source.nodes import Mapping, Node, Scalar, Sequence
from .source.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Sequence as Many

    from .model.entry import Entry
    from .source.load import Source

OPTION: Final = "--set"


def apply(source: Source, settings: Many[str]) -> Source:
    """The source with every setting in place of what the file says there.

    Args:
        source: The file.
        settings: ``key=value`` or ``key.key=value``, keys in any language; the number of an
            entry (1-based) stands for a key in a list. An empty value takes the key away.

    Raises:
        UserError: A setting has no ``=``, or leads into something that has no keys.
    """
    text, root = source.text.text, source.root
    for setting in settings:
        start = len(text) + 1
        text = f"{text}\n{_one_line(setting)}"
        keys, value = _read(setting, start)
        root = _put_pair(root, Plan, keys, value, setting)
    return replace(source, text=SourceText(source.text.path, text, source.text.encoding), root=root)


def relocated(error: FileProblems, source: Source) -> FileProblems:
    """The same problems; those of settings stand under the name of the option.

    Args:
        error: What was found in the source that `apply` returned.
        source: The file without settings.
    """
    last = len(source.text.starts)
    return FileProblems(
        [
            replace(p, path=OPTION, line=p.line - last, end_line=p.end_line - last)
            if p.line > last
            else p
            for p in error.problems
        ]
    )


def _one_line(setting: str) -> str:
    return "".join(" " if character in "\r\n" else character for character in setting)


def _read(setting: str, start: int) -> tuple[list[Scalar], Scalar]:
    path, equals, value = setting.partition("=")
    if not equals or not path.strip():
        raise UserError(
            _("{option} needs a key and a value, not {setting}").format(
                option=OPTION, setting=setting
            ),
            _("write for example {example}").format(example=f"{OPTION} 标题=青禾县总工会工作计划"),
        )
    keys = []
    offset = start
    for key in path.split("."):
        keys.append(Scalar(key.strip(), "", offset, offset + len(key)))
        offset += len(key) + 1
    # In quotes: a text that looks like YAML is still a text. Nothing at all is no value.
    return keys, Scalar(value, '"' if value else "", offset, offset + len(value))


def _put(node: Node, kind: type[Entry] | None, keys: Many[Scalar], value: Node, said: str) -> Node:
    if not keys:
        return value
    key = keys[0]
    if isinstance(node, Sequence) and key.value.isdecimal():
        return _put_entry(node, kind, keys, value, said)
    mapping = _unfolded(node, kind)
    if mapping is None:
        raise UserError(
            _("{option} {setting}: there is nothing called {key} to set").format(
                option=OPTION, setting=said, key=key.value
            )
        )
    return _put_pair(mapping, kind, keys, value, said)


def _put_pair(
    mapping: Mapping, kind: type[Entry] | None, keys: Many[Scalar], value: Node, said: str
) -> Mapping:
    key, *rest = keys
    fields = kind.fields_by_key() if kind else {}
    field = fields.get(key.value, "")
    below = inner_entry(kind, field) if kind and field else None
    pairs = list(mapping.pairs)
    for index, (old_key, old) in enumerate(pairs):
        if key.value == old_key.value or (field and fields.get(old_key.value) == field):
            pairs[index] = (key, _put(old, below, rest, value, said))
            break
    else:
        empty = Mapping([], key.start, key.end)
        pairs.append((key, _put(empty, below, rest, value, said)))
    return Mapping(pairs, mapping.start, mapping.end)


def _put_entry(
    node: Sequence, kind: type[Entry] | None, keys: Many[Scalar], value: Node, said: str
) -> Node:
    number = int(keys[0].value)
    if not 1 <= number <= len(node.items):
        raise UserError(
            _("{option} {setting}: the list has {count} entries").format(
                option=OPTION, setting=said, count=len(node.items)
            )
        )
    items = list(node.items)
    items[number - 1] = _put(items[number - 1], kind, keys[1:], value, said)
    return Sequence(items, node.start, node.end)


def _unfolded(node: Node, kind: type[Entry] | None) -> Mapping | None:
    """The mapping that ``node`` is short for; ``None`` when it is short for none."""
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Scalar) and node.is_null:
        return Mapping([], node.start, node.end)
    field = (kind.listed if isinstance(node, Sequence) else kind.shorthand) if kind else ""
    if not field:
        return None
    return Mapping([(Scalar(field, "", node.start, node.end), node)], node.start, node.end)
