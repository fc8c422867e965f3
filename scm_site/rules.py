"""Every rule, in one list. A new module of rules gets its line here; a new rule needs none.

Clauses name their rules in this order. A rule that is met is said by the reader or by the comparison with the schemas,
where the fault is; the others are run, on a register or on a change of it.
"""

from scm_site.checks.register_rule import RegisterRule
from scm_site.declared import find_declared, list_by_id
from scm_site.rule import FindingRule

MET_RULES = find_declared(
    FindingRule,
    "reading.file_rules",
    "reading.attached.attachment_rules",
    "reading.front_matter_rules",
    "reading.decoding_rules",
    "reading.yaml_rules",
    "records.schema_rules",
)

REGISTER_RULES = find_declared(
    RegisterRule,
    "checks.group_rules",
    "checks.act_rules",
    "checks.appointment_rules",
    "checks.approval_rules",
    "checks.carried_rules",
    "checks.code_list_rules",
    "checks.date_rules",
    "checks.end_rules",
    "checks.event_rules",
    "checks.sitting_rules",
    "checks.former_id_rules",
    "checks.host_rules",
    "checks.joining_rules",
    "checks.look_alike_rules",
    "checks.meeting_rules",
    "checks.member_rules",
    "checks.membership_rules",
    "checks.outcome_file_rules",
    "checks.outcome_rules",
    "checks.outcome_relation_rules",
    "checks.privacy_rules",
    "checks.proposal_rules",
    "checks.reference_rules",
    "checks.report_rules",
    "checks.role_rules",
    "checks.shown_rules",
    "checks.source_rules",
    "checks.text_rules",
    "checks.waiver_rules",
    "checks.work_programme_rules",
)

TRANSITION_RULES = find_declared(
    RegisterRule,
    "review.published_rules",
    "review.agreed_rules",
    "review.identity_rules",
    "review.separation_rules",
    "review.carried_rules",
    "review.settings_rules",
)

#: Every rule by its id.
RULES = list_by_id(
    (
        *(one.rule for one in MET_RULES),
        *(one.rule for one in (*REGISTER_RULES, *TRANSITION_RULES)),
    )
)
