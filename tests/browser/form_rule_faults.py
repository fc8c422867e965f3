"""Answers that fit their schema and break a rule, for each rule that a form says."""

from dataclasses import dataclass, field
from typing import Any

from tests.browser.form_faults import Way, leave_out, put_value

FIRST_MEETING = {
    "rationale_presented": True,
    "board_remarks_presented": True,
    "timeline_presented": True,
    "work_programme_presented": True,
    "suggestions_invited": True,
    "mode_of_operation": "Online every two months, and once a year in one of the cities.",
    "outcome_format": "white paper",
}
REASON = "Half of the members were ill in that week."
ELSEWHERE = "https://example.org/files/x.pdf?a=b"
QUIET_READINGS = [{"kpi": "streets", "value": 2}, {"kpi": "night-level", "not_measured": REASON}]
PAGE = "Some words that stand before it, so that the text is long enough for what is asked of it. " * 4


@dataclass(frozen=True, kw_only=True)
class RuleFault:
    """One breach: the rule, the form and group, and what is answered otherwise; None leaves an answer out."""

    rule: str
    form: str
    changes: dict[Way, Any]
    group: str = "warm-homes"
    what: str = field(default="")

    def break_answers(self, answers: Any) -> Any:
        """Give the answers with the fault in them."""
        for way, value in self.changes.items():
            answers = leave_out(answers, way) if value is None else put_value(answers, way, value)
        return answers


def fault(rule: str, form: str, changes: dict[Way, Any], group: str = "warm-homes") -> RuleFault:
    """Give a fault; a word instead of a way is the field of that name."""
    return RuleFault(rule=rule, form=form, changes=changes, group=group)


CHAIR = ("proposed_chair",)
DECLARED = ("declarations",)
PROPOSAL_FAULTS = (
    fault("N003", "proposal", {(*CHAIR, "name_withheld"): True}),
    fault("N003", "proposal", {(*CHAIR, "name"): None}),
    fault("N003", "proposal", {(*CHAIR, "name"): None, (*CHAIR, "name_withheld"): False}),
    fault("N004", "proposal", {(*CHAIR, "consent"): "2026-05-21"}),
    fault("P001", "proposal", {("applicant", "country"): "CH"}),
    fault("P001", "proposal", {("applicant", "country"): "NZ"}),
    fault("P001", "proposal", {("applicant", "country"): "NO", ("date",): "2023-12-31"}),
    fault("P002", "proposal", {(*DECLARED, "no_conflict_of_interest"): False}),
    fault("P003", "proposal", {(*DECLARED, "at_least_18"): False}),
    fault("P004", "proposal", {(*DECLARED, "charter"): False}),
    fault("P005", "proposal", {("duration_months",): 11}),
    fault("P006", "proposal", {(*DECLARED, "on"): "2026-05-21"}),
)
UPDATE_FAULTS = (
    fault("U002", "status-update", {("kpi_readings",): None}),
    fault("U002", "status-update", {("kpi_readings",): [{"kpi": "cities", "value": 1}]}),
    fault("U002", "status-update", {("kpi_readings", 1, "kpi"): "cities"}),
    fault("U002", "status-update", {("kpi_readings", 0, "value"): None}),
    fault("U002", "status-update", {("kpi_readings", 0, "not_measured"): REASON}),
    fault("U003", "status-update", {("milestones_reached", 0, "on"): "2026-05-21"}),
    fault("U003", "status-update", {("milestones_reached", 0, "milestone"): "owners-heard"}),
    fault(
        "U003",
        "status-update",
        {("milestones_reached",): [{"milestone": "final-draft", "on": f"2026-05-{day}"} for day in (18, 19)]},
    ),
    fault("U004", "status-update", {("date",): "2025-01-14", ("milestones_reached", 0, "on"): "2025-01-13"}),
    fault("U004", "board-brief", {("date",): "2025-01-14"}),
    fault("U005", "board-brief", {("board_meeting",): "2026-03-19-board-meeting"}),
    fault(
        "U006",
        "status-update",
        {("kpi_readings",): QUIET_READINGS, ("milestones_reached", 0, "milestone"): "before"},
        "quiet-streets",
    ),
    fault("U006", "board-brief", {("date",): "2026-03-04"}, "quiet-streets"),
)
MEETING_FAULTS = (
    fault("D003", "meeting", {("time",): "12:00-11:00 CEST"}),
    fault("D003", "meeting", {("time",): "12:00-12:00 CEST"}),
    fault("D004", "meeting", {("time",): "10:00-12:00 CET"}),
    fault("D004", "meeting", {("time",): "23:30-23:45 GMT"}),
    fault("D004", "meeting", {("time",): "10:00-12:00 BST", ("date",): "2026-12-01"}),
    fault("D005", "meeting", {("time",): "10:00-12:00"}),
    fault("D005", "meeting", {("zone",): "Europe/Brussels"}),
    fault("D006", "meeting", {("last_day",): "2026-06-12"}),
    fault("M001", "minutes", {("first_meeting",): FIRST_MEETING}),
    fault("M003", "minutes", {("decisions", 0, "announced"): "2026-06-19"}),
    fault("M006", "minutes", {("day",): "2026-06-17"}),
    fault("M006", "agenda", {("day",): "2026-06-19"}),
    fault("M007", "meeting", {("place",): None}),
    fault("M007", "meeting", {("place",): None, ("mode",): "on site"}),
    fault("M008", "meeting", {("date",): "2027-01-16"}),
    fault("M010", "called-off", {("day",): "2026-06-19"}),
)
LATE = {"due": {"becomes": "2027-01-16", "instead_of": "2026-06-15"}}
SAME_END = {"becomes": "2027-01-15", "instead_of": "2027-01-15"}
NOT_AGREED = {"day": "2026-05-10", "by": "The members, with four against three, on 10 May 2026"}
ADDED_LATE: dict[Way, Any] = {("milestones", "added", 0, "due"): "2027-01-16"}
NO_CHANGES: dict[Way, Any] = {("final_outcome",): None, ("milestones",): None, ("kpis",): None}
FOR_A_TOWN = {"who": "Town of Plumford", "through": "secretariat", "day": "2026-05-21", "came": "mail"}
ACT_FAULTS = (
    fault("A004", "amends", {("agreed",): None}),
    fault("A004", "amends", {("not_agreed",): NOT_AGREED}),
    fault("A004", "amends", {("agreed", "group", "day"): "2026-05-21"}),
    fault("A004", "amends", {("agreed", who, "day"): "2026-05-21" for who in ("group", "secretariat")}),
    fault("A007", "amends", {("end",): SAME_END}),
    fault("A007", "replans", NO_CHANGES),
    fault("A007", "replans", {("kpis", "retargeted", 0, "becomes"): 1200}),
    fault("A007", "corrects", {("launch",): None}),
    fault("A008", "replans", ADDED_LATE),
    fault("A008", "replans", {("final_outcome",): LATE}),
    fault("A008", "replans", {("milestones", "moved", 0, "becomes"): "2025-01-14"}),
    fault("A008", "amends", {("final_outcome",): LATE, ("end", "becomes"): "2027-01-14"}),
    fault("A009", "replans", {("filed_for",): FOR_A_TOWN}),
    fault("V002", "amends", {("agreed", "secretariat", "day"): "2019-05-12"}),
)
FILE = ("files", 0)
OUTCOME_FAULTS = (
    fault("N001", "outcome", {("authors", 1, "consent"): None}),
    fault("E002", "shown", {("at",): "2025-11-06-housing-day"}),
    fault("O003", "outcome", {("delivered",): "2025-01-14"}),
    fault("O004", "outcome", {("final",): True}),
    fault("O005", "outcome", {(*FILE, "address"): None}),
    fault("O005", "outcome", {(*FILE, "file"): "x.pdf"}),
    fault("O005", "outcome", {(*FILE, "file"): "x.pdf", (*FILE, "address"): None}),
    fault("O005", "outcome", {("files",): [{"title": title, "file": "x.pdf"} for title in ("One", "Two")]}),
    fault(
        "O005",
        "outcome",
        {
            ("files",): [
                {"title": "Both", "file": "x.pdf", "address": ELSEWHERE},
                {"title": "Two", "file": "x.pdf"},
            ]
        },
    ),
    fault("O012", "outcome", {(*FILE, "sha256"): None, (*FILE, "address"): ELSEWHERE}),
    fault("O012", "outcome", {(*FILE, "sha256"): None, (*FILE, "address"): "https://example.org/a.pdf/."}),
    fault(
        "O012", "outcome", {(*FILE, "sha256"): None, (*FILE, "address"): "https://example.org/a.pdf/.//./"}
    ),
)
WAIVER_FAULTS = (
    fault("V001", "waives", {("until",): "2026-05-31"}),
    fault("V001", "waives", {("granted", "day"): "2026-05-21"}),
    fault("V002", "waives", {("granted", "by"): "dmitri"}),
    fault(
        "V004",
        "waives",
        {("duty",): "status-update", ("first_day",): "2025-08-20", ("granted", "day"): "2025-08-01"},
    ),
    fault("V005", "waives", {("until",): "2027-01-16"}),
    fault("V006", "waives", {("first_day",): "2026-03-01", ("until",): "2026-04-01"}),
    fault("V001", "pauses", {("until",): "2026-07-19"}),
    fault("V007", "pauses", {("until",): "2027-01-16"}),
    fault("V007", "pauses", {("first_day",): "1926-01-01"}),
    fault("V008", "pauses", {("first_day",): "2026-06-01"}),
)
ENDING_FAULTS = (
    fault("X001", "tells", {("day",): "2026-01-09"}, "quiet-streets"),
    fault("X002", "ends", {("decided_by",): ["members"]}),
    fault("X002", "ends", {("how",): "by agreement"}),
    fault("X003", "ends", {("end",): "2025-01-14", ("how",): "by agreement"}),
    fault("X003", "ends", {("end",): "2027-01-16", ("how",): "completed"}),
    fault("X003", "ends", {("end",): "2026-05-19"}),
    fault("X004", "presented", {("at",): "2025-12-04-board-meeting"}, "quiet-streets"),
)

#: What texts hold that is not shown, and what looks like it and is.
TEXTS = {
    "T003": (
        "<b>bold</b> and <br>, `<i>` and 1 < 2 > 0",
        "<div class=x\n\nand </div>",
        "<!-- hidden -->",
        "</p> alone",
        "![a picture](https://example.org/x.png)",
        "![one][r] and [two][r]\n\n[r]: javascript:alert(1)",
        "[a](http://example.org) <http://example.org> [b](mailto:a) <https://example.org/x> [c](//x.y)",
        "[a](#nowhere) [b](#how-we-work) [c](#how-we-work-2)\n\n## How we work\n\n## How *we* work!",
        "[ä](https://exämple.org/ä%20ö) [s](https://example.org/a(b)) [u](https://me@example.org)",
        "> " * 45 + "deep",
        "```\n<b>in a fence</b>\n```\n\n    <i>indented</i>\n\n<b>not</b>",
        "&lt;b&gt; \\<b> [a\\](x) [x](<a b>)",
    ),
    "T004": (
        "[the page](www.example.org)",
        "[ours](../work-programme.md) [theirs](../../quiet-streets/launch.md) [gone](../../no/launch.md)",
        "[itself](2026-05-12-don-t-heat-the-street.md) [or](2026-don-t-heat-the-street.md) [gone](nothing.md)",
        "[above](../../../../../../x.md) [here](./a/../b.md) [x][y]\n\n[y]: nothing.md",
    ),
    "T005": (
        "bi&shy;cy&shy;cle, x&#x202E;y, `&shy;`, &nbsp;, &zwnj;, &#x2028;, &#0;, &#xe000; &#x85; &#7;",
        "n" + "\u0335" * 30 + "o, \u0915\u094d\u0937\u093f",
        "| a |\n|---|\n| b&lrm;c |\n\n    &shy;\n\n> *d&#8203;e*\n> f",
    ),
    "T006": (
        "[https://bank.example/](https://evil.example/) [Bank.Example](https://x.bank.example) [b.md](https://a.example)",
        "**[see *https://bank.example* now](https://a.example)** [www.bank.example:443/x][y]\n\n[y]: https://b.example",
        "[https://stra\u00dfe.example](https://stra\u00dfe.example) [ex\u00e4mple.org](https://example.org)",
        "[example.org/plan](#a) [\uff45xample.org](https://a.example) [a@b.example](https://b.example)\n\n# A",
    ),
    "T007": (
        "p\u0430yp\u0430l, p&#1072;yp&#x430;l, *sm\u0430rt* g**\u03bf\u03bf**gle, g\u0585\u0585d, \u0421a\u0308",
        "5 \u03bcg, \u0394T, TGF\u03b2, \u041f\u0440\u0438\u0432Bank, then \u03c1aypal, ca\u0439\u0442, \u0395U",
    ),
    "N006": (
        "anna&#64;example.org bert\\@example.org cleo**@**`example.org` [d](https://example.org/?e=dora&commat;example.org)",
        "anna\uff20example.org, bert (\u00e4t) example.org, cleo@example\u3002org",
        "\u03b1\u03bd@\u03b2\u03b3.\u03b5\u03bb, e.f @ example.org, g at example dot org",
        "+49&#32;171&#32;1234567\n+\u0664\u0669 \u0661\u0667\u0661 \u0661\u0662\u0663\u0664\u0665\u0666\u0667",
        "an&shy;na@exam&#8203;ple.org +49 171 / 12 34 567, greta@example.org and greta&#64;example.org",
        "0171 / 12 34 567, 02 123 45 67, Telefon: 123 45 678, \u03c4\u03b7\u03bb. 210 123 4567",
    ),
}
TEXT_FAULTS = tuple(
    fault(rule, form, {("text",): f"{PAGE}\n\n{text}\n"})
    for rule, texts in TEXTS.items()
    for text in texts
    for form in ("meeting", "proposal")
)

FIELD_FAULTS = (
    fault("N006", "status-update", {("needs",): "Call 0171 / 12 34 567, or write to anna\uff20example.org."}),
    fault(
        "N006", "waives", {("because",): "She can be called under 02 123 45 67 until the end of her leave."}
    ),
    fault(
        "T007",
        "status-update",
        {("needs",): "A room in the t\u043ewn hall, with a door that is wide enough."},
    ),
    fault("T007", "outcome", {("authors", 1, "name"): "\u03a3ofia Example"}),
    fault(
        "T006",
        "outcome",
        {("files",): [{"title": "https://bank.example/x", "address": "https://evil.example/x"}]},
    ),
)

RULE_FAULTS = (
    *FIELD_FAULTS,
    *PROPOSAL_FAULTS,
    *UPDATE_FAULTS,
    *MEETING_FAULTS,
    *OUTCOME_FAULTS,
    *WAIVER_FAULTS,
    *ENDING_FAULTS,
    *ACT_FAULTS,
    *TEXT_FAULTS,
)
