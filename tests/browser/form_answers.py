"""What people fill into the forms: in four languages, with all that text from elsewhere brings along."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Answers = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Words:
    """A few words of a language, with the name that a file gets from them."""

    title: str
    slug: str
    sentence: str


LANGUAGES = {
    "en": Words(
        title="Don't heat the street",
        slug="don-t-heat-the-street",
        sentence="Old houses lose heat, and nobody in a street of many owners wants to be the first to begin",
    ),
    "de": Words(
        title="Große Häuser, kühle Straßen",
        slug="grosse-haeuser-kuehle-strassen",
        sentence="Alte Häuser verlieren Wärme, und in einer Straße mit vielen Eigentümern will niemand anfangen",
    ),
    "el": Words(
        title="Ζεστά σπίτια για όλους",
        slug="zesta-spitia-gia-olous",
        sentence="Τα παλιά σπίτια χάνουν θερμότητα και κανείς δεν θέλει να αρχίσει πρώτος σε έναν δρόμο",
    ),
    "bg": Words(
        title="Топли домове за всички",
        slug="topli-domove-za-vsichki",
        sentence="Старите къщи губят топлина, а на улица с много собственици никой не иска да започне пръв",
    ),
}

#: Texts that mean something else in YAML, each a whole line of its own.
NOT_YAML = (
    *("yes", "NO", "null", "~", "012", "12:30", "1e3", "0x1F", "2026-05-20", "- one", "# two", "---", "%TAG"),
    *(
        "a: b",
        "a #b",
        '"',
        "'",
        "`",
        "|",
        ">-",
        "{a: b}",
        "[a, b]",
        "&a *a",
        "!tag",
        "? b",
        "=",
        "<<",
        "…",
        "\\n",
    ),
)

#: What is typed, and what the register then holds: what cannot be seen is gone, lines end as they do in files.
LINE_TYPED = (
    "“quoted” \"two\" '1': #1, 9 % \\ {a} [b] & *c* !d |e >f `g`\th 👩\u200d🚒 i\u2028j\u200bk\x07l \u00a0"
)
LINE_READ = "“quoted” \"two\" '1': #1, 9 % \\ {a} [b] & *c* !d |e >f `g` h 👩\u200d🚒 i jkl"
LINES_TYPED = (
    "---\n...\n# no remark\n- no item\n%no directive\nyes\nnull\n012\n12:30\nkey: value\n\n\n"
    "  indented  \n\ttabbed\t\nlong "
    + "x" * 300
    + "\none\u2028two\u0085three\vfour\u00adfive\ufeff 🏴󠁧󠁢󠁥󠁮󠁧󠁿 \u202e\n \n"
)
LINES_READ = (
    "---\n...\n# no remark\n- no item\n%no directive\nyes\nnull\n012\n12:30\nkey: value\n\n\n"
    "  indented\n\ttabbed\nlong " + "x" * 300 + "\none\ntwo\nthree\nfourfive 🏴󠁧󠁢󠁥󠁮󠁧󠁿"
)
BODY_READ = LINES_READ.replace("  indented", "  indented  ").replace("tabbed", "tabbed\t")


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


@dataclass(frozen=True, kw_only=True)
class Pen:
    """Writes texts in one language: as somebody types them, or as the register reads them back."""

    words: Words
    typed: bool

    @property
    def line(self) -> str:
        """Give a long text on one line."""
        return f"{self.words.sentence}: {LINE_TYPED if self.typed else LINE_READ}"

    @property
    def lines(self) -> str:
        """Give a text of several lines."""
        return f"{self.words.sentence}.\n{LINES_TYPED if self.typed else LINES_READ}"

    @property
    def body(self) -> str:
        """Give the text below the fields of a file."""
        return f"{self.words.sentence} (1).\n\n{self.words.sentence} (2).\n{LINES_TYPED if self.typed else BODY_READ}"


def answer_proposal(pen: Pen) -> Answers:
    """Propose a topic."""
    return {
        "title": pen.words.title,
        "kind": "focus",
        "themes": ["mobility", "data"],
        "date": "2026-05-20",
        "challenge": pen.lines,
        "objectives": [pen.words.title, *NOT_YAML[:4], pen.line],
        "expected_outcome": {"format": "online seminar", "what": pen.line},
        "duration_months": 18,
        "applicant": {"type": "city", "organisation": pen.words.title, "country": "SE"},
        "proposed_chair": {
            "name": "Ö. O'Neill",
            "title": pen.words.title,
            "organisation": "yes",
            "consent": "2026-05-01",
        },
        "declarations": {
            "no_conflict_of_interest": True,
            "at_least_18": True,
            "charter": True,
            "on": "2026-05-20",
        },
        "text": pen.body,
    }


def answer_status_update(pen: Pen) -> Answers:
    """File a status update with every KPI, a milestone and a story."""
    return {
        "date": "2026-05-20",
        "summary": pen.line[:190].rstrip(),
        "engagement": pen.lines,
        "timeline": "12:30",
        "progress": pen.lines,
        "needs": "null",
        "milestones_reached": [{"milestone": "final-draft", "on": "2026-05-19"}],
        "kpi_readings": [
            {"kpi": "cities", "value": 5},
            {"kpi": "homes", "value": -0.5},
            {"kpi": "offer-time", "not_measured": pen.line},
        ],
        "stories": [{"title": "- no", "text": pen.lines, "address": "https://example.org/a?b=c#d"}],
    }


def answer_meeting(pen: Pen) -> Answers:
    """Plan a meeting."""
    return {
        "title": pen.words.title,
        "date": "2026-06-12",
        "time": "11:00-12:00 CEST",
        "mode": "both",
        "place": pen.line,
        "agenda": [*NOT_YAML],
        "text": pen.body,
    }


def answer_agenda(pen: Pen) -> Answers:
    """Send the agenda of a meeting."""
    return {"day": "2026-05-20", "items": [*NOT_YAML], "decisions": [pen.line]}


def answer_moved(pen: Pen) -> Answers:
    """Move a meeting."""
    return {"day": "2026-05-20", "date": {"becomes": "2026-06-25"}, "because": pen.line}


def answer_called_off(pen: Pen) -> Answers:
    """Call a meeting off."""
    return {"day": "2026-05-20", "because": pen.line}


def answer_minutes(pen: Pen) -> Answers:
    """File the minutes of a meeting."""
    return {
        "day": "2026-06-24",
        "attended": {"people": 9, "organisations": [pen.words.title, *NOT_YAML]},
        "decisions": [
            {"what": pen.line, "announced": "2026-06-01"},
            {"what": "no", "announced": "2026-06-01"},
        ],
        "text": pen.body,
    }


def answer_board_brief(pen: Pen) -> Answers:
    """File a brief for a board meeting."""
    return {
        "date": "2026-05-20",
        "summary": pen.line,
        "board_meeting": "2026-09-17-board-meeting",
        "questions": [pen.words.title, *NOT_YAML[:8]],
        "text": pen.body,
    }


def answer_outcome(pen: Pen) -> Answers:
    """File an outcome on a web page, by an organisation."""
    return {
        "title": pen.words.title,
        "summary": pen.lines,
        "format": "white paper",
        "final": False,
        "themes": ["finance"],
        "countries": ["BG", "GR"],
        "language": "en",
        "authors": [
            {"organisation": pen.line},
            {"name": "N. O", "organisation": "no", "consent": "2026-05-01"},
        ],
        "delivered": "2026-05-20",
        "licence": "CC-BY-4.0",
        "files": [{"address": "https://example.org/x.pdf", "title": pen.line, "sha256": "0" * 64}],
        "version": "1.0",
        "text": pen.body,
    }


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


def answer_takes_back(pen: Pen) -> Answers:
    """Take an amendment back."""
    return {"act": "2026-03-12-six-more-months.amends", "because": pen.lines}


@dataclass(frozen=True, kw_only=True)
class Filing:
    """A form, filled in: where it stands, what is asked of it, what is answered, and the file that comes of it.

    `day` is that of an act, which is answered, too, and stands in the name of the file alone.
    """

    address: str
    path: str
    answer: Callable[[Pen], Answers]
    day: str = ""

    @property
    def more(self) -> Answers:
        """What is answered besides what the file then says."""
        return {"day": self.day} if self.day else {}


def file_act(
    kind: str,
    answer: Callable[[Pen], Answers],
    *,
    group: str = "warm-homes",
    day: str = "2026-05-20",
    end: str = "",
) -> Filing:
    """Give the filing of an act: of the day of the example site or another, with the end of its file's name."""
    path = f"content/groups/{group}/acts/{day}{end or f'.{kind}.yml'}"
    return Filing(address=f"file/{kind}/?group={group}", path=path, answer=answer, day=day)


GROUP = "content/groups/warm-homes"
HANDING_OVER = "2026-06-18-handing-over"
FILINGS = {
    "proposal": Filing(
        address="propose/form/", path="content/proposals/2026-{slug}.md", answer=answer_proposal
    ),
    "status-update": Filing(
        address="file/status-update/?group=warm-homes",
        path=f"{GROUP}/status-updates/2026-05.yml",
        answer=answer_status_update,
    ),
    "meeting": Filing(
        address="file/meeting/?group=warm-homes",
        path=f"{GROUP}/meetings/2026-06-12-{{slug}}/meeting.md",
        answer=answer_meeting,
    ),
    "agenda": Filing(
        address=f"file/agenda/?group=warm-homes&meeting={HANDING_OVER}",
        path=f"{GROUP}/meetings/{HANDING_OVER}/2026-05-20.agenda.yml",
        answer=answer_agenda,
    ),
    "moved": Filing(
        address=f"file/moved/?group=warm-homes&meeting={HANDING_OVER}",
        path=f"{GROUP}/meetings/{HANDING_OVER}/2026-05-20.moved.yml",
        answer=answer_moved,
    ),
    "called-off": Filing(
        address=f"file/called-off/?group=warm-homes&meeting={HANDING_OVER}",
        path=f"{GROUP}/meetings/{HANDING_OVER}/2026-05-20.called-off.yml",
        answer=answer_called_off,
    ),
    "minutes": Filing(
        address=f"file/minutes/?group=warm-homes&meeting={HANDING_OVER}",
        path=f"{GROUP}/meetings/{HANDING_OVER}/2026-06-24.minutes.md",
        answer=answer_minutes,
    ),
    "board-brief": Filing(
        address="file/board-brief/?group=warm-homes",
        path=f"{GROUP}/board-briefs/2026-05.md",
        answer=answer_board_brief,
    ),
    "outcome": Filing(
        address="file/outcome/?group=warm-homes",
        path=f"{GROUP}/outcomes/{{slug}}/outcome.md",
        answer=answer_outcome,
    ),
    "waives": file_act("waives", answer_waives, end="-agenda.waives.yml"),
    "pauses": file_act("pauses", answer_pauses),
    "resumes": file_act("resumes", answer_resumes),
    "ends": file_act("ends", answer_ends, end=".ends.md"),
    "tells": file_act("tells", answer_tells, group="quiet-streets", day="2026-01-15"),
    "presented": file_act("presented", answer_presented, group="quiet-streets"),
    "amends": file_act("amends", answer_amends),
    "replans": file_act("replans", answer_replans),
    "corrects": file_act("corrects", answer_corrects),
    "takes-back": file_act("takes-back", answer_takes_back),
}
