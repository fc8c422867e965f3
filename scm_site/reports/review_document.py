"""A review as plain data, version 1: what other programs read, and what every rendering is made from.

Whatever reads such a document from elsewhere checks it first against `review.schema.json`, and takes every text in it
for the words of a stranger.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypedDict

from scm_site.approval.agreements import Verdict
from scm_site.approval.change_kinds import CODE
from scm_site.approval.offices import OFFICE_NAMES
from scm_site.pages.addresses import address_of
from scm_site.reading import find_slot
from scm_site.records.proposal import Proposal
from scm_site.records.schemas import find_misfit
from scm_site.reports.json_report import JsonFinding, make_json_finding
from scm_site.review.review import RecordChange, Review

VERSION = 1
SCHEMA = Path(__file__).with_name("review.schema.json")

#: How much of a change a document tells. What goes beyond is counted, so that nobody takes a part for the whole.
MOST_FILES, MOST_FIELDS, MOST_OTHERS = 300, 60, 200
LONGEST_VALUE = 4000


class ReviewError(Exception):
    """A document is no review of version 1; the text is one plain line."""


class FieldData(TypedDict):
    """A field that says something else; None where it was not or is not there."""

    field: str
    before: str | None
    after: str | None


class RecordData(TypedDict):
    """What happens to a file: `new`, `changed`, `moved` or `gone`; `more_fields` counts those left out."""

    what: str
    kind: str
    group: str
    path: str
    was: str
    title: str
    fields: list[FieldData]
    more_fields: int


class EffectData(TypedDict):
    """What a change causes, in a sentence."""

    about: str
    group: str
    what: str


class AgreementData(TypedDict):
    """Who must agree: the office, how many of it, who could, for which kinds of change, and why.

    `instead_of` is the office that was to agree, where it cannot; `cannot` says why.
    """

    by: str
    office: str
    approvals: int
    accounts: list[str]
    kinds: list[str]
    why: str
    instead_of: str
    cannot: str


class SimilarData(TypedDict):
    """A topic that is about the same: `likeness` from 0 to 1, and its page below the site's root."""

    proposal: str
    kind: str
    id: str
    title: str
    likeness: float
    page: str


class PointData(TypedDict):
    """What to look at before agreeing."""

    path: str
    line: int
    what: str


class ReviewData(TypedDict):
    """All of a review; `effects` is None where errors are in the way, and `gap` says what they do not rest on."""

    version: int
    as_of: str
    base: str
    author: str
    records: list[RecordData]
    more_records: int
    effects: list[EffectData] | None
    more_effects: int
    gap: str
    findings: list[JsonFinding]
    more_findings: int
    other_findings: int
    agreements: list[AgreementData]
    similar: list[SimilarData]
    points: list[PointData]
    more_points: int
    conflicts: list[str]
    mixes: list[str]
    has_errors: bool


def make_review_document(review: Review, address: str) -> ReviewData:
    """Give a review as plain data; `address` is the site's, for the links to the rules."""
    effects = review.effects
    return ReviewData(
        version=VERSION,
        as_of=review.transition.as_of.isoformat(),
        base=review.transition.base.commit,
        author=review.author,
        records=[make_record(change) for change in review.records[:MOST_FILES]],
        more_records=count_more(review.records, MOST_FILES),
        effects=None
        if effects is None
        else [EffectData(about=one.about, group=one.group, what=one.what) for one in effects[:MOST_OTHERS]],
        more_effects=count_more(effects or (), MOST_OTHERS),
        gap=review.gap,
        findings=[make_json_finding(finding, address) for finding in review.findings[:MOST_OTHERS]],
        more_findings=count_more(review.findings, MOST_OTHERS),
        other_findings=review.others,
        agreements=list(join_agreements(map(make_agreement, review.verdicts))),
        similar=list(list_similar(review)),
        points=[
            PointData(path=place.path, line=place.line, what=what)
            for place, what in review.points[:MOST_OTHERS]
        ],
        more_points=count_more(review.points, MOST_OTHERS),
        conflicts=list(review.conflicts[:MOST_OTHERS]),
        mixes=list(review.mixes),
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
        fields=[
            FieldData(field=one.field, before=cut(one.before), after=cut(one.after))
            for one in change.fields[:MOST_FIELDS]
        ],
        more_fields=count_more(change.fields, MOST_FIELDS),
    )


def find_kind(path: str) -> str:
    """Give what a file is: a kind of record, a file beside an outcome, or `code`."""
    slot = find_slot(path)
    return slot.kind if slot else CODE


def cut(text: str | None) -> str | None:
    """Give a text, or its beginning where it is very long."""
    return text if text is None or len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def make_agreement(verdict: Verdict) -> AgreementData:
    """Give who must agree."""
    asked = verdict.wanted.agreement.by
    return AgreementData(
        by=verdict.office,
        office=verdict.name,
        approvals=verdict.needed,
        accounts=sorted(verdict.able),
        kinds=list(verdict.wanted.kinds),
        why=verdict.wanted.why,
        instead_of=OFFICE_NAMES[asked] if verdict.office != asked else "",
        cannot=verdict.cannot,
    )


def join_agreements(agreements: Iterable[AgreementData]) -> Iterable[AgreementData]:
    """Give agreements that differ only in what they are for as one."""
    joined: dict[tuple[object, ...], AgreementData] = {}
    for one in agreements:
        key = (one["office"], one["approvals"], one["cannot"], tuple(one["accounts"]))
        if key in joined:
            joined[key]["kinds"] += [kind for kind in one["kinds"] if kind not in joined[key]["kinds"]]
            joined[key]["why"] += f" {one['why']}"
        else:
            joined[key] = one
    return joined.values()


def list_similar(review: Review) -> Iterable[SimilarData]:
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
    return json.dumps(document, indent=2) + "\n"


def _refuse(constant: str) -> None:
    """Refuse `NaN` and `Infinity`, which are no JSON and pass for any number."""
    raise ValueError(constant)


def read_review(text: str) -> ReviewData:
    """Read a document that came from elsewhere; raises ReviewError when it is not in the form of version 1."""
    try:
        document: Any = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise ReviewError("the review is not a JSON document") from None
    if misfit := find_misfit(document, SCHEMA):
        raise ReviewError(f"the review cannot be used: {misfit}")
    checked: ReviewData = document
    return checked
