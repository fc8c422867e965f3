"""Rules on outcomes and their language versions."""

from collections.abc import Iterator
from itertools import pairwise

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import list_choices
from scm_site.reading.quoting import quote_value
from scm_site.records.acts.of_outcomes import Delivers, NewVersion
from scm_site.records.dossier import Dossier
from scm_site.records.outcome import Outcome
from scm_site.records.register import Register
from scm_site.records.unknown import Unknown, known
from scm_site.sentences import say


@rule(
    "O001",
    "An outcome is public only after its quality control passed",
    clauses=("T3", "T4", "T5"),
    in_form="never: no form asks for it",
)
def public_after_quality_control(outcome: Outcome) -> Iterator[Problem]:
    """The Secretariat controls the quality of outcomes before they are shared and stored on the site.

    In a record put together from public sources the control may be unknown; then the site links to where it was found.

    Fix: File the act `published` once an act `controlled` says `passed`.
    """
    if known(outcome.published) is None or isinstance(outcome.quality_control, Unknown):
        return
    control = known(outcome.quality_control)
    if control is None:
        yield Problem(outcome, ("published",), "the outcome is published, but no quality control is recorded")
    elif control.result != "passed":
        message = f"the outcome is published, but its quality control of {control.on} says `{control.result}`"
        yield Problem(outcome, ("published",), message)


@rule(
    "O002",
    "Quality is controlled by somebody of the Secretariat",
    clauses=("T3",),
    in_form="never: no form asks for it",
)
def controlled_by_the_secretariat(outcome: Outcome, register: Register) -> Iterator[Problem]:
    """The control is done by a person who was in the Secretariat's roster on that day.

    Fix: Correct the person or the date; or complete content/secretariat.yml.
    """
    control = known(outcome.quality_control)
    if control and register.secretariat.is_out_of_office(control.by, control.on):
        message = f"`{control.by}` is not in the Secretariat's roster on {control.on}"
        yield Problem(outcome, ("quality_control", "by"), message)


@rule(
    "O003",
    "Delivery, control and publication follow each other",
    clauses=("T3", "T5"),
    form_fix="Correct the day.",
)
def outcome_dates_are_in_order(dossier: Dossier) -> Iterator[Problem]:
    """An outcome is delivered after the launch, controlled after that, then published.

    Fix: Correct the date that is wrong.
    """
    for outcome in dossier.outcomes:
        control = known(outcome.quality_control)
        steps = [
            (("launch",), say("O003 launch"), known(dossier.group.launch)),
            (("delivered",), say("O003 delivered"), known(outcome.delivered)),
            (("quality_control", "on"), "the quality control", control.on if control else None),
            (("published",), "the publication", known(outcome.published)),
            (("withdrawn", "on"), "the withdrawal", outcome.withdrawn.on if outcome.withdrawn else None),
        ]
        dated = [(field, what, day) for field, what, day in steps if day]
        for (_, before, earlier), (field, what, day) in pairwise(dated):
            if day < earlier:
                message = say("O003", what=what, day=day, before=before, earlier=earlier)
                yield Problem(outcome, field, message)
        if control and not outcome.delivered:
            message = "its quality was controlled, but field `delivered` is missing"
            fix = "Add `delivered:` to the record, or an act `delivers` beside it."
            yield Problem(outcome, ("quality_control",), (message, fix))


@rule(
    "O004",
    "The final outcome has the agreed format",
    clauses=("G2", "L4", "ah"),
    form_fix="Choose the agreed format. If another one was agreed since, the work programme has to be "
    "corrected first.",
)
def final_outcome_has_the_agreed_format(dossier: Dossier) -> Iterator[Problem]:
    """The format of the final outcome is agreed at the first meeting and stands in the work programme.

    Fix: Correct the format here or in the work programme.
    """
    agreed = known(dossier.work_programme.final_outcome) if dossier.work_programme else None
    for outcome in dossier.outcomes:
        if outcome.final and agreed and outcome.format != agreed.format:
            yield Problem(outcome, ("format",), say("O004", format=outcome.format, agreed=agreed.format))


@rule("O006", "Versions go up", clauses=("T5",), in_form="later: it is found in other records")
def versions_go_up(outcome: Outcome) -> Iterator[Problem]:
    """Each version that is delivered or comes out later has a higher number than the one before; what is delivered
    again may keep its number.

    Fix: Correct the number, or the day in the name of the file.
    """
    before = outcome.record.version
    for act in outcome.acts:
        if not isinstance(act, Delivers | NewVersion) or (isinstance(act, NewVersion) and act.language):
            continue
        is_same = act.version == before and isinstance(act, Delivers)
        if read_version(act.version) <= read_version(before) and not is_same:
            yield Problem(
                act,
                ("version",),
                f"version `{act.version}` is not higher than `{before}`, which came before it",
            )
        before = act.version


def read_version(version: str) -> tuple[int, ...]:
    """Give a version's numbers, for comparing: 1.10 is after 1.9."""
    return tuple(int(part) for part in version.split("."))


@rule(
    "O007",
    "A language version belongs to its original",
    clauses=("T6",),
    in_form="never: its records have no form",
)
def language_versions_fit(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """Outcomes may be given in several languages. The language in the file's name is the one in the record, differs
    from the original's, and the version that was translated is one that the original had.

    Fix: Correct the language or the version; or rename the file.
    """
    outcomes = {outcome.id: outcome for outcome in dossier.outcomes}
    for version in dossier.outcome_versions:
        named = version.file.path.rsplit(".", 2)[1]
        original = outcomes.get(version.id)
        if version.language != named:
            message = f"the language is `{version.language}`, but the file's name says `{named}`"
            yield Problem(version, ("language",), message)
        if original is None or not register.has_whole_acts(original):
            continue
        if version.language == original.language:
            message = f"the language `{version.language}` is that of the original"
            yield Problem(version, ("language",), message)
        raised = [act.version for act in original.acts if isinstance(act, Delivers | NewVersion)]
        versions = {original.record.version, *raised}
        if version.translates_version not in versions:
            message = f"version `{version.translates_version}` of the original does not exist"
            fix = f"Choose one of: {list_choices(sorted(versions, key=read_version))}."
            yield Problem(version, ("translates_version",), (message, fix))


@rule("O008", "A folder of an outcome holds its outcome.md", in_form="never: the form writes the file")
def folder_has_its_outcome(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The original stands in outcome.md, its language versions and files beside it.

    Fix: Add outcome.md, or move the file to the right outcome's folder.
    """
    ids = {outcome.id for outcome in dossier.outcomes}
    for version in dossier.outcome_versions:
        if version.id not in ids and not register.is_broken("outcome", version.id, dossier.group.id):
            yield Problem(version, (), f"there is no outcome.md in the folder outcomes/{version.id}")
    for act in dossier.loose_acts:
        if act.outcome and not register.is_broken("outcome", act.outcome, dossier.group.id):
            yield Problem(act, (), f"there is no outcome.md beside it in the folder outcomes/{act.outcome}")
    reported: set[str] = set()
    for attachment in dossier.attachments:
        lost = attachment.outcome not in ids and not register.is_broken(
            "outcome", attachment.outcome, dossier.group.id
        )
        if lost and attachment.outcome not in reported:
            reported.add(attachment.outcome)
            message = (
                f"there is no outcome.md beside the file `{attachment.name}` in outcomes/{attachment.outcome}"
            )
            yield Problem(attachment, (), message)


@rule(
    "O009",
    "A group has one final outcome",
    clauses=("G2", "L4"),
    in_form="later: it needs outcomes that may not be public yet",
)
def final_outcome_is_one(dossier: Dossier, register: Register) -> Iterator[Problem]:
    """The work programme names the final outcome. One that was withdrawn does not count, nor one that a later one
    replaces.

    Fix: Write `final: false` in what is not the final outcome; or file an act `replaces` beside the later one.
    """
    register.require_whole_outcomes(dossier.group.id)
    finals = [
        outcome
        for outcome in dossier.outcomes
        if outcome.final
        and outcome.withdrawn is None
        and not register.find_successors(f"{dossier.group.id}/{outcome.id}")
    ]
    for outcome in finals[1:]:
        message = f"the outcome is said to be final, but so is `{finals[0].id}`"
        yield Problem(outcome, ("final",), message)


def find_free_identifier(year: int, register: Register) -> str:
    """Give the number after the highest one that is given in a year: `SCM-2026-004`."""
    start = f"scm-{year}-"
    given = [name.removeprefix(start) for name in register.outcomes_by_identifier if name.startswith(start)]
    return f"SCM-{year}-{max(map(int, given), default=0) + 1:03}"


@rule(
    "O011",
    "An identifier and a DOI name one outcome",
    clauses=("T5",),
    in_form="later: it needs outcomes that may not be public yet",
)
def identifiers_name_one_outcome(outcome: Outcome, register: Register) -> Iterator[Problem]:
    """Who follows an identifier or a DOI must come to one outcome, always the same. So neither is given twice, not even
    after the outcome was withdrawn.

    Fix: Correct the number in the outcome that was filed later.
    """
    for field, named in (("identifier", register.outcomes_by_identifier), ("doi", register.outcomes_by_doi)):
        value = getattr(outcome, field)
        others = [other for other in named.get(value.casefold(), ()) if other is not outcome]
        if value and others:
            whose = f"that of the outcome {quote_value(others[0].file.path)}"
            yield Problem(outcome, (field,), f"the {NAMES_OF[field]} `{value}` is also {whose}")


NAMES_OF = {"identifier": "identifier", "doi": "DOI"}
