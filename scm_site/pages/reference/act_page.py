"""The page of the kinds of act, each from its declaration and its docstring."""

from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.pages.frame.page import Page
from scm_site.pages.frame.rendering import render_page
from scm_site.pages.frame.sections import ACT_LIST
from scm_site.reading import SLOT_OF_KIND, Slot
from scm_site.records.acts.kinds import ACT_KINDS
from scm_site.records.approvals import Agreement, AgreementRule, Approvals
from scm_site.texts.markdown import render_markdown


def make_act_page(approvals: Approvals) -> Page:
    """Make the list of the kinds of act: what each does, who files it, and who must agree by the register's rules."""
    return render_page(
        "acts.html",
        ACT_LIST.address,
        ACT_LIST.text,
        description="What changes a group after its launch: who files it, who must agree, and what it does.",
        kinds=[(kind, render_markdown(kind.explanation).html) for kind in ACT_KINDS.values()],
        forms=FORM_OF_KIND,
        files={name: name_file(SLOT_OF_KIND[name]) for name in ACT_KINDS},
        agreed={name: tell_agreement(approvals.find_rule(name)) for name in ACT_KINDS},
        searchable=False,
    )


def name_file(slot: Slot) -> str:
    """Give an example of a file: below the folder of its group, or of the register."""
    _, folder, *below = slot.example.split("/")
    return "/".join(below[1:] if folder == "groups" else (folder, *below))


def tell_agreement(rule: AgreementRule | None) -> str:
    """Say who must agree to a kind of change."""
    if rule is None:
        return "Not said in content/approvals.yml"
    words = " and ".join(map(tell_one, rule.agree))
    return words[0].upper() + words[1:]


def tell_one(agreement: Agreement) -> str:
    """Say whose agreement it takes, and of which acts."""
    office = agreement.by.replace("secretariat", "Secretariat")
    return f"{office} (where it is {agreement.when})" if agreement.when else office
