"""`.github/CODEOWNERS`, made from the rosters and from who must agree to what.

How GitHub reads it: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
The last line that fits a path decides, and one of the people on it is enough.
"""

import re
from collections.abc import Iterator
from datetime import date

from scm_site.approval.change_kinds import CODE
from scm_site.approval.offices import OF_A_GROUP, Offices
from scm_site.days import parse_day
from scm_site.reading.layout import SLOTS
from scm_site.records.approvals import AgreementRule, Approvals

CODE_OWNERS = ".github/CODEOWNERS"
HEAD = """\
# Who is asked to agree to which file. Made from content/approvals.yml, the rosters and the groups: do not edit it.
# To make it again: make owners
# As of {day}
"""
AS_OF = re.compile(r"^# As of ([0-9]{4}-[0-9]{2}-[0-9]{2})$", re.MULTILINE)


def render_code_owners(offices: Offices, as_of: date) -> str:
    """Give the file for a day, with a newline at its end; kinds of change for which nobody has an account are told."""
    lines = [HEAD.format(day=as_of.isoformat())]
    if offices.approvals is not None:
        lines += list_lines(offices, offices.approvals, as_of)
    return "\n".join(lines) + "\n"


def read_day(text: str) -> date | None:
    """Give the day for which a file was made, or None where it does not say."""
    found = AS_OF.search(text)
    try:
        return parse_day(found[1]) if found else None
    except ValueError:
        return None


def is_up_to_date(text: str, offices: Offices) -> bool:
    """Tell whether a file says what the rosters say, for the day for which it was made."""
    day = read_day(text)
    return day is not None and text == render_code_owners(offices, day)


def list_lines(offices: Offices, approvals: Approvals, as_of: date) -> Iterator[str]:
    """Give a line for each pattern: code first, then each kind of record, then the groups' own files."""
    code = approvals.find_rule(CODE)
    if code:
        yield make_line("*", find_owners(code, offices, "", as_of))
    for slot in SLOTS:
        rule = approvals.find_rule("outcome" if slot.kind in ("outcome-version", "attachment") else slot.kind)
        if rule is None or slot.kind in ("outcome-version", "attachment"):
            continue
        if not is_of_group(rule):
            yield make_line(make_pattern(slot.pattern, "*"), find_owners(rule, offices, "", as_of))
            continue
        for group in sorted(offices.groups):
            yield make_line(make_pattern(slot.pattern, group), find_owners(rule, offices, group, as_of))


def is_of_group(rule: AgreementRule) -> bool:
    """Tell whether somebody of the group itself must agree."""
    return any({agreement.by, agreement.instead} & OF_A_GROUP for agreement in rule.agree)


def make_pattern(pattern: str, group: str) -> str:
    """Give a slot's pattern as git writes it: of what stands in a folder of its own, the folder; an act by its kind."""
    path = pattern.replace("{group}", group)
    fixed, gap, rest = path.partition("{")
    if not gap:
        return f"/{path}"
    end = re.sub(r"{\w+}", "*", rest.partition("}")[2])
    return f"/{fixed}*{end}" if end.count(".") > 1 else f"/{fixed}"


def find_owners(rule: AgreementRule, offices: Offices, group: str, as_of: date) -> list[str]:
    """Give the accounts of everybody who may be asked, those instead of others included."""
    owners = [
        account
        for agreement in rule.agree
        if agreement.when is None  # paths do not tell
        for office in (agreement.by, agreement.instead)
        if office is not None
        for account in sorted(offices.find_holders(office, group, as_of))
    ]
    return list(dict.fromkeys(owners))


def make_line(pattern: str, owners: list[str]) -> str:
    """Give a line; without owners it is a remark, so that the line above it goes on deciding."""
    named = " ".join(f"@{owner}" for owner in owners)
    return f"{pattern} {named}" if named else f"# {pattern}: nobody with an account yet"
