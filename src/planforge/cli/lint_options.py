"""The options of `planforge lint`. Help texts are ids, translated on the help page."""

from __future__ import annotations

from typing import Annotated

import typer

from planforge.language import mark

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar=mark("PATH"),
        help=mark(
            "Plan files, documents (.docx .md .txt …), folders of plan files, patterns such as"
            " *.yaml, or - for standard input"
        ),
        show_default=False,
    ),
]
Preset = Annotated[
    str,
    typer.Option(
        "--preset",
        metavar=mark("NAME|FILE"),
        help=mark("Which rules and how strict: draft, standard (usual), strict, or your own file"),
    ),
]
Select = Annotated[
    str,
    typer.Option(
        "--select", metavar=mark("RULES"), help=mark("Only these rules, such as PF401,PF6")
    ),
]
ExtendSelect = Annotated[
    str, typer.Option("--extend-select", metavar=mark("RULES"), help=mark("These rules too"))
]
Ignore = Annotated[
    str, typer.Option("--ignore", metavar=mark("RULES"), help=mark("Not these rules"))
]
SeverityOf = Annotated[
    list[str] | None,
    typer.Option(
        "--severity",
        metavar=mark("RULE=LEVEL"),
        help=mark("How bad: error, warning, info or off; may be given several times"),
    ),
]
MinSeverity = Annotated[
    str,
    typer.Option(
        "--min-severity",
        metavar=mark("LEVEL"),
        help=mark("Leave out what is less bad than this: error, warning or info"),
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar=mark("LEVEL"),
        help=mark("From which severity on the exit code is 1 (default: error)"),
    ),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help=mark("Exit code 0 whatever was found"))]
Fix = Annotated[bool, typer.Option("--fix", help=mark("Mend what can safely be mended"))]
UnsafeFixes = Annotated[
    bool,
    typer.Option("--unsafe-fixes", help=mark("Mend also what somebody should look at afterwards")),
]
Diff = Annotated[
    bool, typer.Option("--diff", help=mark("Show what --fix would change, and write nothing"))
]
Baseline = Annotated[
    str,
    typer.Option(
        "--baseline", metavar=mark("FILE"), help=mark("Findings that are known and not reported")
    ),
]
UpdateBaseline = Annotated[
    bool,
    typer.Option("--update-baseline", help=mark("Write everything found into the baseline")),
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help=mark("Only how often each rule found something"))
]
OutputFormat = Annotated[
    str,
    typer.Option(
        "--output-format",
        metavar=mark("FORMAT"),
        help=mark(
            "text, json, sarif, github, gitlab, junit or rdjson; chosen by itself in GitHub, GitLab"
        ),
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar=mark("FILE"),
        help=mark("Write the report there; without -q it is shown as text as well"),
    ),
]
Config = Annotated[
    str,
    typer.Option(
        "--config",
        metavar=mark("FILE"),
        help=mark("Configuration; otherwise the nearest planforge.toml or pyproject.toml"),
    ),
]
ShowSettings = Annotated[
    bool,
    typer.Option("--show-settings", help=mark("Show what is set for the first file, and stop")),
]
Foreign = Annotated[
    bool,
    typer.Option(
        "--foreign",
        help=mark("In folders, look at Word, Markdown and text files too"),
    ),
]
ForceExclude = Annotated[
    bool,
    typer.Option("--force-exclude", help=mark("Leave excluded files out even when they are named")),
]
Facts = Annotated[
    str,
    typer.Option(
        "--facts",
        metavar=mark("FOLDER"),
        help=mark("Newer facts: congresses, laws, campaigns, used before the built-in ones"),
    ),
]
Index = Annotated[
    list[str] | None,
    typer.Option(
        "--index",
        metavar=mark("FOLDER"),
        help=mark("Documents that plans may have been copied from"),
    ),
]
Watch = Annotated[
    bool, typer.Option("--watch", help=mark("Look again whenever a file changes; Ctrl-C ends it"))
]
