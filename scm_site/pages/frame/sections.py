"""The sections of the site, each by its title and address: steps on the way to a page, the menu, each page's foot."""

from scm_site.data.archive.archive import ARCHIVE
from scm_site.data.open_data.index import DATA_PAGE
from scm_site.pages.frame.page import Crumb
from scm_site.records.dossier import Dossier

GROUPS = Crumb(text="Groups", address="groups/")
OUTCOMES = Crumb(text="Outcomes", address=ARCHIVE)
PROPOSALS = Crumb(text="Proposals", address="proposals/")
CALENDAR = Crumb(text="Meetings and events", address="calendar/")
COMPLIANCE = Crumb(text="Compliance", address="compliance/")
PROPOSE = Crumb(text="Propose a topic", address="propose/")
FILING = Crumb(text="File something", address="file/")
LOG = Crumb(text="Event log", address="log/")
DATA = Crumb(text="Open data", address=DATA_PAGE)
APPROVALS = Crumb(text="Approvals", address="approvals/")
WAITING = Crumb(text="Waiting for approval", address="waiting/")
CLAUSE_LIST = Crumb(text="Clauses", address="clauses/")
ACT_LIST = Crumb(text="Acts", address="acts/")
DUTY_LIST = Crumb(text="Duties", address="duties/")
RULE_LIST = Crumb(text="Rules", address="rules/")
FIELD_LIST = Crumb(text="Fields", address="fields/")
TEMPLATES = Crumb(text="Templates", address="templates/")

MENU = (
    Crumb(text="Home", address=""),
    GROUPS,
    OUTCOMES,
    PROPOSALS,
    CALENDAR,
    COMPLIANCE,
    PROPOSE,
    Crumb(text="How it works", address="how-it-works/"),
)

FOOTER = (
    Crumb(text="How the register works", address="how-it-works/"),
    Crumb(text="Guides", address="guides/"),
    FILING,
    LOG,
    DATA,
    APPROVALS,
    WAITING,
    CLAUSE_LIST,
    DUTY_LIST,
    ACT_LIST,
    RULE_LIST,
    FIELD_LIST,
    TEMPLATES,
    Crumb(text="Accessibility", address="accessibility/"),
    Crumb(text="Privacy", address="privacy/"),
    Crumb(text="Removing a name", address="removing-names/"),
    Crumb(text="Legal notice", address="legal-notice/"),
)


def make_group_crumb(dossier: Dossier) -> Crumb:
    """Give the step that leads to a group's page."""
    return Crumb(text=dossier.group.title, address=f"groups/{dossier.group.id}/")
