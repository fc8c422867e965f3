"""What of an outcome is on the site, day by day: nothing before its publication, every address after it."""

from pathlib import Path

from tests.pages.example_sites import (
    OUTCOMES,
    add,
    change,
    copy_example,
    list_paths,
    make_changed_site,
    read_page,
)

STREET_GUIDE = f"{OUTCOMES}/street-guide/"
HEAT_MAP = f"{OUTCOMES}/heat-map-tool/outcome.md"
TITLE = "Beginning with a street"
OF_TEXT = "Do not begin with the street"
WITHDRAWN = (f"{OUTCOMES}/street-guide/2026-05-01.withdrawn.yml", "because: Its prices were wrong.\n")


def test_nothing_of_an_outcome_is_on_the_site_before_its_publication(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    add(
        root,
        f"{OUTCOMES}/street-guide/2025-06-02.published.yml",
        "identifier: SCM-2025-002\non: 2026-12-01\n",
    )
    site = make_changed_site(root, "2026-05-10")
    assert [path for path in list_paths(site) if "street-guide" in path or "street-handbook" in path] == []
    assert [page.address for page in site.pages if TITLE in page.html or OF_TEXT in page.html] == []
    assert "It is replaced by" not in read_page(site, f"{OUTCOMES}/heat-map-tool/")


def test_an_outcome_that_waits_for_its_day_is_not_said_to_be_in_control(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    add(
        root,
        f"{OUTCOMES}/street-guide/2025-06-02.published.yml",
        "identifier: SCM-2025-002\non: 2026-12-01\n",
    )
    group = read_page(make_changed_site(root, "2026-05-10"), "groups/warm-homes/")
    # The seminar, which was returned, and what tenants said, which is still open.
    assert group.count("its quality control") == 2


def test_what_is_delivered_again_waits_for_its_control_again(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    add(root, f"{OUTCOMES}/owner-seminar/2026-05-05.delivers.yml", 'version: "1.0"\n')
    before, after = make_changed_site(root, "2026-05-04"), make_changed_site(root, "2026-05-10")
    assert "its quality control returned it" in read_page(before, "groups/warm-homes/")
    assert read_page(after, "groups/warm-homes/").count("its quality control is open") == 2


def test_an_outcome_of_two_groups_is_on_the_page_of_both(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    change(root, f"{OUTCOMES}/street-guide/outcome.md", "\nauthors:", "\ngroups: [quiet-streets]\nauthors:")
    site = make_changed_site(root)
    assert TITLE in read_page(site, "groups/quiet-streets/")
    assert ">Quiet streets at night</a>" in read_page(site, STREET_GUIDE)


def test_an_outcome_is_public_from_its_day_on(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    before, after = make_changed_site(root, "2025-06-01"), make_changed_site(root, "2025-06-02")
    assert STREET_GUIDE not in list_paths(before)
    assert {STREET_GUIDE, f"{STREET_GUIDE}fr/", f"{STREET_GUIDE}street-costs.csv"} <= list_paths(after)


def test_the_control_is_open_until_its_day(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    open_, returned = make_changed_site(root, "2026-04-13"), make_changed_site(root, "2026-04-14")
    assert "its quality control is open" in read_page(open_, "groups/warm-homes/")
    assert "its quality control returned it" in read_page(returned, "groups/warm-homes/")


def test_an_outcome_is_offered_until_the_day_of_its_withdrawal(tmp_path: Path) -> None:
    root, address = copy_example(tmp_path), f"{OUTCOMES}/heat-map-tool/"
    before, after = make_changed_site(root, "2025-06-01"), make_changed_site(root, "2025-06-02")
    assert "What it was" in read_page(before, address)
    assert "Withdrawn on" in read_page(after, address)
    assert "What it was" not in read_page(after, address)


def test_a_withdrawn_outcome_keeps_every_address_and_none_of_its_text(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    before = list_paths(make_changed_site(root))
    add(root, *WITHDRAWN)
    after = make_changed_site(root)
    gone = ("street-costs.csv", "cite.bib", "cite.ris", "cite.csl.json")
    former = f"{OUTCOMES}/street-handbook/street-costs.csv"
    assert before - list_paths(after) == {former, *(f"{STREET_GUIDE}{name}" for name in gone)}
    for address in (STREET_GUIDE, f"{STREET_GUIDE}fr/", f"{STREET_GUIDE}el/"):
        html = read_page(after, address)
        assert "Its prices were wrong." in html
        assert len(html) < 2200, address


def test_a_withdrawn_successor_replaces_nothing(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    assert "It is replaced by" in read_page(make_changed_site(root), f"{OUTCOMES}/heat-map-tool/")
    add(root, *WITHDRAWN)
    assert "It is replaced by" not in read_page(make_changed_site(root), f"{OUTCOMES}/heat-map-tool/")
