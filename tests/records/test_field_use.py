"""Every field that people fill in is shown on a page, and filled in somewhere in the worked example."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from scm_site.demo.play import SOURCE
from scm_site.pages.site import __file__ as PAGES
from scm_site.reading import ACTS, KINDS, MEETING_ACTS, OUTCOME_ACTS
from tests.scaffold.finished_record import SCHEMAS

#: Fields that pages do not show under their name, and what is made of them.
NOT_BY_NAME = {
    **dict.fromkeys(
        (f"{kind} after" for kind in (*ACTS, *MEETING_ACTS, *OUTCOME_ACTS)),
        "decides which of two acts of one day comes first",
    ),
    "corrects of": "said in the sentence on what the act does",
    "corrects facts": "said in the sentence on what the act does",
    "minutes approves": "shown as the day on which the other minutes were approved",
    "settles action": "said in the sentence on what the act does",
    "settles result": "shown beside the action item",
    "leaves member": "said in the sentence on what the act does",
    "confirms member": "said in the sentence on what the act does",
    "acts-for member": "said in the sentence on what the act does",
    "consents member": "said in the sentence on what the act does",
    "hands-over confirmed": "decides whether the office was confirmed (rule G015)",
    "takes-back act": "said in the sentence on what the act does",
    "approvals acknowledged": "decides what the page of approvals says of a change",
    "approvals maintainers": "decides who may agree to a change of the program",
    "countries also_accepted": "codes that records may use for a country",
    "countries associated": "decides who may propose",
    "controlled checked": "decides nothing; it stands in the file for the group",
    "ends evaluation_meeting": "decides which meeting may come after the last day",
    "ends decided": "said in the sentence on what the act does",
    "ends told": "decides whether it is known that the members were told",
    **dict.fromkeys(
        (
            *("ends how", "ends decided_by", "ends end", "tells to_all_members", "tells how"),
            *("presented at", "waives granted", "pauses until", "pauses first_day", "resumes first_day"),
            *("leaves member", "confirms member", "acts-for member", "consents member"),
        ),
        "said in the sentence on what the act does",
    ),
}
#: What only records say that were put together from public sources; the example has no such end.
NEVER_FILED = {"ends decided", "ends told"}
#: A field of every kind that a record turns into `is_reconstructed`.
ORIGIN = "origin"


def read_all(files: Iterable[Path]) -> str:
    """Give the text of some files, one after the other."""
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


SHOWN = read_all(file for file in Path(PAGES).parent.rglob("*") if file.suffix in (".html", ".py"))
FILLED = read_all(file for file in (SOURCE / "content").rglob("*") if file.suffix in (".md", ".yml"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_shown(kind: str) -> None:
    for name in SCHEMAS.documents[kind]["properties"].keys() - {ORIGIN}:
        by_name = re.search(rf"\.{name}_?\b", SHOWN)
        hint = f"show the field `{name}` of {kind} in scm_site/pages/templates/, or say under NOT_BY_NAME why not"
        assert by_name or f"{kind} {name}" in NOT_BY_NAME, hint


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_fills_in_every_field(kind: str) -> None:
    for name in SCHEMAS.documents[kind]["properties"].keys() - {"text"}:
        if f"{kind} {name}" in NEVER_FILED:
            continue
        hint = f"fill in the field `{name}` in a {kind} of scm_site/demo/content/"
        assert re.search(rf"^[ -]*{name}:", FILLED, re.MULTILINE), hint
