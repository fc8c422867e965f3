"""Is the content right? Each module holds the rules of one subject; a finding of severity error blocks a merge.

What an id begins with: A amendments, C code lists and rosters, D dates, E events, G groups, M meetings, N names
and privacy, O outcomes, P proposals, Q sources, R references, T texts, U status updates and briefs, V waivers,
W work programmes, X ends. Rules of the earlier stages: F files, Y YAML, S shape. Rules of the
review: B what a change may do.
"""

from scm_site.checks import (
    amendment_rules,
    appointment_rules,
    approval_rules,
    code_list_rules,
    date_rules,
    end_rules,
    event_rules,
    former_id_rules,
    group_rules,
    joining_rules,
    meeting_rules,
    member_rules,
    outcome_file_rules,
    outcome_rules,
    privacy_rules,
    proposal_rules,
    reference_rules,
    report_rules,
    role_rules,
    source_rules,
    text_rules,
    waiver_rules,
    work_programme_rules,
)
from scm_site.checks.register_rule import run_rules

__all__ = [
    "amendment_rules",
    "appointment_rules",
    "approval_rules",
    "code_list_rules",
    "date_rules",
    "end_rules",
    "event_rules",
    "former_id_rules",
    "group_rules",
    "joining_rules",
    "meeting_rules",
    "member_rules",
    "outcome_file_rules",
    "outcome_rules",
    "privacy_rules",
    "proposal_rules",
    "reference_rules",
    "report_rules",
    "role_rules",
    "run_rules",
    "source_rules",
    "text_rules",
    "waiver_rules",
    "work_programme_rules",
]
