"""A review as plain data, version 1: what other programs read, and what every rendering is made from.

Whatever reads such a document from elsewhere lets its types judge it first, with their limits, and takes every text in
it for the words of a stranger.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from scm_site.addresses import address_of
from scm_site.approval.agreements import Verdict
from scm_site.approval.change_kinds import CODE
from scm_site.approval.offices import OFFICE_NAMES
from scm_site.data.fields import Data
from scm_site.data.json_document import render_ascii_json
from scm_site.reading import find_slot
from scm_site.records.proposal import Proposal
from scm_site.reports.json_report import END, JsonFinding, make_json_finding
from scm_site.reports.terminal_line import make_terminal_line
from scm_site.review.effects import About, Effect
from scm_site.review.review import RecordChange, Review

VERSION: Final = 1

#: How much of a change a document tells. What goes beyond is counted, so that nobody takes a part for the whole.
MOST_FILES, MOST_FIELDS, MOST_OTHERS = 300, 60, 200
LONGEST_REASON = 120
LONGEST_VALUE = 4000

Kind = Annotated[str, Meta(max_length=40)]
Name = Annotated[str, Meta(max_length=100)]
Title = Annotated[str, Meta(max_length=200)]
Note = Annotated[str, Meta(max_length=400)]
Path = Annotated[str, Meta(max_length=1000)]
Sentence = Annotated[str, Meta(max_length=2000)]
Value = Annotated[str, Meta(max_length=LONGEST_VALUE)]
Amount = Annotated[int, Meta(ge=0, le=10_000_000)]


class ReviewError(Exception):
    """A document is no review of version 1; the text is one plain line."""


class FieldData(Data, frozen=True, kw_only=True):
    """A field that says something else; None where it was not or is not there."""

    field: Annotated[str, Meta(max_length=500)]
    before: Value | None
    after: Value | None


class RecordData(Data, frozen=True, kw_only=True):
    """What happens to a file; `more_fields` counts those left out."""

    what: Literal["new", "changed", "moved", "gone"]
    kind: Kind
    group: Name
    path: Path
    was: Path
    title: Value
    fields: Annotated[tuple[FieldData, ...], Meta(max_length=MOST_FIELDS)]
    more_fields: Amount


class EffectData(Data, frozen=True, kw_only=True):
    """What a change causes, in a sentence."""

    about: About
    group: Name
    what: Sentence


class AgreementData(Data, frozen=True, kw_only=True):
    """Who must agree: the office, how many of it, who could, for which kinds of change, and why.

    `instead_of` is the office that was to agree, where it cannot; `cannot` says why.
    """

    by: Kind
    office: Title
    approvals: Amount
    accounts: Annotated[tuple[Name, ...], Meta(max_length=400)]
    kinds: Annotated[tuple[Kind, ...], Meta(max_length=40)]
    why: Value
    instead_of: Title
    cannot: Note


class SimilarData(Data, frozen=True, kw_only=True):
    """A topic that is about the same: `likeness` from 0 to 1, and its page below the site's root."""

    proposal: Title
    kind: Literal["proposal", "group"]
    id: Title
    title: Note
    likeness: Annotated[float, Meta(ge=0, le=1.01)]
    page: Note


class PointData(Data, frozen=True, kw_only=True):
    """What to look at before agreeing."""

    path: Path
    line: Amount
    what: Sentence


class ReviewData(Data, frozen=True, kw_only=True):
    """All of a review; `effects` is None where errors are in the way, and `gap` says what they do not rest on."""

    version: Literal[1]
    as_of: Annotated[str, Meta(pattern=f"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{END}")]
    base: Annotated[str, Meta(pattern=f"^[0-9a-f]{{40,64}}{END}")]
    author: Name
    records: Annotated[tuple[RecordData, ...], Meta(max_length=MOST_FILES)]
    more_records: Amount
    effects: Annotated[tuple[EffectData, ...], Meta(max_length=MOST_OTHERS)] | None
    more_effects: Amount
    gap: Note
    findings: Annotated[tuple[JsonFinding, ...], Meta(max_length=MOST_OTHERS)]
    more_findings: Amount
    other_findings: Amount
    agreements: Annotated[tuple[AgreementData, ...], Meta(max_length=400)]
    similar: Annotated[tuple[SimilarData, ...], Meta(max_length=300)]
    points: Annotated[tuple[PointData, ...], Meta(max_length=MOST_OTHERS)]
    more_points: Amount
    conflicts: Annotated[tuple[Path, ...], Meta(max_length=MOST_OTHERS)]
    mixes: Annotated[tuple[Annotated[str, Meta(max_length=60)], ...], Meta(max_length=3)]
    has_errors: bool


def make_review_document(review: Review, address: str) -> ReviewData:
    """Give a review as a document; `address` is the site's, for the links to the rules."""
    effects = review.effects
    return ReviewData(
        version=VERSION,
        as_of=review.transition.as_of.isoformat(),
        base=review.transition.base.commit,
        author=review.author,
        records=tuple(map(make_record, review.records[:MOST_FILES])),
        more_records=count_more(review.records, MOST_FILES),
        effects=None if effects is None else tuple(map(make_effect, effects[:MOST_OTHERS])),
        more_effects=count_more(effects or (), MOST_OTHERS),
        gap=review.gap,
        findings=tuple(make_json_finding(one, address) for one in review.findings[:MOST_OTHERS]),
        more_findings=count_more(review.findings, MOST_OTHERS),
        other_findings=review.others,
        agreements=join_agreements(map(make_agreement, review.verdicts)),
        similar=tuple(list_similar(review)),
        points=tuple(
            PointData(path=place.path, line=place.line, what=what)
            for place, what in review.points[:MOST_OTHERS]
        ),
        more_points=count_more(review.points, MOST_OTHERS),
        conflicts=tuple(review.conflicts[:MOST_OTHERS]),
        mixes=tuple(review.mixes),
        has_errors=review.has_errors,
    )


def count_more(items: tuple[object, ...], most: int) -> int:
    """Give how many are left out."""
    return max(0, len(items) - most)


def make_record(change: RecordChange) -> RecordData:
    """Give what happens to one file."""
    file = change.file
    return RecordData(
        what=file.what,
        kind=find_kind(file.path),
        group=file.governed.group,
        path=file.path,
        was=file.was,
        title=cut(change.title) or "",
        fields=tuple(
            FieldData(field=one.field, before=cut(one.before), after=cut(one.after))
            for one in change.fields[:MOST_FIELDS]
        ),
        more_fields=count_more(change.fields, MOST_FIELDS),
    )


def make_effect(effect: Effect) -> EffectData:
    """Give one thing that the change causes."""
    return EffectData(about=effect.about, group=effect.group, what=effect.what)


def find_kind(path: str) -> str:
    """Give what a file is: a kind of record, a file beside an outcome, or `code`."""
    slot = find_slot(path)
    return slot.kind if slot else CODE


def cut(text: str | None) -> str | None:
    """Give a text, or its beginning where it is very long."""
    return text if text is None or len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def make_agreement(verdict: Verdict) -> AgreementData:
    """Give an agreement that is needed: the office, how many, which accounts can, and why."""
    asked = verdict.wanted.agreement.by
    return AgreementData(
        by=verdict.office,
        office=verdict.name,
        approvals=verdict.needed,
        accounts=tuple(sorted(verdict.able)),
        kinds=verdict.wanted.kinds,
        why=verdict.wanted.why,
        instead_of=OFFICE_NAMES[asked] if verdict.office != asked else "",
        cannot=verdict.cannot,
    )


def join_agreements(agreements: Iterable[AgreementData]) -> tuple[AgreementData, ...]:
    """Give agreements that differ only in what they are for as one."""
    joined: dict[tuple[object, ...], AgreementData] = {}
    for one in agreements:
        key = (one.office, one.approvals, one.cannot, one.accounts)
        joined[key] = join_two(joined[key], one) if key in joined else one
    return tuple(joined.values())


def join_two(first: AgreementData, second: AgreementData) -> AgreementData:
    """Give two agreements as one, for the kinds and the reasons of both."""
    kinds = tuple(dict.fromkeys((*first.kinds, *second.kinds)))
    return replace(first, kinds=kinds, why=f"{first.why} {second.why}")


def list_similar(review: Review) -> Iterator[SimilarData]:
    """Give the topics that are about the same as a new proposal."""
    for proposal, topics in review.similar:
        for topic in topics:
            record = topic.record
            yield SimilarData(
                proposal=proposal.id,
                kind="proposal" if isinstance(record, Proposal) else "group",
                id=record.id,
                title=record.title,
                likeness=topic.likeness,
                page=address_of(record),
            )


def render_review_json(document: ReviewData) -> str:
    """Give one JSON document, in ASCII so that it survives any terminal."""
    return render_ascii_json(document)


def read_review(text: str) -> ReviewData:
    """Read a document that came from elsewhere; raises ReviewError when it is not in the form of version 1."""
    try:
        return msgspec.json.decode(text, type=ReviewData)
    except msgspec.ValidationError as misfit:
        raise ReviewError(
            f"the review cannot be used: {make_terminal_line(str(misfit))[:LONGEST_REASON]}"
        ) from None
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise ReviewError("the review is not a JSON document") from None
