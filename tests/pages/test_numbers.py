"""A page shows each number with the digits that the record has, and never with an exponent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_site.digits import GAP, part_thousands
from scm_site.pages.frame.rendering import show_size
from scm_site.reading.yaml_scalars import MOST_DIGITS, resolve_scalar
from scm_site.records.acts.act import Names, Setting
from scm_site.records.acts.sentences import tell_setting
from scm_site.records.work_programme import Kpi

#: Any number that the reader takes for one; a minus before a whole zero is no digit.
NUMBERS = (
    st.from_regex(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,14})?", fullmatch=True)
    .filter(lambda written: sum(map(str.isdigit, written)) <= MOST_DIGITS)
    .filter(lambda written: written != "-0")
)


def show(written: str) -> str:
    """Give what a page shows of a number as it stands in a record."""
    value = resolve_scalar(written)
    assert not isinstance(value, str | bool | None)
    return part_thousands(value)


@given(NUMBERS)
def test_every_digit_of_the_record_comes_back(written: str) -> None:
    shown = show(written)
    assert shown.replace(GAP, "") == written
    whole = shown.lstrip("-").partition(".")[0].split(GAP)
    assert [len(part) for part in whole[1:]] == [3] * (len(whole) - 1)
    assert 1 <= len(whole[0]) <= 3


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("123456.78", f"123{GAP}456.78"),
        ("1234567.5", f"1{GAP}234{GAP}567.5"),
        ("0.00001", "0.00001"),
        ("0.000000000001", "0.000000000001"),
        ("2.50", "2.50"),
        ("1.0", "1.0"),
        ("999", "999"),
        ("-1000", f"-1{GAP}000"),
        ("123456789012345", f"123{GAP}456{GAP}789{GAP}012{GAP}345"),
    ],
)
def test_thousands_are_parted(written: str, shown: str) -> None:
    assert show(written) == shown


@pytest.mark.parametrize(("worked_out", "shown"), [(7.0, "7"), (7.5, "7.5"), (0.00001, "0.00001")])
def test_what_is_worked_out_has_no_needless_zeros(worked_out: float, shown: str) -> None:
    assert part_thousands(worked_out) == shown


def test_what_an_act_does_is_told_in_the_same_numbers() -> None:
    target, names = Decimal("1234567.50"), Names(milestones={}, kpis={"homes": "Homes"})
    kpi = Kpi(id="homes", name="Homes", unit="homes", target=target)
    added = Setting(name="kpis.homes", becomes=kpi, was=None, field=())
    moved = Setting(name="kpis.homes.target", becomes=target, was=Decimal(1200), field=())
    shown = [tell_setting(one, names) for one in (added, moved)]
    assert shown == [
        f"adds the KPI “Homes” with the target 1{GAP}234{GAP}567.50 homes",
        f"changes the target of “Homes” from 1{GAP}200 to 1{GAP}234{GAP}567.50",
    ]


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (999, "999 bytes"),
        (1023, f"1{GAP}023 bytes"),
        (1024, "1 KB"),
        (1024 * 1024 - 1, "1.0 MB"),
        (5 * 1024 * 1024 + 52_429, "5.1 MB"),
        (100_000_000_000, "93.1 GB"),
    ],
)
def test_sizes_of_files(size: int, shown: str) -> None:
    assert show_size(size) == shown
