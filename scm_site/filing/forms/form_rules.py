"""What the forms make of each rule: they say it, the check of the pull request says it, or no form can break it.

A rule that needs only the record itself and what is known of its group is said by the form, in the sentence of
`scm check`. What to do is worded for a page here, since nobody writes `true`, a field's name or an id there.
"""

from dataclasses import dataclass
from typing import Literal

Said = Literal["by the form", "after the pull request", "by nobody"]

GIVE_ONE = "Give one of the two."
CORRECT_DAY = "Correct the day that is wrong."
OTHER_DAY = "Correct the day."
NOT_ELIGIBLE = "Answer yes only if it is so. Otherwise the proposal has to come from somebody else."

#: What the form says with functions of its own (`assets/forms/rules/`), and what to do about it.
BY_RULES = {
    "D002": "Give the day for which it was planned before.",
    "D003": "Give the earlier time first. What goes on after midnight ends at 23:59 here.",
    "D004": "Give the time that clocks show on that day, with the letters of that day; or UTC, which never changes.",
    "E002": "Choose the event at which it happened, or none.",
    "M001": "Leave the points of a first meeting empty here: they belong to the first meeting of the group.",
    "M002": "Correct the format that was agreed. If it is right, the work programme has to be corrected first.",
    "M003": "Give the day on which members were told that this would be decided.",
    "M004": "Leave this empty; or, if the meeting took place, leave “Cancelled” empty.",
    "M005": "Write the minutes into the text at the end; or leave this empty until they are written.",
    "M006": CORRECT_DAY,
    "M007": "Say where people meet; or choose “online”, if nobody meets there.",
    "M008": "Correct the day. What looks back at why the group ended is named in the record of its end.",
    "N001": "Ask the person, then give the day of the consent. Until then leave the name out; the organisation stays.",
    "N003": "Take the name out, or answer no if the person may be named.",
    "N004": "Ask the person first. A day of consent that is wrong is corrected here.",
    "O003": OTHER_DAY,
    "O004": "Choose the agreed format. If another one was agreed since, the work programme has to be corrected first.",
    "O005": "The form makes the text only. Add the file to the outcome's folder on the pull request, or send it to the "
    "Secretariat; or give the address at which it is published.",
    "O006": "Correct the numbers or the days. The newest version comes first, and is the version of the outcome.",
    "O012": "Give the checksum of the file (SHA-256), or hand the file itself in.",
    "P001": "Check the country and the day. Which countries are associated changes; the list of that day counts.",
    "P002": NOT_ELIGIBLE,
    "P003": NOT_ELIGIBLE,
    "P004": "Read the Charter, and answer yes once it is accepted.",
    "P005": "Propose twelve months or more, or a Discussion group.",
    "P006": CORRECT_DAY,
    "T003": "",
    "T004": "Link to an address that starts with https://, or to a record by the path of its file, seen from this one.",
    "U002": "Add a reading of it: the number, or why there is none.",
    "U003": "Correct the day, or take the milestone out of this update.",
    "U004": OTHER_DAY,
    "U005": "Correct the day of the brief, or choose the meeting at which it was on the agenda.",
    "U006": "If it was written by then, give that day. If none was written, no report can fill this place any more: "
    "the Secretariat can file a waiver for that time and say why. If the group went on, its end needs an amendment.",
    "V001": "Correct the first or the last day.",
    "V002": "Correct the person or the day.",
    "V004": "Choose days that are not excused yet.",
    "V005": "Give the group's last day, or an earlier one.",
    "V006": "Correct the day on which it was granted, or the time for which it excuses; or leave it, if it is so.",
    "X001": "Correct the day of the notice or of the end. If no notice was sent, send it to all members first.",
    "X002": "Correct who decided, or how the group ended.",
    "X003": "Correct the day that is wrong; a later end than planned needs an amendment.",
    "X004": "Choose the board meeting after the group's last day, or none until it was held.",
    "X005": "Choose the board meeting after the group's last day once it was held, or take this one out.",
}  # fmt: skip

#: What the form says with the schema and the measures of texts; what to do comes from the schema.
BY_SCHEMA = ("S002", "S003", "S004", "S005", "S006", "S007", "S008", "T001", "T002", "N002", "F019")

ITS_HISTORY = "it needs what was there before, from git's history"
OTHER_RECORDS_CHANGE = "the end of a group is compared with its other records, in whose files it is found"

#: What only the check of the pull request can say, and what it needs for that.
AFTER = {
    **dict.fromkeys((f"B{number:03}" for number in range(1, 15)), ITS_HISTORY),
    "A005": OTHER_RECORDS_CHANGE,
    "F024": "it needs the size of all other files",
    "G011": OTHER_RECORDS_CHANGE,
    "G023": OTHER_RECORDS_CHANGE,
    "G024": OTHER_RECORDS_CHANGE,
    "O009": "it needs the other outcomes, of which some are not public yet",
    "O011": "it needs the outcomes of all groups, of which some are not public yet",
    "P008": "it needs the topics of all other proposals; the review names those that are alike, too",
    "R007": "a meeting that moves gets another name, by which the record of the group's end does not know it yet",
    "R009": "it needs the former names of all outcomes, of which some are not public yet",
    "W007": OTHER_RECORDS_CHANGE,
}

BY_THE_FORM_ITSELF = "the form writes the file and its name, so that this cannot happen"
FROM_A_LIST = "it is chosen from a list of what is there"
NOT_ASKED = "no form asks for what it is about"
OTHER_KIND = "it is about records that have no form"

#: What no form can break, and why.
NEVER = {
    **dict.fromkeys((f"F{number:03}" for number in (*range(1, 19), *range(20, 24), 26)), BY_THE_FORM_ITSELF),
    **dict.fromkeys((f"Y{number:03}" for number in range(1, 21)), BY_THE_FORM_ITSELF),
    **dict.fromkeys(("S001", "S009", "D001", "R010", "O008"), BY_THE_FORM_ITSELF),
    **dict.fromkeys(("R001", "R002", "R003", "R005", "R008", "U001", "V003"), FROM_A_LIST),
    **dict.fromkeys(("O001", "O002", "O010", "P007", "P009", "P010", "Q001", "Q002", "Q003"), NOT_ASKED),
    **dict.fromkeys(("O013", "O014"), "a form hands in no other files"),
    **dict.fromkeys(("A001", "A002", "A003", "A004", "E001", "N005", "O007", "R004", "R006"), OTHER_KIND),
    **dict.fromkeys((f"C{number:03}" for number in range(1, 9)), OTHER_KIND),
    **dict.fromkeys((f"G{number:03}" for number in (*range(1, 8), 10, *range(12, 23), 25)), OTHER_KIND),
    **dict.fromkeys((f"W{number:03}" for number in (*range(1, 7), 8)), OTHER_KIND),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class FormRule:
    """Who says a rule of what a form made; `why`, where the form does not."""

    id: str
    said: Said
    why: str = ""


def list_form_rules() -> list[FormRule]:
    """Give every rule, in the order of the ids."""
    rules = [FormRule(id=rule, said="by the form") for rule in (*BY_RULES, *BY_SCHEMA)]
    rules += [FormRule(id=rule, said="after the pull request", why=why) for rule, why in AFTER.items()]
    rules += [FormRule(id=rule, said="by nobody", why=why) for rule, why in NEVER.items()]
    return sorted(rules, key=lambda one: one.id)
