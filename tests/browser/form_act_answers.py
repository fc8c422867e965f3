"""What people fill into the forms of acts: of a group, its members and its meetings."""

from tests.browser.form_answers import NOT_YAML, Answers, Pen

#: What holds of the group for which is filed, as its record and its work programme say it.
HELD_TITLE = "Warm homes, street by street"
HELD_CHALLENGE = (
    "In the old districts of many cities, homes lose heat through roofs, walls and windows. Each house has several "
    "owners, each owner gets different advice, and nobody wants to go first. Renewing house by house is slow and "
    "dear; renewing a whole street at once is cheaper, but no single city has done it often enough to know how to "
    "begin."
)
HELD_OBJECTIVES = [
    "A guide with which a city can prepare one street for renewal within six months",
    "A table of real costs from at least three cities, by type of house",
    "Five cities that have tried the guide in a street of their own",
]
HELD_OUTCOME = "Whole streets: a guide to renewing homes together"


def answer_agenda(pen: Pen) -> Answers:
    """Send the agenda of a meeting."""
    return {"items": [*NOT_YAML], "decisions": [pen.line]}


def answer_moved(pen: Pen) -> Answers:
    """Move a meeting."""
    return {"date": {"becomes": "2026-06-25"}, "because": pen.line}


def answer_called_off(pen: Pen) -> Answers:
    """Call a meeting off."""
    return {"because": pen.line}


def answer_minutes(pen: Pen) -> Answers:
    """File the minutes of a meeting."""
    return {
        "attended": {"people": 9, "organisations": [pen.words.title, *NOT_YAML]},
        "decisions": [
            {"what": pen.line, "announced": "2026-06-01"},
            {"what": "no", "announced": "2026-06-01"},
        ],
        "text": pen.body,
    }


def answer_delivers(pen: Pen) -> Answers:
    """Deliver the next version of an outcome."""
    return {"version": "1.0", "changes": pen.line}


def answer_controlled(pen: Pen) -> Answers:
    """Control the quality of an outcome."""
    return {
        "version": "1.0",
        "by": "carla",
        "result": "returned",
        "checked": ["sources", "personal data"],
        "remarks": pen.lines,
    }


def answer_published(pen: Pen) -> Answers:
    """Publish an outcome."""
    return {"identifier": "SCM-2026-090", "on": "2026-06-01", "note": pen.line}


def answer_shown(_pen: Pen) -> Answers:
    """Say at which event an outcome was presented."""
    return {"at": "2025-10-02-harbour-day"}


def answer_new_version(pen: Pen) -> Answers:
    """Bring a new version of an outcome."""
    return {"version": "1.2", "changes": pen.line}


def answer_replaces(_pen: Pen) -> Answers:
    """Let an outcome take the place of others."""
    return {"outcomes": ["warm-homes/first-letter", "warm-homes/street-sums"]}


def answer_withdrawn(pen: Pen) -> Answers:
    """Withdraw an outcome."""
    return {"because": pen.line}


def answer_waives(pen: Pen) -> Answers:
    """Excuse a duty."""
    return {
        "duty": "agenda",
        "because": pen.lines,
        "first_day": "2026-06-01",
        "until": "2026-06-30",
        "granted": {"day": "2026-05-20", "by": "alma"},
    }


def answer_pauses(pen: Pen) -> Answers:
    """Let a group pause."""
    return {"until": "2026-08-30", "first_day": "2026-07-20", "because": pen.lines}


def answer_resumes(pen: Pen) -> Answers:
    """End a pause before its time."""
    return {"first_day": "2026-08-24", "because": pen.lines}


def answer_ends(pen: Pen) -> Answers:
    """End a group early."""
    return {"how": "early", "decided_by": ["chair", "co-chair"], "end": "2026-06-01", "text": pen.body}


def answer_tells(pen: Pen) -> Answers:
    """Tell the members that their group ends."""
    return {"to_all_members": True, "how": pen.line}


def answer_presented(_: Pen) -> Answers:
    """Show the board the final results."""
    return {"at": "2026-03-19-board-meeting"}


def answer_amends(pen: Pen) -> Answers:
    """Extend a group, and change with it all that an amendment can change."""
    return {
        "because": pen.lines,
        "end": {"becomes": "2027-07-15", "instead_of": "2027-01-15"},
        "title": {"becomes": pen.words.title, "instead_of": HELD_TITLE},
        "challenge": {"becomes": pen.lines, "instead_of": HELD_CHALLENGE},
        "objectives": {"becomes": [pen.words.title, *NOT_YAML[:4]], "instead_of": HELD_OBJECTIVES},
        "wording": pen.lines,
        "agreed": {
            "secretariat": {"day": "2026-05-12", "by": "alma"},
            "group": {"day": "2026-05-10", "by": pen.line},
        },
    }


def answer_replans(pen: Pen) -> Answers:
    """Change all of a work programme that can change."""
    return {
        "because": pen.lines,
        "final_outcome": {
            "due": {"becomes": "2026-12-01", "instead_of": "2026-06-15"},
            "title": {"becomes": pen.line[:110].rstrip(), "instead_of": HELD_OUTCOME},
        },
        "milestones": {
            "added": [{"id": pen.words.slug, "title": pen.words.title, "due": "2026-11-30"}],
            "moved": [{"id": "final-draft", "becomes": "2026-10-01", "instead_of": "2026-06-01"}],
        },
        "kpis": {
            "added": [
                {
                    "id": pen.words.slug,
                    "name": pen.words.title,
                    "unit": "no",
                    "baseline": 0,
                    "target": 12.5,
                    "better": "more",
                }
            ],
            "retargeted": [{"id": "homes", "becomes": 1500, "instead_of": 1200}],
            "dropped": [{"id": "cities", "because": pen.line}],
        },
        "agreed": "2026-05-12",
    }


def answer_corrects(pen: Pen) -> Answers:
    """Put right what was written of a group's launch."""
    return {
        "of": "launch",
        "because": pen.lines,
        "source": pen.line,
        "launch": {"becomes": "2025-01-14", "instead_of": "2025-01-15"},
    }


def answer_joins(pen: Pen) -> Answers:
    """Two people join."""
    return {
        "members": [
            {
                "id": "m12",
                "role": "participant",
                "name": "Ö. O'Neill",
                "title": pen.line,
                "organisation": "yes",
                "country": "SE",
                "charter": {"accepted": "2026-05-19", "version": "charter-2"},
                "consent": "2026-05-19",
            },
            {
                "id": "m13",
                "role": "participant",
                "name_withheld": True,
                "title": pen.words.title,
                "consent": "2026-05-19",
            },
        ]
    }


def answer_leaves(pen: Pen) -> Answers:
    """A member leaves."""
    return {"member": "m8", "last_day": "2026-06-30", "because": pen.lines}


def answer_hands_over(pen: Pen) -> Answers:
    """A chair hands over to somebody new."""
    return {
        "role": "chair",
        "from": "m2",
        "person": {
            "id": "m12",
            "name": "Ö. O'Neill",
            "title": pen.words.title,
            "organisation": pen.line,
            "country": "SE",
            "consent": "2026-05-19",
        },
        "first_day": "2026-06-01",
        "confirmed": {"on": "2026-05-20", "by": "boris"},
        "because": pen.lines,
    }


def answer_confirms(_: Pen) -> Answers:
    """The Secretariat confirms a chair."""
    return {"member": "m2", "by": "boris"}


def answer_acts_for(pen: Pen) -> Answers:
    """A member acts for the chair."""
    return {
        "role": "chair",
        "member": "m8",
        "first_day": "2026-05-25",
        "until": "2026-06-30",
        "because": pen.lines,
    }


def answer_accepts_charter(_: Pen) -> Answers:
    """Two members accept the new version of the Charter."""
    return {"version": "charter-2", "members": ["m6", "m8"]}


def answer_consents(_: Pen) -> Answers:
    """A member agrees to be named."""
    return {"member": "m8"}


def answer_opens_space(_: Pen) -> Answers:
    """The group's place on the platform opens."""
    return {"address": "https://example.org/a?b=c#d"}


def answer_invites(pen: Pen) -> Answers:
    """New participants are welcome."""
    return {"state": "open", "until": "2026-06-30", "because": pen.lines}


def answer_noted(pen: Pen) -> Answers:
    """Note what happened."""
    return {"what": pen.line[:290].rstrip(), "address": "https://example.org/a?b=c#d"}


def answer_takes_back(pen: Pen) -> Answers:
    """Take an amendment back."""
    return {"act": "2026-03-12-six-more-months.amends", "because": pen.lines}
