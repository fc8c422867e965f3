"""What people fill into the forms: in four languages, with all that text from elsewhere brings along."""

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
