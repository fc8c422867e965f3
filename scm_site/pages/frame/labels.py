"""Words for pages: states and kinds as people read them, each with its tone."""

from scm_site.records.people import Role
from scm_site.records.proposal import Result
from scm_site.records.state import StateName

#: The tone of a word that is shown as a label; the word itself always stands beside it.
TONES: dict[str, str] = {
    "forming": "info",
    "active": "ok",
    "paused": "info",
    "ending": "due",
    "closing": "due",
    "completed": "none",
    "ended by agreement": "none",
    "ended early": "none",
    "not known": "none",
    "held": "ok",
    "planned": "info",
    "cancelled": "none",
    "minutes missing": "due",
    "minutes not known": "none",
    "open": "ok",
    "closed": "none",
    "withdrawn": "late",
    "agreed": "ok",
    "not agreed": "late",
    "rule not recorded": "due",
}

#: What the Advisory Board did with a topic, by what came of it.
DECIDED: dict[Result, str] = {
    "agreed": "agreed to",
    "not agreed": "did not agree to",
    "rule not recorded": "voted, with as many for as against (rule not recorded), on",
}

STATE_MEANINGS: dict[StateName, str] = {
    "forming": "The topic is agreed and the launch date lies ahead.",
    "active": "The group is at work.",
    "paused": "The group does not work for a time, and owes nothing.",
    "ending": "The end was announced and lies ahead.",
    "closing": "The time of the group is over; how it ended is not recorded yet.",
    "completed": "The objectives were achieved.",
    "ended by agreement": "The members agreed to end the group.",
    "ended early": "Chair and co-chair ended the group before its time.",
    "not known": "The dates are not known, so the state cannot be worked out.",
}

ROLE_TITLES: dict[Role, str] = {
    "chair": "Chair",
    "co-chair": "Co-chair",
    "team member": "SCM team member",
    "participant": "Participants",
    "support": "Support team",
}
