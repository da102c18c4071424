"""`planforge lint`: every problem of every file, with its place."""

from typing import TYPE_CHECKING, Any, Final

from planforge.errors import Severity
from planforge.exit_codes import ExitCode

from . import lint_options as own
from . import options

if TYPE_CHECKING:
    from planforge.lint.config import Config

EXAMPLES: Final = (
    "planforge lint 工作计划.yaml\n"
    "planforge lint 各基层工会/ --preset strict\n"
    "planforge lint 来文.docx\n"
    "planforge lint 工作计划.yaml --fix\n"
    "planforge lint 各基层工会/ --output-format sarif -o 检查结果.sarif"
)


def lint(
    paths: own.Paths,
    *,
    preset: own.Preset = "",
    select: own.Select = "",
    extend_select: own.ExtendSelect = "",
    ignore: own.Ignore = "",
    severity: own.SeverityOf = None,
    min_severity: own.MinSeverity = "",
    fail_on: own.FailOn = "",
    exit_zero: own.ExitZero = False,
    fix: own.Fix = False,
    unsafe_fixes: own.UnsafeFixes = False,
    diff: own.Diff = False,
    statistics: own.Statistics = False,
    baseline: own.Baseline = "",
    update_baseline: own.UpdateBaseline = False,
    output_format: own.OutputFormat = "",
    output: own.Output = "",
    report: options.Report = "",
    foreign: own.Foreign = False,
    facts: own.Facts = "",
    index: own.Index = None,
    config: own.Config = "",
    show_settings: own.ShowSettings = False,
    force_exclude: own.ForceExclude = False,
    watch: own.Watch = False,
    jobs: options.Jobs = "",
    cluster: options.Cluster = "",
    resume: options.Resume = "",
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when no finding is bad enough, 1 when one is, 2 when the call or a path is wrong."""
    from . import run_report
    from .lint_run import Run, Wishes  # loads the rules

    run_report.is_asked(report)
    call = _said(
        preset=preset,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        severity=severity or [],
        min_severity=min_severity,
        fail_on=fail_on,
        baseline=baseline,
        facts=facts,
        index=index or [],
        output_format=output_format,
    )
    wishes = Wishes(
        paths=tuple(paths),
        fix=fix or unsafe_fixes,
        unsafe=unsafe_fixes,
        diff=diff,
        statistics=statistics,
        update_baseline=update_baseline,
        output=output,
        report=report,
        foreign=foreign,
        force_exclude=force_exclude,
        jobs=options.processes(jobs),
        cluster=cluster,
        resume=resume,
        quiet=quiet,
    )
    run = Run(call, wishes, config)
    if show_settings:
        run.show_settings()
        return ExitCode.OK
    if watch:
        from .lint_watch import watch as look_again

        return look_again(run)
    code = run.once()
    return ExitCode.OK if exit_zero and code == ExitCode.FINDINGS else code


def _said(
    *,
    select: str,
    extend_select: str,
    ignore: str,
    severity: list[str],
    min_severity: str,
    fail_on: str,
    **others: Any,
) -> "Config":
    """What the call says, as a configuration.

    Raises:
        UserError: Something cannot be understood.
    """
    from planforge.lint.choice import listed_codes
    from planforge.lint.config import Config

    from .lint_words import levels, optional, preset_name, rules

    said = {
        "select": rules(listed_codes(select)),
        "extend_select": rules(listed_codes(extend_select)),
        "ignore": optional(rules(listed_codes(ignore))),
        "severity": levels(severity),
        "min_severity": _level(min_severity, "--min-severity"),
        "fail_on": _level(fail_on, "--fail-on"),
        **others,
    }
    said["preset"] = preset_name(others["preset"])
    given = {name: value for name, value in said.items() if value}
    return Config(**given) if given else Config.empty()


def _level(value: str, option: str) -> Severity | None:
    return Severity(options.one_of(value, tuple(Severity), option)) if value else None
