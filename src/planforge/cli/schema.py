"""`planforge schema`: the JSON Schema of plan files, for editors."""

from typing import Annotated, Final

import typer

from planforge.exit_codes import ExitCode
from planforge.language import mark

from . import options

EXAMPLES: Final = "planforge schema --keys zh -o planforge.schema.json"


def schema(
    *,
    keys: options.KeyLanguage = "zh",
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar=mark("FILE"), help=mark("Where to write it")),
    ] = "-",
    lang: options.Lang = "",
) -> int:
    """0 when the schema was written."""
    from planforge import outputs
    from planforge.catalogue import load_catalogue
    from planforge.model.schema import to_json

    language = options.one_of(keys, options.KEY_LANGUAGES, "--keys")
    text = to_json(language, load_catalogue())
    outputs.deliver(output, text.encode(), force=True)
    return ExitCode.OK
