"""A plan that is issued under a notice becomes the attachment of the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from planforge.patterns import pattern

from .lines import one_line, paragraphs
from .tree import Labelled, Notice
from .words import date, names

if TYPE_CHECKING:
    from planforge.model.issue import Issue
    from planforge.regions import RegionWords

    from .tree import Document

# The year of a document number stands in 〔〕 (GB/T 9704-2012 7.2.5).
_YEAR: Final = pattern(r"[\[(（【［〔](\d{4})[\])）】］〕]")


def under_notice(document: Document, issue: Issue, label: str, region: RegionWords) -> Document:
    """The plan as the first attachment of a notice that takes over all that surrounds it.

    Addressees, the announcement of the attachments and the signature move to the notice.

    Args:
        document: The plan.
        issue: What the user says about the notice.
        label: Label of the plan as an attachment.
        region: Whose words are used.
    """
    words, known = region.patterns, {"title": document.properties.title}
    known["organization"] = document.properties.creator
    together = names(issue.addressees, region).rstrip("：: ")
    signed_on = document.signature.date if document.signature else ""
    printed_on = date(issue.printed_on, region) or signed_on
    text = paragraphs(issue.text or words.notice_text.format(**known))
    signer, copies = one_line(issue.signer), names(issue.copies, region)
    return replace(
        document,
        addressees="",
        attachment_note=(),
        signature=None,
        notice=Notice(
            mark=one_line(issue.mark) or words.notice_mark.format(**known),
            number=_YEAR.sub(r"〔\1〕", one_line(issue.number)),
            signer=Labelled(region.labels.signer, signer) if signer else None,
            title="\n".join(paragraphs(issue.title)) or words.notice_title.format(**known),
            addressees=words.addressees.format(names=together) if together else document.addressees,
            paragraphs=text,
            attachment_note=(document.properties.title, *document.attachment_note),
            signature=document.signature,
            label=label,
            copies=Labelled(region.labels.copies, copies.rstrip("。")) if copies else None,
            printed_by=one_line(issue.printed_by) or document.properties.creator,
            printed_on=words.printed.format(date=printed_on) if printed_on else "",
        ),
    )
