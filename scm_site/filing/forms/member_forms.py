"""The forms for acts on members, the community space, calls and notes."""

from scm_site.filing.forms.form_kind import FormKind


def of_a_person(above: str) -> tuple[tuple[str, str], ...]:
    """Give the choices for somebody who comes into a group, below a field."""
    return (
        (f"{above}/person", "secretariat"),
        (f"{above}/country", "countries"),
        (f"{above}/charter/version", "charters"),
    )


MEMBER_FORMS = (
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
        asked=("from", "to", "person", "first_day", "last_day", "confirmed"),
        folded=frozenset({"person", "confirmed"}),
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
        day="The day on which they accepted it.",
    ),
    FormKind(
        kind="consents",
        title="Consent to be named",
        who="the Secretariat",
        lead="A member agrees to be named in public, or does not any more.",
        asked=("until",),
        choices=(("member", "members"),),
        day="The day on which the member said so.",
    ),
    FormKind(
        kind="opens-space",
        title="Say where the community space is",
        who="the support team",
        lead="The group's place on the community platform is there; this is its address.",
    ),
    FormKind(
        kind="invites",
        title="Call for participants, or close the call",
        who="the co-chair",
        lead="Until when new participants are welcome, or that the call is closed.",
        opening=("invites open", ""),
        asked=("until",),
    ),
    FormKind(
        kind="noted",
        title="Note what happened",
        who="the co-chair",
        lead="A dated fact that no other record holds: an announcement, an article, a visit.",
        asked=("address",),
        day="The day on which it happened.",
    ),
)
