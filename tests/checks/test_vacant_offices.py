"""Whoever leaves, and whenever: an open office is told, and refuses nothing."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from scm_site.findings import Severity
from scm_site.pipeline import check
from tests.checks.first_registers import copy_groups

ACTS = "content/groups/warm-homes/acts"
LEAVES = "role: {role}\nfrom: {member}\nlast_day: {day}\nbecause: They go to another town.\n"
COMES = "role: {role}\nto: m6\nfirst_day: {day}\nbecause: Somebody was found.\nconfirmed:\n  on: {day}\n  by: boris\n"
OFFICES = {"chair": "m2", "co-chair": "m3"}

days = st.dates(date(2025, 11, 10), date(2026, 4, 10))


@pytest.mark.parametrize(
    "number",
    [4, pytest.param(40, marks=pytest.mark.slow("40 registers at random, of which 4 are always tried"))],
)
def test_an_office_may_be_open_at_any_time(number: int) -> None:
    @settings(max_examples=number, deadline=None, derandomize=True, phases=[Phase.generate])
    @given(
        st.dictionaries(st.sampled_from(sorted(OFFICES)), days, min_size=1), st.none() | st.integers(2, 60)
    )
    def look(left: dict[str, date], later: int | None) -> None:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            copy_groups(root)
            for role, day in left.items():
                text = LEAVES.format(role=role, member=OFFICES[role], day=day)
                (root / f"{ACTS}/{day}-{role}.hands-over.yml").write_text(text, encoding="utf-8")
            if later and "chair" in left:
                first = date.fromordinal(left["chair"].toordinal() + later)
                text = COMES.format(role="chair", day=first)
                (root / f"{ACTS}/{first}-comes.hands-over.yml").write_text(text, encoding="utf-8")
            checked = check(root)
        dossier = checked.register.find_dossier("warm-homes")
        errors = [one for one in checked.findings if one.severity == Severity.ERROR]
        assert [one.message for one in errors if one.rule[0] in "AG"] == []  # of acts, and of groups
        for role, day in left.items():
            assert role in {one.role for one in dossier.find_vacancies(date.fromordinal(day.toordinal() + 1))}

    look()
