"""Which kinds of record have a form: what it is for, who fills it in, and which of the fields it asks for."""

from dataclasses import dataclass

from scm_site.reading import MEETING_ACTS
from scm_site.records.acts.amends import TERMS
from scm_site.records.acts.kinds import ACT_KINDS

#: Fields that only editors fill in; no form asks for them.
FOR_EDITORS = frozenset({"origin", "sources", "inferred", "former_ids", "after"})


@dataclass(frozen=True, kw_only=True, slots=True)
class FormKind:
    """A form: its place on the site, who fills it in, and what stands at once, though it may be left out.

    `hidden` are fields that it does not ask for; `choices` say from which list of the register a field is chosen, by
    the names of the fields on the way to it; `today` are days that are today unless somebody says otherwise; of two
    fields in `either`, one is answered.
    """

    kind: str
    title: str
    who: str
    lead: str
    asked: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    choices: tuple[tuple[str, str], ...] = ()
    today: tuple[str, ...] = ()
    either: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where the form stands on the site."""
        return "propose/form/" if self.kind == "proposal" else f"file/{self.kind}/"

    @property
    def is_act(self) -> bool:
        """Whether it makes an act, whose day stands in the name of its file alone."""
        return self.kind in ACT_KINDS

    @property
    def is_of_meeting(self) -> bool:
        """Whether what it makes stands beside the plan of a meeting, which is chosen first."""
        return self.kind in MEETING_ACTS

    def find_choices(self, path: str) -> str:
        """Give the list of the register from which a field is chosen, or ""."""
        return dict(self.choices).get(path, "")


#: What acts that change a work programme choose from the one that holds.
OF_PROGRAMME = (
    ("milestones/moved/id", "milestones"),
    ("milestones/dropped/id", "milestones"),
    ("kpis/retargeted/id", "kpis"),
    ("kpis/dropped/id", "kpis"),
)


def of_a_person(above: str) -> tuple[tuple[str, str], ...]:
    """Give the choices for somebody who comes into a group, below a field."""
    return (
        (f"{above}/person", "secretariat"),
        (f"{above}/country", "countries"),
        (f"{above}/charter/version", "charters"),
    )


FORM_KINDS = (
    FormKind(
        kind="proposal",
        title="Fill in a proposal",
        who="the applicant",
        lead="Answer in plain words. At the end you get a file, and the page on which it is proposed to the board.",
        asked=("proposed_chair",),
        hidden=frozenset({"decision", "withdrawn"}),
        choices=(("themes", "themes"), ("applicant/country", "countries")),
        today=("date", "declarations/on"),
        either=("proposed_chair/name", "proposed_chair/name_withheld"),
    ),
    FormKind(
        kind="status-update",
        title="File a status update",
        who="the co-chair",
        lead="What fits on one slide: how it goes, what moved since the last one, and what the group needs.",
        asked=("milestones_reached", "kpi_readings"),
        choices=(("milestones_reached/milestone", "milestones"), ("kpi_readings/kpi", "kpis")),
        today=("date",),
        either=("kpi_readings/value", "kpi_readings/not_measured"),
    ),
    FormKind(
        kind="meeting",
        title="Plan a meeting",
        who="chair and co-chair",
        lead="When and where the group meets. What becomes of it is filed later, each with a form of its own.",
        asked=("time", "zone"),
        hidden=frozenset({"first_meeting", "minutes"}),
        choices=(("zone", "zones"), ("groups", "groups")),
    ),
    FormKind(
        kind="agenda",
        title="File the agenda of a meeting",
        who="chair and co-chair",
        lead="What the members got before the meeting, and what will be decided.",
        asked=("decisions",),
    ),
    FormKind(
        kind="moved",
        title="Move a meeting",
        who="chair and co-chair",
        lead="Another day, time or place. Its page keeps its address, and who has it in a calendar learns of it.",
        asked=("date", "time"),
        choices=(("zone/becomes", "zones"),),
    ),
    FormKind(
        kind="called-off",
        title="Call a meeting off",
        who="chair and co-chair",
        lead="It does not take place. It stays in the register and in calendars, marked as called off.",
    ),
    FormKind(
        kind="minutes",
        title="File the minutes of a meeting",
        who="the co-chair",
        lead="Who was there, what was decided, who does what, and what was said.",
        asked=("attended", "decisions", "actions", "approves"),
        hidden=frozenset({"approved", "corrections"}),
        choices=(("approves", "minuted"),),
    ),
    FormKind(
        kind="settles",
        title="Settle what somebody took on",
        who="the co-chair",
        lead="An action item of a meeting was done, or is dropped. Its minutes stay as they are.",
        asked=("because",),
        choices=(("action", "actions"),),
    ),
    FormKind(
        kind="board-brief",
        title="File a brief for the Advisory Board",
        who="chair and co-chair",
        lead="What the board should know, every six months.",
        asked=("board_meeting", "questions"),
        choices=(("board_meeting", "board_meetings"),),
        today=("date",),
    ),
    FormKind(
        kind="outcome",
        title="File an outcome",
        who="chair and co-chair",
        lead="What the group delivers. The Secretariat controls its quality before it is published.",
        asked=("countries", "delivered", "files"),
        hidden=frozenset({"quality_control", "published", "identifier", "withdrawn", "corrections"}),
        choices=(
            ("themes", "themes"),
            ("countries", "countries"),
            ("language", "languages"),
            ("files/language", "languages"),
            ("presented_at", "events"),
            ("supersedes", "outcomes"),
        ),
        today=("delivered",),
        either=("files/file", "files/address"),
    ),
    FormKind(
        kind="waives",
        title="File a waiver",
        who="the Secretariat",
        lead="A duty is excused for a stated time, with a reason. It lapses by itself.",
        choices=(("duty", "duties"), ("granted/by", "secretariat")),
        today=("granted/day",),
    ),
    FormKind(
        kind="pauses",
        title="Let a group pause",
        who="the Secretariat",
        lead="For a stated time the group does not work, and owes nothing. Neither its reports nor its end move by it.",
        asked=("first_day",),
    ),
    FormKind(
        kind="resumes",
        title="End a pause before its time",
        who="the Secretariat",
        lead="The group takes up its work earlier than the pause says.",
        asked=("first_day",),
    ),
    FormKind(
        kind="ends",
        title="File the end of a group",
        who="chair and co-chair",
        lead="How and when the group ended, and what others should know.",
        hidden=frozenset({"decided", "told"}),
        choices=(("evaluation_meeting", "meetings"), ("goes_on_in", "groups")),
    ),
    FormKind(
        kind="tells",
        title="File the message of the end",
        who="chair and co-chair",
        lead="All members were told that the group ends early, and why.",
    ),
    FormKind(
        kind="presented",
        title="File that the final results were presented",
        who="chair and co-chair",
        lead="The board meeting after the group's end at which its final results were presented.",
        choices=(("at", "board_meetings"),),
    ),
    FormKind(
        kind="amends",
        title="Extend a group, or amend its Terms of Reference",
        who="chair and co-chair",
        lead="What the Secretariat and the group agreed to change: the end, the topic, the challenge, the objectives.",
        asked=("end", "agreed"),
        choices=(
            *OF_PROGRAMME,
            ("terms_of_reference/becomes", "terms"),
            ("agreed/secretariat/by", "secretariat"),
        ),
        either=("agreed", "not_agreed"),
    ),
    FormKind(
        kind="replans",
        title="Change the work programme",
        who="chair and co-chair",
        lead="Milestones and KPIs that come in, move or are given up, and another date or title of the final outcome.",
        asked=("milestones", "kpis", "final_outcome"),
        choices=OF_PROGRAMME,
    ),
    FormKind(
        kind="joins",
        title="Somebody joins",
        who="the co-chair or the Secretariat",
        lead="One person or several, each with their role. Whoever is named agreed to it before.",
        choices=(*of_a_person("members"), ("members/confirmed/by", "secretariat")),
        either=("members/name", "members/name_withheld", "members/person"),
    ),
    FormKind(
        kind="leaves",
        title="Somebody leaves",
        who="the co-chair or the Secretariat",
        lead="The last day still counts. An office that nobody takes over is vacant from then on.",
        asked=("last_day",),
        choices=(("member", "members"),),
    ),
    FormKind(
        kind="hands-over",
        title="New chair or co-chair",
        who="the co-chair or the Secretariat",
        lead="An office goes to a member, to somebody new, or to nobody: then it is vacant until somebody comes.",
        asked=("from", "to", "person", "first_day", "confirmed"),
        choices=(
            ("from", "members"),
            ("to", "members"),
            *of_a_person("person"),
            ("confirmed/by", "secretariat"),
        ),
        either=("person/name", "person/name_withheld", "person/person"),
    ),
    FormKind(
        kind="confirms",
        title="Confirm a chair or co-chair",
        who="the Secretariat",
        lead="The Secretariat confirmed the chair, or selected the co-chair, and the record does not say so yet.",
        choices=(("member", "members"), ("by", "secretariat")),
    ),
    FormKind(
        kind="acts-for",
        title="Somebody acts for a chair or co-chair",
        who="the co-chair or the Secretariat",
        lead="For a time, because somebody is away or an office is vacant. It ends by itself.",
        asked=("member", "first_day"),
        choices=(("member", "members"), *of_a_person("person")),
        either=("person/name", "person/name_withheld", "person/person"),
    ),
    FormKind(
        kind="accepts-charter",
        title="Members accept the Charter",
        who="the Secretariat or the co-chair",
        lead="Who accepted it, and which version. The day of the act is the day on which they did.",
        choices=(("members", "members"), ("version", "charters")),
    ),
    FormKind(
        kind="consents",
        title="Consent to be named",
        who="the Secretariat",
        lead="A member agrees to be named in public, or does not any more.",
        asked=("until",),
        choices=(("member", "members"),),
    ),
    FormKind(
        kind="opens-space",
        title="Community space",
        who="the support team",
        lead="The group's place on the community platform is there; this is its address.",
    ),
    FormKind(
        kind="invites",
        title="Call for participants",
        who="the co-chair",
        lead="Until when new participants are welcome, or that the call is closed.",
        asked=("until",),
    ),
    FormKind(
        kind="noted",
        title="Note what happened",
        who="the co-chair",
        lead="A dated fact that no other record holds: an announcement, an article, a visit.",
        asked=("address",),
    ),
    FormKind(
        kind="corrects",
        title="Correct what was written down wrongly",
        who="the Secretariat or the co-chair",
        lead="It was always otherwise than a record or an act says, and there is a paper that shows it.",
        asked=(*TERMS, "launch", "final_outcome", "milestones", "kpis"),
        choices=(
            ("of", "said"),
            ("terms_of_reference/becomes", "terms"),
            ("milestones/moved/id", "every_milestone"),
            ("milestones/dropped/id", "every_milestone"),
            ("kpis/retargeted/id", "every_kpi"),
            ("kpis/dropped/id", "every_kpi"),
        ),
    ),
    FormKind(
        kind="takes-back",
        title="Take back what was filed by mistake",
        who="the Secretariat or the co-chair",
        lead="It never was: it was filed by mistake, or twice. What was, and is over, is ended by another act.",
        choices=(("act", "acts"),),
    ),
)

FORM_OF_KIND = {form.kind: form for form in FORM_KINDS}
