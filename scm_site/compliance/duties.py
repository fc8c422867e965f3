"""Every duty, in the order in which a group meets them. A new module of duties gets its line here, a duty none."""

from scm_site.compliance.duty import Duty
from scm_site.declared import find_declared, list_by_id

DUTIES = list_by_id(
    find_declared(
        Duty,
        "compliance.starting_duties",
        "compliance.member_duties",
        "compliance.kick_off_duties",
        "compliance.meeting_duties",
        "compliance.report_duties",
        "compliance.outcome_duties",
        "compliance.ending_duties",
    )
)
