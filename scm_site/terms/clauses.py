"""Every clause of the Terms of Reference of Focus groups, and what the public page says of both kinds of group.

The words are the register's own. Ids follow the register's list of clauses: letters are those of the Terms of
Reference; D, G, M, L, I, T, A and C number what stands there without a letter. How a clause is treated:

rule   a machine checks it on the content, and wrong content cannot be merged
duty   it depends on the calendar; the evidence has its place in a record, and never blocks anything
page   people judge it; it is stated where the people concerned see it
"""

from dataclasses import dataclass
from typing import Literal

Treatment = Literal["rule", "duty", "page"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: id, the register's words for it, who is responsible, how it is treated.

    `evidence` names the fields that show a duty was kept, as `kind.field`; `page` says where a clause is
    stated, as the name of a section of the group's page or the address of a page.
    """

    id: str
    text: str
    responsible: str
    treatments: tuple[Treatment, ...]
    evidence: tuple[str, ...] = ()
    page: str = ""


RULE: tuple[Treatment, ...] = ("rule",)
DUTY: tuple[Treatment, ...] = ("duty",)
PAGE: tuple[Treatment, ...] = ("page",)
BOTH: tuple[Treatment, ...] = ("rule", "duty")
WORKING = "working-together"
CONFIRMED = ("hands-over.confirmed",)

CLAUSES: tuple[Clause, ...] = (
    Clause("D1", "The Terms of Reference are part of the group's work programme.", "group", RULE),
    Clause(
        "D2",
        "They are valid from the launch date to the end date, or until the group ends before.",
        "group",
        RULE,
    ),
    Clause("D3", "They run for at least twelve months; in justified cases the end may move.", "group", RULE),
    Clause("G1", "A Focus group works on a challenge or gap that its members share.", "group", RULE),
    Clause(
        "G2",
        "It delivers the final outcomes that were agreed.",
        "group",
        BOTH,
        ("outcome.delivered", "outcome.final"),
    ),
    Clause(
        "G3",
        "Outcomes are presented at an event linked to or organised by the Smart Cities Marketplace.",
        "group",
        BOTH,
        ("shown.at",),
    ),
    Clause("M1", "The group has a chair, with name, title and organisation.", "group", RULE),
    Clause("M2", "It has a co-chair, with name, title and organisation.", "group", RULE),
    Clause("M3", "It has participants, with name, title and, where it matters, organisation.", "group", RULE),
    Clause(
        "M4",
        "It has a support team of the Marketplace, with name, title and organisation.",
        "support team",
        RULE,
    ),
    Clause("M5", "Every member adheres to the Charter.", "every member", BOTH, ("accepts-charter.members",)),
    Clause(
        "a",
        "Draft the work programme (description, objectives, rules of participation, timeframe) and set the agenda.",
        "chair",
        BOTH,
        ("work-programme.agreed", "agenda.items"),
    ),
    Clause("b", "Identify and invite participants.", "chair", PAGE, page="joining"),
    Clause("c", "Coordinate and set the dates of meetings.", "chair", BOTH, ("meeting.date",)),
    Clause("d", "Foster collaboration within the group.", "chair", PAGE, page=WORKING),
    Clause(
        "e",
        "Share relevant information with the members, and answer their questions.",
        "chair",
        PAGE,
        page=WORKING,
    ),
    Clause(
        "f",
        "Present the rationale and objectives, with the board's remarks and suggestions.",
        "chair",
        ("rule", "duty", "page"),
        ("minutes.first_meeting.rationale_presented", "minutes.first_meeting.board_remarks_presented"),
        page="board-remarks",
    ),
    Clause(
        "g",
        "Present a timeline of the work to the members.",
        "chair",
        ("rule", "duty", "page"),
        ("minutes.first_meeting.timeline_presented",),
        page="milestones",
    ),
    Clause("h", "Watch engagement, timeline and progress closely.", "chair", RULE),
    Clause("i", "Keep discussions lively.", "chair", PAGE, page=WORKING),
    Clause("j", "Clear what stands in the way of delivery, adoption and use.", "chair", PAGE, page=WORKING),
    Clause(
        "k", "Steer towards an outcome with impact, within the agreed scope.", "chair", PAGE, page=WORKING
    ),
    Clause("l", "Support the chair in all of the chair's tasks.", "co-chair", PAGE, page=WORKING),
    Clause("m", "Give the chair secretarial support.", "co-chair", PAGE, page=WORKING),
    Clause("n", "Keep minutes of the meetings.", "co-chair", BOTH, ("minutes.text",)),
    Clause(
        "o",
        "Give the support team a status update on one slide every two months.",
        "co-chair",
        BOTH,
        ("status-update.date", "status-update.summary"),
    ),
    Clause("p", "Report regularly on the group's engagement and needs.", "co-chair", RULE),
    Clause(
        "q",
        "Supply insights, stories and examples for others to use.",
        "co-chair",
        ("rule", "page"),
        page="stories",
    ),
    Clause("r", "Attend, and take an active part.", "participants", PAGE, page=WORKING),
    Clause(
        "s",
        "Give suggestions and insights, and share all communication with the group.",
        "participants",
        PAGE,
        page=WORKING,
    ),
    Clause("t", "Contribute in time, so that nobody has to wait.", "participants", PAGE, page=WORKING),
    Clause("u", "Provide templates.", "support team", PAGE, page="templates/"),
    Clause("v", "Report, monitor, and set the general calendar.", "support team", DUTY, ("meeting.date",)),
    Clause("w", "Reach out to people who may want to join.", "support team", PAGE, page="joining"),
    Clause(
        "x", "Spread the outcomes in the wider network.", "support team", ("rule", "page"), page="outcomes"
    ),
    Clause("y", "Set up the platform for the group.", "support team", BOTH, ("opens-space.address",)),
    Clause("z", "Manage and help with information technology.", "support team", PAGE, page=WORKING),
    Clause(
        "aa",
        "Give each other complete, accurate and useful information in time.",
        "every member",
        PAGE,
        page=WORKING,
    ),
    Clause(
        "ab",
        "Give each other reasonable time for key decisions.",
        "every member",
        BOTH,
        ("minutes.decisions.announced",),
    ),
    Clause(
        "ac", "Discuss openly and honestly, without misleading anybody.", "every member", PAGE, page=WORKING
    ),
    Clause(
        "ad",
        "Behave professionally, and respect the opinions and knowledge of others.",
        "every member",
        PAGE,
        page=WORKING,
    ),
    Clause(
        "ae", "Tell each other at once what may affect the group.", "every member", PAGE, page="life-line"
    ),
    Clause(
        "L1", "The Advisory Board agrees on topics, objectives and expected duration.", "Advisory Board", RULE
    ),
    Clause("L2", "The Secretariat confirms the chair.", "Secretariat", BOTH, CONFIRMED),
    Clause("L3", "The Secretariat selects the co-chair from its own staff.", "Secretariat", BOTH, CONFIRMED),
    Clause(
        "L4",
        "The work programme has a final outcome, objectives, milestones, key performance indicators and a timeline.",
        "chair and co-chair",
        RULE,
    ),
    Clause(
        "L5",
        "A first meeting is held for all who are interested.",
        "chair, with co-chair and support team",
        BOTH,
        ("minutes.first_meeting",),
    ),
    Clause(
        "af",
        "At the first meeting, the work programme is presented.",
        "chair",
        BOTH,
        ("minutes.first_meeting.work_programme_presented",),
    ),
    Clause(
        "ag",
        "Participants are invited to give suggestions on it.",
        "chair",
        BOTH,
        ("minutes.first_meeting.suggestions_invited",),
    ),
    Clause(
        "ah",
        "Participants agree how they work, and in which exact format the final outcome is delivered.",
        "participants",
        BOTH,
        ("minutes.first_meeting.mode_of_operation", "minutes.first_meeting.outcome_format"),
    ),
    Clause(
        "I1",
        "The group briefs the board every six months.",
        "group",
        BOTH,
        ("board-brief.date", "board-brief.text"),
    ),
    Clause(
        "I2",
        "The group presents its final results at the board meeting after its end.",
        "group",
        BOTH,
        ("shown.at", "presented.at"),
    ),
    Clause(
        "T1", "Outcomes are presented at events of the Marketplace's network.", "group", DUTY, ("shown.at",)
    ),
    Clause(
        "T2",
        "The group may contribute to webinars, knowledge material and outreach.",
        "group",
        PAGE,
        page="outcomes",
    ),
    Clause(
        "T3",
        "The final outcome is delivered to the Secretariat, which controls its quality.",
        "Secretariat",
        BOTH,
        ("outcome.delivered", "controlled.result"),
    ),
    Clause("T4", "Only what passed the control is shared.", "Secretariat", BOTH, ("controlled.result",)),
    Clause(
        "T5", "The results are shared and stored on the site.", "Secretariat", BOTH, ("published.identifier",)
    ),
    Clause("T6", "An outcome may be given in several languages.", "group", RULE),
    Clause(
        "T7",
        "Chair or co-chair may, and must, end the group early when milestones or rules are not kept.",
        "chair and co-chair",
        BOTH,
        ("tells.to_all_members",),
    ),
    Clause(
        "T8",
        "They tell all members why, and that the group ends within three weeks.",
        "chair and co-chair",
        BOTH,
        ("tells.to_all_members", "ends.text"),
    ),
    Clause("T9", "A meeting may look at why the group ended.", "chair and co-chair", RULE),
    Clause(
        "A1",
        "The Terms of Reference may be amended in writing, after Secretariat and group were consulted and agreed.",
        "Secretariat and group",
        RULE,
    ),
    Clause(
        "C1",
        "Consortia, cities, industries, SMEs, investors, researchers and experts may propose a topic.",
        "applicant",
        RULE,
    ),
    Clause("C2", "Applicants come from an EU Member State or an associated country.", "applicant", RULE),
    Clause("C3", "Applicants have no conflict of interest.", "applicant", RULE),
    Clause("C4", "Applicants are at least 18 years old.", "applicant", RULE),
    Clause(
        "C5",
        "The Smart Cities Marketplace evaluates and selects the topics.",
        "Advisory Board",
        ("rule", "page"),
        page="proposals/",
    ),
    Clause(
        "C6",
        "A Discussion group is an online forum on the community space, with a chair and an SCM team member.",
        "chair and team member",
        RULE,
    ),
)


def find_clauses_on(page: str) -> tuple[Clause, ...]:
    """Give the clauses that are stated in one place, in their order."""
    return tuple(clause for clause in CLAUSES if clause.page == page)
