"""What the page of an outcome tells programs in its head, so that they find, cite and collect the outcome.

told_outcome      what all three of these are made from
outcome_tags      meta elements: Highwire (Google Scholar, Zotero) and Dublin Core (DCMI)
outcome_links     links: Signposting, other languages, the terms that the meta elements use
outcome_json_ld   a description in the terms of schema.org; schema_org_nodes: its smaller parts
"""

from scm_site.data.archive.archive import ArchivedOutcome
from scm_site.data.archive.language_versions import Language
from scm_site.pages.outcome_json_ld import make_json_ld
from scm_site.pages.outcome_links import make_links, make_tombstone_links
from scm_site.pages.outcome_tags import make_tags
from scm_site.pages.page import Head
from scm_site.pages.site_content import SiteContent
from scm_site.pages.told_outcome import tell_outcome


def make_outcome_head(one: ArchivedOutcome, content: SiteContent, language: Language) -> Head:
    """Make the head of the page that shows an outcome in one of its languages; `language` is one of `one.languages`.

    Of a withdrawn outcome, only the permanent address and the archive are told. Raises NotAvailableError where the
    settings are broken.
    """
    if one.is_withdrawn:
        return Head(links=tuple(make_tombstone_links(one)))
    told = tell_outcome(one, content, language)
    return Head(tags=tuple(make_tags(told)), links=tuple(make_links(told)), json_ld=make_json_ld(told))
