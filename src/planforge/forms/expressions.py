"""Names in tags, followed to what they stand for before anything is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes
from msgspec import Struct

from planforge.language import _
from planforge.model.nearest import nearest

from .sandbox import ALLOWED
from .shapes import TEXT, Group, Many, Text, is_printed
from .values import TOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .shapes import Shape

FILTERS: Final = (*sorted(ALLOWED), "join")
_ONE_OF: Final = frozenset(("first", "last", "min", "max"))
_SAME: Final = frozenset(
    ("default", "d", "list", "reverse", "sort", "unique", "select", "reject", "selectattr")
)
_LOOP: Final = "loop"


class Use(Struct, frozen=True):
    """A name in a form.

    Attributes:
        path: As it would be written from the top: ``重点任务.子项.标题``.
        shape: What it stands for; ``None`` where the plan format has no such name.
        about: What it is for: Chinese and English.
        near: The name that was most likely meant.
    """

    path: str
    shape: Shape | None
    about: tuple[str, str] = ("", "")
    near: str = ""


class Known(Struct, frozen=True):
    """What an expression stands for; an empty path for what has no name of its own."""

    shape: Shape | None
    path: str = ""


class Reader:
    """Reads the expressions of one form from its beginning to its end.

    Args:
        used: Is told every name.
        wrong: Is told every mistake: what, and what to do.
    """

    def __init__(self, used: Callable[[Use], None], wrong: Callable[[str, str], None]) -> None:
        self._used = used
        self._wrong = wrong
        self._scopes: list[dict[str, Known]] = [{}]

    def open(self, target: nodes.Node, rows: nodes.Node) -> None:
        """A loop begins."""
        found = self.known(rows)
        if isinstance(found.shape, Text):
            self._wrong(_("{name} is a text, not a list").format(name=found.path), "")
        elif isinstance(found.shape, Group):
            self._wrong(*_no_list(found))
        of = found.shape.of if isinstance(found.shape, Many) else None
        self._scopes.append({_LOOP: Known(None)})
        self._bind(target, Known(of, found.path))

    def close(self) -> None:
        """A loop ends."""
        if len(self._scopes) > 1:
            self._scopes.pop()

    def bind(self, target: nodes.Node, value: nodes.Node) -> None:
        """A name is given to a value."""
        self._bind(target, self.known(value))

    def printed(self, expression: nodes.Node) -> None:
        """An expression is printed."""
        found = self.known(expression)
        if not is_printed(found.shape):
            shape = found.shape
            while isinstance(shape, Many):
                shape = shape.of
            assert isinstance(shape, Group)
            self._wrong(
                _("{name} holds more than one text").format(name=found.path),
                _("name one of {names}").format(names=_listed(shape, found.path)),
            )

    def known(self, node: nodes.Node) -> Known:
        """What an expression stands for; every name in it is looked at."""
        match node:
            case nodes.Name():
                found = self._name(node.name)
            case nodes.Getattr():
                found = self._inner(self.known(node.node), node.attr)
            case nodes.Getitem():
                found = self._item(node)
            case nodes.Filter():
                found = self._filter(node)
            case nodes.Call():
                found = self._call(node)
            case _:
                for child in node.iter_child_nodes():
                    self.known(child)
                found = Known(TEXT if isinstance(node, nodes.Concat) else None)
        return found

    def _bind(self, target: nodes.Node, value: Known) -> None:
        if isinstance(target, nodes.Name):
            self._scopes[-1][target.name] = value
            return
        for name in target.find_all(nodes.Name):
            self._scopes[-1][name.name] = Known(None)

    def _name(self, name: str) -> Known:
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        if (shape := TOP.inner(name)) is not None:
            self._used(Use(name, shape, TOP.about[TOP.names[name]]))
            return Known(shape, name)
        here = [one for scope in reversed(self._scopes) for one in scope]
        self._unknown(name, name, (*here, *TOP.names))
        return Known(None)

    def _unknown(self, name: str, path: str, names: tuple[str, ...]) -> None:
        near = nearest(name, names)
        self._used(Use(path, None, near=near))
        self._wrong(
            _("there is no name {name}").format(name=path),
            _("did you mean {name}?").format(name=near) if near else "",
        )

    def _inner(self, above: Known, name: str) -> Known:
        if above.shape is None:
            return Known(None)
        path = f"{above.path}.{name}" if above.path else name
        if isinstance(above.shape, Text):
            self._wrong(_("{name} is a text, nothing stands below it").format(name=above.path), "")
        elif isinstance(above.shape, Many):
            self._wrong(
                _("{name} is a list").format(name=above.path),
                _("go through it: {tag}").format(
                    tag="{% for " + _("one") + " in " + above.path + " %}"
                ),
            )
        elif (shape := above.shape.inner(name)) is not None:
            own = above.shape.names[name]
            self._used(Use(path, shape, above.shape.about.get(own, ("", ""))))
            return Known(shape, path)
        else:
            self._unknown(name, path, tuple(above.shape.names))
        return Known(None)

    def _item(self, node: nodes.Getitem) -> Known:
        above = self.known(node.node)
        if isinstance(node.arg, nodes.Const):
            if isinstance(node.arg.value, str):
                return self._inner(above, node.arg.value)
            if isinstance(above.shape, Many) and isinstance(node.arg.value, int):
                return Known(above.shape.of, above.path)
        else:
            self.known(node.arg)
        return Known(None)

    def _filter(self, node: nodes.Filter) -> Known:
        found = Known(None) if node.node is None else self.known(node.node)
        for child in (*node.args, *(pair.value for pair in node.kwargs)):
            self.known(child)
        if node.name not in FILTERS:
            near = nearest(node.name, FILTERS)
            self._wrong(
                _("there is no filter {name}").format(name=node.name),
                _("did you mean {name}?").format(name=near) if near else "",
            )
            return Known(None)
        if node.name in _ONE_OF and isinstance(found.shape, Many):
            return Known(found.shape.of, found.path)
        if node.name == "join":
            return Known(TEXT, found.path)
        return found if node.name in _SAME else Known(None)

    def _call(self, node: nodes.Call) -> Known:
        called = node.node
        looped = isinstance(called, nodes.Getattr) and _is_loop(called.node)
        if not looped and not (isinstance(called, nodes.Name) and called.name == "range"):
            self._wrong(_("nothing can be called here but range"), "")
            return Known(None)
        for child in node.args:
            self.known(child)
        return Known(None)


def _is_loop(node: Any) -> bool:
    return isinstance(node, nodes.Name) and node.name == _LOOP


def _no_list(found: Known) -> tuple[str, str]:
    shape = found.shape
    assert isinstance(shape, Group)
    listed = [name for name in _own_names(shape) if shape.names[name] == shape.listed]
    return (
        _("{name} is not a list itself").format(name=found.path),
        _("write {half}").format(half=f"{found.path}.{listed[0]}") if listed else "",
    )


def _own_names(group: Group) -> Iterator[str]:
    """One name each, the Chinese one where there is one."""
    seen: set[str] = set()
    for name, own in group.names.items():
        if own not in seen and name != own:
            seen.add(own)
            yield name


def _listed(group: Group, path: str) -> str:
    """A few names of its own, before those that every section has."""
    names = sorted(_own_names(group), key=lambda name: group.names[name] in _OF_ALL)
    return "、".join(f"{path}.{name}" for name in names[:4])


_OF_ALL: Final = frozenset(("heading", "numbered", "text", "table", "items"))
