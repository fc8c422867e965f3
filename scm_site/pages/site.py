"""The whole site in memory: every page, every file, and what all pages share."""

from collections.abc import Iterator

from scm_site.data.archive.feeds import make_outcome_feeds
from scm_site.data.archive.search_texts import make_search_texts
from scm_site.data.branch_words import tell_branch
from scm_site.data.calendars import make_calendar_files
from scm_site.data.catalogue.catalogue_files import make_catalogue_files
from scm_site.data.citations.citation_files import make_citation_files
from scm_site.data.feeds import ALL, make_feed_files
from scm_site.data.open_data.open_data_files import make_open_data_files
from scm_site.pages.changes.approval_pages import make_approvals_page
from scm_site.pages.changes.log_pages import make_log_pages
from scm_site.pages.changes.waiting_pages import make_waiting_page
from scm_site.pages.compliance.board_pages import make_board_page
from scm_site.pages.compliance.compliance_pages import make_compliance_page
from scm_site.pages.compliance.duty_pages import make_duty_pages
from scm_site.pages.forms.filing_page import make_filing_page
from scm_site.pages.forms.form_pages import make_fact_files, make_form_pages
from scm_site.pages.frame.page import Asset, Crumb, Page, Site
from scm_site.pages.frame.redirects import make_redirects
from scm_site.pages.frame.sections import FOOTER, MENU
from scm_site.pages.frame.site_content import SiteContent
from scm_site.pages.front.calendar_pages import make_calendar_pages
from scm_site.pages.front.front_pages import make_home_page, make_propose_page
from scm_site.pages.group.group_list import make_group_list
from scm_site.pages.group.group_pages import make_group_pages
from scm_site.pages.group.proposal_pages import make_proposal_pages
from scm_site.pages.outcome.archive_pages import make_archive_pages
from scm_site.pages.outcome.outcome_pages import make_outcome_files, make_outcome_pages
from scm_site.pages.reference.act_page import make_act_page
from scm_site.pages.reference.data_page import make_data_page
from scm_site.pages.reference.reference_pages import (
    make_clause_page,
    make_field_pages,
    make_rule_pages,
    make_schema_files,
)
from scm_site.pages.reference.template_pages import (
    Template,
    make_template_files,
    make_template_pages,
    make_templates,
)


def make_site(content: SiteContent) -> Site:
    """Make the site of a register that has no errors."""
    settings = content.register.settings
    templates = make_templates(content.schemas)
    pages = tuple(make_pages(content, templates))
    return Site(
        name=settings.site.name,
        pages=pages,
        assets=(
            *make_outcome_files(content),
            *make_schema_files(content.schemas, settings.site.address),
            *make_template_files(templates),
            *make_data_files(content),
            *make_fact_files(content),
            *make_redirects(content.register, content.archive, pages, settings.site.address),
        ),
        menu=MENU,
        footer=FOOTER,
        feed=Crumb(text=f"What happened: {settings.site.name}", address=ALL),
        managed_by=settings.site.managed_by,
        notice=settings.site.notice,
        repository=settings.repository.address if settings.repository.forge != "none" else "",
        as_of=content.as_of,
        commit=content.history.commit,
        changed=content.history.day,
        gap=content.history.gap,
        branch=tell_branch(content.history, settings.repository),
        edit_address=content.edit_address,
    )


def make_data_files(content: SiteContent) -> Iterator[Asset]:
    """Give what programs read: public data and its catalogue, citations, and calendars and feeds to subscribe to."""
    register, public = content.register, dict(make_open_data_files(content.source))
    files = (
        *public.items(),
        *make_catalogue_files(content.source, public),
        *make_calendar_files(content.board, register),
        *make_feed_files(content.log, register),
        *make_outcome_feeds(content.archive, register),
        *make_search_texts(content.archive),
        *make_citation_files(content.archive, register),
    )
    return (Asset(path=path, content=written) for path, written in files)


def make_pages(content: SiteContent, templates: list[Template]) -> Iterator[Page]:
    """Make every page, in the order of the site's sections."""
    yield make_home_page(content)
    yield make_group_list(content)
    yield from make_group_pages(content)
    yield from make_archive_pages(content)
    yield from make_outcome_pages(content)
    yield from make_proposal_pages(content)
    yield from make_calendar_pages(content)
    yield make_compliance_page(content)
    yield make_board_page(content)
    yield from make_log_pages(content)
    yield make_approvals_page(content)
    yield make_waiting_page(content)
    yield make_data_page(content)
    yield make_propose_page(content)
    yield make_filing_page(content)
    yield from make_form_pages(content)
    yield make_clause_page(content)
    yield from make_duty_pages(content)
    yield make_act_page(content.register.approvals)
    yield from make_rule_pages()
    yield from make_field_pages(content)
    yield from make_template_pages(templates)
