"""The scaffold templates: found, brought into the script of the region, compiled, filled in."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from planforge import bounded, resources
from planforge.errors import UserError
from planforge.language import _
from planforge.source.emit import comment, scalar

from . import spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.model.period import Period

FOLDER: Final = "scaffolds"
SUFFIX: Final = ".yaml.j2"
MAINLAND: Final = "cn"

_NOTHING: Final = {"organization": "", "superior": "", "author": "", "schema": ""}


def fill_in(
    kind: str,
    period: Period,
    region: str,
    convert: Callable[[str], str] | None,
    **values: str,
) -> str:
    """The text of the scaffold for ``kind``.

    Args:
        kind: English key of the kind.
        period: What the plan covers.
        region: Code of the region.
        convert: Turns simplified Chinese into the script of the region. It is applied to the
            template, never to what the user typed.
        values: ``organization``, ``superior``, ``author``, ``schema``.

    Raises:
        UserError: There is no scaffold for the kind, or the user's own one is faulty.
    """
    with _faults_explained(kind):
        template = _environment(convert).get_template(f"{kind}{SUFFIX}")
        return template.render(_context(period, region, convert) | values)


def samples(
    kind: str, period: Period, region: str, convert: Callable[[str], str] | None
) -> tuple[str, str]:
    """The invented organization of the scaffold for ``kind`` and the body above it.

    Raises:
        UserError: There is no scaffold for the kind, or the user's own one is faulty.
    """
    with _faults_explained(kind):
        template = _environment(convert).get_template(f"{kind}{SUFFIX}")
        names = vars(template.make_module(_context(period, region, convert)))
        return str(names.get("sample_organization", "")), str(names.get("sample_superior", ""))


def _context(period: Period, region: str, convert: Callable[[str], str] | None) -> dict[str, Any]:
    local = convert or str
    return _NOTHING | {
        "period": local(period.text),
        "period_in_words": local(period.in_words()),
        "this": local(spans.NAMES.get(period.kind, spans.OTHER_NAME)),
        "months": spans.months_of(period),
        "signed": spans.signing_day(period).isoformat(),
        "region": region,
        "cn": region == MAINLAND,
    }


def _environment(convert: Callable[[str], str] | None) -> bounded.Bounded:
    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        text = resources.read(f"{FOLDER}/{name}").decode("utf-8-sig")
        return (convert(text) if convert else text), name, lambda: True

    # A sandbox, because a project folder from elsewhere may bring scaffolds of its own.
    # No escaping of HTML: the result is YAML, and the filter `yaml` quotes what users typed.
    environment = bounded.Bounded(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(yaml=scalar, comment=comment, by=spans.by, share=spans.share)
    return environment


@contextmanager
def _faults_explained(kind: str) -> Iterator[None]:
    bounded.begin()
    try:
        yield
    except TemplateSyntaxError as error:
        reason = f"{error.name}:{error.lineno}: {error.message}"
        raise _faulty(kind, reason) from error
    except (
        *(TemplateError, ArithmeticError, LookupError, TypeError, ValueError),
        *(bounded.TooMuchError, RecursionError),
    ) as error:
        raise _faulty(kind, str(error)) from error


def _faulty(kind: str, reason: str) -> UserError:
    return UserError(
        _("the scaffold for {kind} cannot be used: {reason}").format(kind=kind, reason=reason),
        _("Correct the template, or remove it to use the one that came with planforge"),
    )
