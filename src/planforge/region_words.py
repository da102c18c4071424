"""What is said and how it is written in a region: every word that a document prints of itself.

Named tuples, because a run reads one region and the classes of a validating library take longer
to make than the file to read; `planforge.regions` checks what it reads. Annotations that are
strings would be compiled for that.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct


class Labels(Struct, frozen=True):
    """What facts, roles and table columns are called."""

    number: str
    task: str
    target: str
    content: str
    goal: str
    base: str
    owner: str
    due: str
    frequency: str
    budget: str
    remarks: str
    month: str
    theme: str
    date: str
    activity: str
    place: str
    audience: str
    group: str
    head: str
    deputies: str
    members: str
    office: str
    duties: str
    item: str
    quantity: str
    price: str
    amount: str
    source: str
    total: str
    contents: str
    signer: str
    copies: str
    organization: str
    section: str
    start: str
    end: str
    task_sheet: str
    month_sheet: str


class Patterns(Struct, frozen=True):
    """How words are put together; names in braces are replaced.

    Attributes:
        fact: One fact about a point: ``{label}``, ``{value}``.
        facts: All facts behind a point: ``{facts}``.
        between_facts: What separates them.
        base: Last year's value of a target: ``{value}``.
        between_names: What separates names.
        addressees: ``{names}``.
        introduction: The line before a list: ``{label}``.
        month: A month and what is done in it, in one line: ``{month}``, ``{text}``.
        timed: A stage with its time: ``{title}``, ``{time}``.
        attachment: Label of the only attachment.
        numbered_attachment: Label of one of several: ``{number}``.
        notice_mark: Letterhead of a notice: ``{organization}``.
        notice_title: Title of a notice that issues a plan: ``{organization}``, ``{title}``.
        notice_text: Its text, one paragraph per line: ``{title}``. The last one may go to the
            second page together with the signature, while the first page still shows text.
        printed: Date of printing: ``{date}``.
        deadline: What must be done by a day, in a calendar: ``{text}``.
    """

    fact: str
    facts: str
    between_facts: str
    base: str
    between_names: str
    addressees: str
    introduction: str
    month: str
    timed: str
    attachment: str
    numbered_attachment: str
    notice_mark: str
    notice_title: str
    notice_text: str
    printed: str
    deadline: str


class Summary(Struct, frozen=True):
    """The words of the report of the year (工作总结).

    Attributes:
        title: What its title ends with instead of 计划.
        tasks: Heading of what was done, where the plan has none.
        targets: Heading of the targets.
        schedule: Heading of the activities.
        undone: Heading of what was not done.
        totals: Heading of the totals.
        next: Heading of the open ends.
        met: A target was reached.
        missed: A target was not reached.
        unknown: Nobody said what was reached.
        reached: Column of the values reached.
        result: Column of whether that is enough.
        done: What a finished task is called.
        evidence: What shows it.
        activities: ``{all}`` and ``{done}``.
        people: ``{number}``.
        money: ``{money}``.
        guidance: A comment for whoever writes it up.
        unreported: A comment about what nobody says anything about: ``{items}``.
    """

    title: str
    tasks: str
    targets: str
    schedule: str
    undone: str
    totals: str
    next: str
    met: str
    missed: str
    unknown: str
    reached: str
    result: str
    done: str
    evidence: str
    activities: str
    people: str
    money: str
    guidance: str
    unreported: str


class Merge(Struct, frozen=True):
    """The words of a collection of many plans (汇编).

    Attributes:
        title: What its title ends with.
        totals: Heading of the totals.
        calendar: Heading of all activities by day.
        clashes: Heading of the days on which several unions have something.
        missing: Heading of who has not sent a plan.
        targets: Column of how many targets.
        tasks: Column of how many tasks.
        activities: Column of how many activities.
        money: Column of the money.
        file: Column of the file and line.
        unions: Column of how many unions.
        not_sent: ``{names}``.
        received: ``{plans}``, ``{targets}``, ``{tasks}``, ``{activities}``, ``{money}``.
        undated: What has no day.
        several: Heading of the unions that sent several plans.
        plan: Column of the titles of plans.
        period: Column of what time they cover.
        counted: Of a plan that counts.
        replaced: Of a plan of which there is a newer version.
    """

    title: str
    totals: str
    calendar: str
    clashes: str
    missing: str
    targets: str
    tasks: str
    activities: str
    money: str
    file: str
    unions: str
    not_sent: str
    received: str
    undated: str
    several: str
    plan: str
    period: str
    counted: str
    replaced: str


class ChartWords(Struct, frozen=True):
    """The words of the chart of the year.

    Attributes:
        title: Its caption.
        month: A month: ``{month}``.
        open: Still to be done.
        done: Done.
        limit: A day by which it must be done.
        every: What comes again.
    """

    title: str
    month: str
    open: str
    done: str
    limit: str
    every: str


class DateForm(Struct, frozen=True):
    """How a date is printed.

    Attributes:
        pattern: ``{year}``, ``{month}`` and ``{day}``, none of them padded.
        years_since: Western year before the first year of the era; 0 for western years.
        era: What stands before a year of the era in prose; empty for western years.
    """

    pattern: str
    years_since: int
    era: str = ""


class RegionWords(Struct, frozen=True):
    """The words and conventions of one region.

    Attributes:
        code: Name of the data file, such as ``cn``.
        language: BCP 47 tag of what is written there.
        script: ISO 15924 code.
        style: Name of the page style used unless the plan names one.
        title_suffix: What the title of a plan without one ends with.
        currency: Unit behind a sum of money.
        currency_name: Stands before a sum beside sums in other currencies.
        time_zone: Name in the IANA database.
        quotes: The outer and the inner pair of quotation marks.
        headings: Section name → heading of a section that has none of its own; empty for a
            section that is printed without one.
        labels: What facts, roles and table columns are called.
        patterns: How words are put together.
        date: How a date is printed.
        summary: The words of the report of the year.
        merge: The words of a collection of plans.
        chart: The words of the chart of the year.
    """

    code: str
    language: str
    script: Literal["Hans", "Hant"]
    style: str
    title_suffix: str
    currency: str
    currency_name: str
    time_zone: str
    quotes: str
    headings: Mapping[str, str]
    labels: Labels
    patterns: Patterns
    date: DateForm
    summary: Summary
    merge: Merge
    chart: ChartWords
