"""The lists of the whole register from which fields of a form are chosen, as values with the words for them."""

from scm_site.compliance.duties import DUTIES
from scm_site.days import write_day
from scm_site.pages.site_content import SiteContent
from scm_site.words import name_language


def make_lists(content: SiteContent) -> dict[str, list[tuple[str, str]]]:
    """Give the lists of the whole register from which fields are chosen."""
    register = content.register
    countries = register.countries
    languages = content.schemas.find_field("outcome", ("language",))["enum"]
    events = [(one.id, f"{write_day(one.date)}: {one.title}", one.type) for one in reversed(register.events)]
    return {
        "themes": [(theme.id, theme.name) for theme in register.themes.themes],
        "countries": sorted(
            ((code, name) for code, name in countries.names.items()), key=lambda pair: pair[1]
        ),
        "events": [(id_, words) for id_, words, _ in events],
        "board_meetings": [(id_, words) for id_, words, kind in events if kind == "board meeting"],
        "secretariat": list_secretariat(content),
        "languages": [(code, f"{name_language(code)} ({code})") for code in languages],
        "duties": [(duty.id, duty.title) for duty in DUTIES.values()],
    }


def list_secretariat(content: SiteContent) -> list[tuple[str, str]]:
    """Give who is in the Secretariat on the day of the site; a withheld name is not shown."""
    roster = content.register.secretariat
    in_office = [one for one in roster.people if roster.find_person(one.id, content.as_of) is one]
    return [(one.id, one.name) for one in in_office if one.name and not roster.withholds(one.id)]
