"""Every duty, declared by importing the modules in the order in which a group meets them."""

# ruff: noqa: F401
# isort: off
from scm_site.compliance import starting_duties
from scm_site.compliance import kick_off_duties
from scm_site.compliance import meeting_duties
from scm_site.compliance import report_duties
from scm_site.compliance import outcome_duties
from scm_site.compliance import ending_duties
