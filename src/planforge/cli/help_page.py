"""Help pages, in the language of the user and aligned for wide characters.

The command-line library counts characters, not columns, and asks no catalogue for most of its
words; so planforge prints the pages itself, from what the library knows about a command.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, Final

from planforge.language import _, mark

from .layout import columns, pad, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDEST_PAGE: Final = 100
_WIDEST_NAME: Final = 30

LIBRARY_WORDS: Final = (
    mark("Show this message and exit."),
    mark("Install completion for the current shell."),
    mark("Show completion for the current shell, to copy it or customize the installation."),
)
"""Help texts of options that the library adds by itself."""


def page(command: Any, context: Any, commands: Sequence[tuple[str, str]] = ()) -> str:
    """The help page of one command, or of the program when ``commands`` are given."""
    width = min(shutil.get_terminal_size().columns, _WIDEST_PAGE) - 1
    parameters = command.get_params(context)
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    options = [p for p in parameters if p.param_type_name == "option" and not p.hidden]
    lines = [
        *wrap(usage(command, context), width, indent=4),
        "",
        *wrap(_(command.help), width),
        *_table(_("Commands"), [(name, _(text)) for name, text in commands], width),
        *_table(_("Arguments"), [_argument_row(p) for p in arguments], width),
        *_table(_("Options"), [_option_row(p) for p in options], width),
    ]
    if command.epilog:
        lines += ["", _("Examples:"), *(f"  {line}" for line in command.epilog.splitlines())]
    return "\n".join(lines)


def usage(command: Any, context: Any) -> str:
    """How the command is called, in one line."""
    pieces = [context.command_path]
    if hasattr(command, "commands"):
        pieces.append(_("COMMAND"))
    pieces += [
        _argument_name(p) if p.required else f"[{_argument_name(p)}]"
        for p in command.params
        if p.param_type_name == "argument"
    ]
    pieces.append(_("[OPTIONS]"))
    return _("Usage: {call}").format(call=" ".join(pieces))


def _argument_name(parameter: Any) -> str:
    return _(parameter.metavar or parameter.name) + ("…" if parameter.nargs != 1 else "")


def _argument_row(parameter: Any) -> tuple[str, str]:
    return _argument_name(parameter), _(parameter.help)


def _option_row(parameter: Any) -> tuple[str, str]:
    names = sorted(parameter.opts, key=len)
    name = ", ".join(names) + "".join(f" / {other}" for other in parameter.secondary_opts)
    if not parameter.is_flag and parameter.metavar:
        name = f"{name} {_(parameter.metavar)}"
    return name, _(parameter.help) + _default(parameter)


def _default(parameter: Any) -> str:
    if not parameter.show_default or not isinstance(parameter.default, str):
        return ""
    return _(" (default: {value})").format(value=parameter.default) if parameter.default else ""


def _table(title: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield _("{title}:").format(title=title)
    widest = max((n for name, _help in rows if (n := columns(name)) <= _WIDEST_NAME), default=0)
    for name, text in rows:
        first, *more = wrap(text, width - widest - 4) or [""]
        if columns(name) > widest:
            yield f"  {name}"
            yield f"{'':{widest + 4}}{first}"
        else:
            yield f"  {pad(name, widest)}  {first}".rstrip()
        yield from (f"{'':{widest + 4}}{line}" for line in more)
