"""Made-up registers of any size: every record is complete and right, so that `scm check` finds nothing.

A full group has a proposal, a work programme, 12 meetings with agenda and minutes, 9 status updates, 3 board briefs
and 4 outcomes.
The same number of groups gives the same files, byte for byte.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bench.synthetic_words import PEOPLE, POSTS, SETTINGS, SUBJECTS, TOWNS, Writer
from scm_site.days import add_months

#: The day for which a site of such a register is made: most of each group's year is over.
AS_OF = date(2026, 10, 1)
MOST_GROUPS = len(SUBJECTS) * len(SETTINGS)
RECORDS_OF_A_GROUP = 65

#: Settings, code lists and rosters come from the example register.
SINGLES = Path(__file__).parents[1] / "scm_site/demo/content"
FIRST_LAUNCH = date(2025, 2, 3)
BOARD_MEETINGS = tuple(date(year, month, 10) for year in (2024, 2025, 2026) for month in (3, 6, 9, 12))[3:]
FORMATS = ("report", "white paper", "online seminar", "demonstrator", "project", "other")
THEMES = ("built-environment", "mobility", "finance", "citizen-focus", "data", "circular-economy")
MILESTONE_DAYS = (60, 120, 180, 240, 300)
KPIS = (("towns", 0, "more"), ("homes", 0, "more"), ("days", 140, "less"))

#: A file of the register: its path below `content/`, and its text.
SyntheticFile = tuple[str, str]


def write_register(root: Path, groups: int) -> int:
    """Write a register with that many groups below `root`; give the number of its records."""
    return write_files(root, make_register(groups))


def write_files(root: Path, files: Iterable[SyntheticFile]) -> int:
    """Write files below `root/content`; give how many."""
    count = 0
    for path, text in files:
        location = root / "content" / path
        location.parent.mkdir(parents=True, exist_ok=True)
        location.write_text(text, encoding="utf-8", newline="\n")
        count += 1
    return count


def make_register(groups: int) -> Iterator[SyntheticFile]:
    """Give every file of a register with that many groups."""
    if not 0 <= groups <= MOST_GROUPS:
        raise ValueError(f"there are words for at most {MOST_GROUPS} groups, not {groups}")
    for name in ("settings", "themes", "countries", "board", "secretariat", "approvals"):
        yield f"{name}.yml", (SINGLES / f"{name}.yml").read_text(encoding="utf-8")
    yield from make_events(groups)
    for number in range(groups):
        yield from SyntheticGroup(number).make_files()


def make_events(groups: int) -> Iterator[SyntheticFile]:
    """Give the board meetings of two years, and a public event for every five groups."""
    for day in BOARD_MEETINGS:
        event = {
            "type": "board meeting",
            "title": f"Advisory Board, {day:%B %Y}",
            "date": day,
            "place": "online",
        }
        yield f"events/{day}-board-meeting.yml", write_fields(event)
    for number in range(groups // 5):
        writer, day = Writer(f"event {number}"), FIRST_LAUNCH + timedelta(number * 11 % 700)
        town = TOWNS[number % len(TOWNS)][0]
        event = {
            "type": "event",
            "title": f"Open day {number + 1} in {town}",
            "date": day,
            "place": town,
            "summary": writer.write_sentences(2),
        }
        yield f"events/{day}-open-day-{number + 1}.yml", write_fields(event)


@dataclass(frozen=True)
class SyntheticGroup:
    """One group: everything about it follows from its number."""

    number: int

    @property
    def subject(self) -> str:
        """What it works on."""
        return SUBJECTS[self.number % len(SUBJECTS)]

    @property
    def setting(self) -> str:
        """Where it does so."""
        return SETTINGS[(self.number // len(SUBJECTS) + self.number) % len(SETTINGS)]

    @property
    def title(self) -> str:
        """Its topic."""
        return f"{self.subject} {self.setting}"

    @property
    def id(self) -> str:
        """The name of its folder."""
        return self.title.lower().replace(" ", "-")

    @property
    def launch(self) -> date:
        """The day of its launch; launches are spread over ten months."""
        return FIRST_LAUNCH + timedelta(self.number * 7 % 300)

    @property
    def decision(self) -> date:
        """The board meeting that agreed to its topic."""
        return max(day for day in BOARD_MEETINGS if day < self.after(-20))

    @property
    def proposal(self) -> str:
        """The id of its proposal."""
        return f"{self.decision - timedelta(40):%Y}-{self.id}"

    @property
    def format(self) -> str:
        """The format of its final outcome."""
        return FORMATS[self.number % len(FORMATS)]

    @property
    def themes(self) -> list[str]:
        """Two themes."""
        return [
            THEMES[self.number % len(THEMES)],
            THEMES[(self.number + 1 + self.number // 6 % 5) % len(THEMES)],
        ]

    def after(self, days: int) -> date:
        """Give a day of its time, counted from its launch."""
        return self.launch + timedelta(days)

    def start_writing(self, what: str) -> Writer:
        """Give the writer of one record's texts."""
        return Writer(f"group {self.number} {what}", self.subject, self.setting)

    def make_files(self) -> Iterator[SyntheticFile]:
        """Give all its records."""
        folder = f"groups/{self.id}"
        yield f"proposals/{self.proposal}.md", self.make_proposal()
        yield f"{folder}/launch.md", self.make_launch()
        yield f"{folder}/page.md", self.make_page()
        yield f"{folder}/work-programme.md", self.make_work_programme()
        for index in range(12):
            for name, text in self.make_meeting(index):
                yield f"{folder}/meetings/{self.name_meeting(index)}/{name}", text
        for index in range(9):
            yield f"{folder}/status-updates/{self.after(33 * (index + 1)):%Y-%m}.yml", self.make_update(index)
        for index in range(3):
            yield f"{folder}/board-briefs/{self.after(90 * (index + 1)):%Y-%m}.md", self.make_brief(index)
        for index in range(4):
            own = f"{folder}/outcomes/{self.name_outcome(index)}"
            yield f"{own}/outcome.md", self.make_outcome(index)
            delivered = self.after(90 + 60 * index)
            for name, text in make_way(delivered, f"{4 * self.number + index + 1:04}"):
                yield f"{own}/{name}", text
            if index == 3:  # the last one replaces the first
                replaced = [f"{self.id}/{self.name_outcome(0)}"]
                yield f"{own}/{delivered + timedelta(20)}.replaces.yml", write_fields({"outcomes": replaced})

    def make_topic(self) -> dict[str, Any]:
        """Give what proposal and group say in the same words."""
        writer = self.start_writing("topic")
        return {
            "title": self.title,
            "kind": "focus",
            "challenge": writer.write_sentences(4),
            "objectives": [writer.write_line() for _ in range(3)],
        }

    def make_proposal(self) -> str:
        """Give the proposal that the board agreed to."""
        writer, topic, day = self.start_writing("proposal"), self.make_topic(), self.decision - timedelta(40)
        town, country = TOWNS[self.number % len(TOWNS)]
        fields = topic | {
            "themes": self.themes,
            "date": day,
            "expected_outcome": {"format": self.format, "what": writer.pick(SENTENCE_OF_AN_OUTCOME)},
            "duration_months": 12 + self.number % 13,
            "applicant": {"type": "city", "organisation": f"City of {town}", "country": country},
            "declarations": {
                "no_conflict_of_interest": True,
                "at_least_18": True,
                "charter": True,
                "on": day,
            },
            "decision": {
                "on": self.decision,
                "meeting": f"{self.decision}-board-meeting",
                "votes": {"for": 3, "against": 0, "abstained": 0, "recused": 0},
                "remarks": [writer.write_sentences(1), writer.write_sentences(1)],
            },
        }
        return write_record(
            fields, writer.write_text(2, ("the group's page", f"../groups/{self.id}/page.md"))
        )

    def make_launch(self) -> str:
        """Give what counts of the group, as it was launched."""
        fields = self.make_topic() | {
            "proposal": self.proposal,
            "launch": self.launch,
            "end": add_months(self.launch, 12 + self.number % 13),
            "members": list(self.make_members()),
            "community_space": f"https://example.org/spaces/{self.id}",
        }
        if self.number % 10 == 0:
            fields["former_ids"] = [f"former-{self.id}"]
        return write_record(fields, "As launched. What holds today stands on the group's page.\n")

    def make_page(self) -> str:
        """Give what readers see of the group."""
        writer = self.start_writing("group")
        fields = {
            "themes": self.themes,
            "summary": writer.write_sentences(1),
            "joining": {"how": writer.write_sentences(2)},
            "contact": f"group-{self.number}@example.org",
        }
        return write_record(fields, writer.write_text(2, ("the work programme", "work-programme.md")))

    def make_members(self) -> Iterator[dict[str, Any]]:
        """Give a chair, a co-chair, somebody for support, and participants."""
        writer, agreed = self.start_writing("members"), self.after(-10)
        since = {
            "charter": {"accepted": agreed, "version": "charter-1"},
            "consent": agreed,
        }
        confirmed = {"confirmed": {"on": agreed, "by": "boris"}}
        yield {"id": "m1", "role": "chair", **self.make_person(writer), **since, **confirmed}
        yield {"id": "m2", "role": "co-chair", "person": "alma", **since, **confirmed}
        yield {"id": "m3", "role": "support", "person": "carla", **since}
        for number in range(4, 4 + writer.random.randint(3, 9)):
            yield {"id": f"m{number}", "role": "participant", **self.make_person(writer), **since}

    def make_person(self, writer: Writer) -> dict[str, str]:
        """Give somebody with a post in a town."""
        town, country = writer.random.choice(TOWNS)
        name = f"{writer.random.choice(PEOPLE)} Example"
        return {
            "name": name,
            "title": writer.pick(POSTS),
            "organisation": f"City of {town}",
            "country": country,
        }

    def make_work_programme(self) -> str:
        """Give the work programme with milestones, KPIs and phases."""
        writer = self.start_writing("work programme")
        phases = [(0, 90), (91, 200), (201, 330)]
        fields = {
            "terms_of_reference": "focus-1",
            "agreed": self.after(30),
            "final_outcome": {
                "title": f"{self.subject}: what works",
                "format": self.format,
                "due": self.after(320),
                "description": writer.write_sentences(2),
            },
            "objectives": self.make_topic()["objectives"],
            "milestones": [
                {"id": f"step-{days}", "title": writer.write_line(), "due": self.after(days)}
                for days in MILESTONE_DAYS
            ],
            "kpis": [
                {
                    "id": kpi,
                    "name": f"Number of {kpi} that count for {self.subject.lower()}",
                    "unit": kpi,
                    "baseline": baseline,
                    "target": 90 if better == "less" else 10 + self.number % 40,
                    "better": better,
                }
                for kpi, baseline, better in KPIS
            ],
            "timeline": [
                {"what": writer.write_line(), "from": self.after(first), "to": self.after(last)}
                for first, last in phases
            ],
            "rules_of_participation": {
                "rules": [writer.write_sentences(1) for _ in range(3)],
                "charter": "charter-1",
            },
        }
        return write_record(fields, writer.write_text(2, ("the group's record", "page.md")))

    def name_meeting(self, index: int) -> str:
        """Give the id of one of twelve meetings."""
        return f"{self.after(14 + 30 * index)}-meeting-{index + 1}"

    def make_meeting(self, index: int) -> Iterator[tuple[str, str]]:
        """Give the plan of a meeting and its agenda; with its minutes, if it is before the day of the site."""
        writer, day = self.start_writing(f"meeting {index}"), self.after(14 + 30 * index)
        fields: dict[str, Any] = {
            "title": f"{writer.pick(MEETINGS)} ({index + 1})",
            "date": day,
            "time": f"{9 + index % 6:02}:00-{11 + index % 6:02}:00 {name_zone(day)}",
            **(
                {"mode": "on site", "place": writer.random.choice(TOWNS)[0]}
                if index == 5
                else {"mode": "online"}
            ),
        }
        items = [writer.write_line() for _ in range(4)]
        yield "meeting.md", write_record(fields, "")
        yield f"{day - timedelta(9)}.agenda.yml", write_fields({"items": items})
        if day >= AS_OF:
            return
        towns = [f"City of {town}" for town, _ in writer.random.sample(TOWNS, 5)]
        fields = {"attended": {"people": writer.random.randint(6, 24), "organisations": towns}}
        if index == 0:
            fields["first_meeting"] = {
                **dict.fromkeys(FIRST_MEETING, True),
                "mode_of_operation": writer.write_sentences(1),
                "outcome_format": self.format,
            }
        fields["decisions"] = [
            {"what": writer.write_line(), "announced": day - timedelta(9)} for _ in range(2)
        ]
        before = ("the meeting before", f"../{self.name_meeting(index - 1)}/meeting.md")
        linked = before if index else ("the work programme", "../../work-programme.md")
        yield f"{day + timedelta(7)}.minutes.md", write_record(fields, writer.write_text(3, linked))

    def make_update(self, index: int) -> str:
        """Give a status update with a reading of each KPI, and the milestones reached since the last one."""
        writer, day, before = self.start_writing(f"update {index}"), self.after(33 * (index + 1)), 33 * index
        reached = [days for days in MILESTONE_DAYS if before < days - 5 <= before + 33]
        fields: dict[str, Any] = {"date": day, "summary": writer.write_line() + " comes next."}
        for part in ("engagement", "timeline", "progress", "needs"):
            fields[part] = writer.write_sentences(2)
        if reached:
            fields["milestones_reached"] = [
                {"milestone": f"step-{days}", "on": self.after(days - 5)} for days in reached
            ]
        fields["kpi_readings"] = [
            {"kpi": kpi, "value": baseline + (-4 if better == "less" else 3) * index}
            for kpi, baseline, better in KPIS
        ]
        fields["stories"] = [{"title": writer.write_line(), "text": writer.write_sentences(3)}]
        return write_fields(fields)

    def make_brief(self, index: int) -> str:
        """Give a brief for the next meeting of the board."""
        writer, day = self.start_writing(f"brief {index}"), self.after(90 * (index + 1))
        meeting = min(board for board in BOARD_MEETINGS if board >= day)
        fields = {
            "date": day,
            "summary": writer.write_sentences(1),
            "board_meeting": f"{meeting}-board-meeting",
            "questions": [f"Who could {writer.pick(STEPS_OF_THE_BOARD)}?" for _ in range(2)],
        }
        return write_record(fields, writer.write_text(2, ("the work programme", "../work-programme.md")))

    def name_outcome(self, index: int) -> str:
        """Give the id of one of four outcomes."""
        return ("first-findings", "table-of-costs", "letters-and-forms", "final-guide")[index]

    def make_outcome(self, index: int) -> str:
        """Give an outcome."""
        writer, delivered = self.start_writing(f"outcome {index}"), self.after(90 + 60 * index)
        name, town = self.name_outcome(index), writer.random.choice(TOWNS)
        fields = {
            "title": f"{name.replace('-', ' ').capitalize()}: {self.title.lower()}",
            "summary": writer.write_sentences(2),
            "format": self.format if index == 3 else FORMATS[(self.number + index) % len(FORMATS)],
            "final": index == 3,
            "themes": self.themes,
            "countries": [town[1]],
            "language": "en",
            "authors": [
                {"organisation": f"City of {town[0]}"},
                {"organisation": "Example Institute for Buildings"},
            ],
            "delivered": delivered,
            "licence": "CC-BY-4.0",
            "files": [
                {
                    "address": f"https://example.org/{self.id}/{name}.pdf",
                    "title": "The whole text",
                    "sha256": hashlib.sha256(f"{self.id}/{name}".encode()).hexdigest(),
                }
            ],
            "version": "1.0",
        }
        return write_record(fields, writer.write_text(3, ("the work programme", "../../work-programme.md")))


def make_way(delivered: date, number: str) -> Iterator[tuple[str, str]]:
    """Give the acts by which an outcome passed its quality control and became public, by their names."""
    controlled, published = delivered + timedelta(10), delivered + timedelta(20)
    control = {"version": "1.0", "by": "carla", "result": "passed"}
    yield f"{controlled}.controlled.yml", write_fields(control)
    yield f"{published}.published.yml", write_fields({"identifier": f"SCM-{published:%Y}-{number}"})


SENTENCE_OF_AN_OUTCOME = (
    "A guide to {subject} {setting}, with the costs of {number} sites.",
    "A collection of {number} examples of {subject}, each with its plan and its price.",
)
MEETINGS = (
    "Visit to {Town}",
    "Offers for {subject}",
    "Draft read together",
    "News from {Town}",
    "Numbers of {Town}",
)
STEPS_OF_THE_BOARD = (
    "bring us together with {Town}",
    "tell us more about loans for {subject}",
    "read {number} pages of the draft",
)
FIRST_MEETING = (
    "rationale_presented",
    "board_remarks_presented",
    "timeline_presented",
    "work_programme_presented",
    "suggestions_invited",
)


def name_zone(day: date) -> str:
    """Give the letters of Central European time on a day: `CET`, or `CEST` in summer."""
    return datetime.combine(day, time(12), ZoneInfo("Europe/Brussels")).tzname() or ""


def write_record(fields: dict[str, Any], text: str) -> str:
    """Write a Markdown record: its fields between two lines of hyphens, then its text."""
    return f"---\n{write_fields(fields)}---\n\n{text}"


class RecordDumper(yaml.CSafeDumper):
    """Writes every list and text in full, as people do."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Never point to what stands above."""
        return True


def write_fields(fields: dict[str, Any]) -> str:
    """Write fields as YAML, in their order."""
    return yaml.dump(fields, Dumper=RecordDumper, sort_keys=False, allow_unicode=True, width=100)
