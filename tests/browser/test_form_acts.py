"""Forms for acts: what an act will do is said as the register says it, and it begins from what holds."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from scm_site.filing.forms.form_kinds import FORM_OF_KIND
from scm_site.pipeline import check
from scm_site.records.acts.kinds import ACT_KINDS
from tests.browser.form_act_answers import HELD_CHALLENGE, HELD_OBJECTIVES, HELD_OUTCOME, HELD_TITLE
from tests.browser.form_filings import FILINGS
from tests.browser.form_page import (
    check_with,
    fill_field,
    fill_form,
    judge,
    open_form,
    take_file,
    wait_for_form,
)
from tests.browser.pages_in_browser import LOOKS, find_axe_violations, find_overflow, open_page

pytestmark = pytest.mark.browser

Data = dict[str, Any]
DAY = "2026-05-20"
FOLDER = "content/groups/warm-homes/acts"
EXTENSION = "2026-03-12-six-more-months.amends"

#: The file of each act, and what its form says of it.
TELL_ALL = """async (acts) => {
  const folder = document.querySelector("script[type=module][src*=forms]").src.replace(/[^/]*$/u, "");
  const [{ tellAct }, { writeFile }, { chosen }] = await Promise.all(
    ["telling.js", "yaml.js", "page.js"].map((name) => import(folder + name)));
  return acts.map(([kind, act]) => [writeFile(act, false), tellAct(kind, act, chosen.facts.acts.names)]);
}"""


def change(becomes: Any, instead_of: Any) -> Data:
    """Give what something becomes, and what it replaces."""
    return {"becomes": becomes, "instead_of": instead_of}


def amend(**changes: Any) -> tuple[str, Data]:
    """Give an amendment, agreed to unless it says otherwise."""
    both = {"secretariat": {"day": DAY, "by": "alma"}, "group": {"day": DAY, "by": "All members, in writing"}}
    agreed = {} if "not_agreed" in changes else {"agreed": both}
    return "amends", {"because": "It takes longer than we thought.", **changes, **agreed}


def replan(**changes: Any) -> tuple[str, Data]:
    """Give a change of the work programme."""
    return "replans", {"because": "It takes longer than we thought.", "agreed": DAY, **changes}


def correct(of: str, **changes: Any) -> tuple[str, Data]:
    """Give a correction."""
    return "corrects", {"of": of, "because": "A slip.", "source": "Letter of the Secretariat", **changes}


END, MILESTONE = "2027-01-15", {"id": "proof", "title": "Proofs read", "due": "2026-07-01"}
KPI = {"id": "letters", "name": "Letters sent", "unit": "letters", "target": 1234567.5}
EXAMPLES = (
    *(amend(end=change(end, END)) for end in ("2027-07-15", "2027-02-15", "2027-01-16", "2027-03-01")),
    *(amend(end=change(end, END)) for end in ("2026-12-15", "2027-01-14", "2026-11-30")),
    amend(title=change("Warm streets", HELD_TITLE), terms_of_reference=change("focus-2", "focus-1")),
    amend(challenge=change("Homes lose heat.\nNobody goes first.", HELD_CHALLENGE)),
    amend(objectives=change([*HELD_OBJECTIVES[:2], "Six cities that have tried it"], HELD_OBJECTIVES)),
    amend(objectives=change(HELD_OBJECTIVES[:2], HELD_OBJECTIVES)),
    amend(objectives=change([*HELD_OBJECTIVES, "A map of the streets"], HELD_OBJECTIVES)),
    amend(objectives=change(HELD_OBJECTIVES[::-1], HELD_OBJECTIVES)),
    amend(wording="The group also looks at schools."),
    amend(end=change("2027-07-15", END), not_agreed={"day": DAY, "by": "Four members against three"}),
    replan(final_outcome={"due": change("2026-12-01", "2026-06-15"), "title": change("A", HELD_OUTCOME)}),
    replan(milestones={"moved": [{"id": "final-draft", **change("2026-10-01", "2026-06-01")}]}),
    replan(milestones={"added": [MILESTONE], "dropped": [{"id": "trials", "because": "No city could."}]}),
    replan(kpis={"added": [KPI], "retargeted": [{"id": "homes", **change(1300.5, 1200)}]}),
    replan(kpis={"retargeted": [{"id": "homes", **change(0.00000025, -1200)}]}),
    replan(kpis={"dropped": [{"id": "cities", "because": "It was counted twice."}]}),
    correct("launch", launch=change("2025-01-14", "2025-01-15")),
    correct("work-programme", kpis={"retargeted": [{"id": "homes", **change(120, 1200)}]}),
    correct(EXTENSION, end=change("2027-01-31", END)),
    correct("launch", facts=[{"id": "members.m6.first_day", **change("2025-02-03", "2025-01-15")}]),
    correct(
        "2025-10-27.hands-over", facts=[{"id": "person.charter.version", **change("charter-2", "charter-1")}]
    ),
    ("takes-back", {"act": EXTENSION, "because": "It was filed twice."}),
)


def test_the_form_says_of_an_act_what_the_register_says(
    browser: Browser, example_home: str, tmp_path: Path
) -> None:
    with open_form(browser, f"{example_home}file/amends/?group=warm-homes") as opened:
        told = opened.page.evaluate(TELL_ALL, EXAMPLES)
    paths = [f"{FOLDER}/{DAY}-{number}.{kind}.yml" for number, (kind, _) in enumerate(EXAMPLES)]
    check_with(tmp_path / "register", paths[0], told[0][0])
    for path, (text, _) in zip(paths, told, strict=True):
        (tmp_path / "register" / path).write_text(text, encoding="utf-8")
    dossier = check(tmp_path / "register").register.find_dossier("warm-homes")
    in_register = {act.file.path: dossier.held.tell(act) for act in dossier.acts}
    assert {path: in_register.get(path) for path in paths} == dict(
        zip(paths, (sentence for _, sentence in told), strict=True)
    )


#: What the forms of some acts begin with, before anything is answered; where there is an old value, they say it.
OPENINGS = {
    "amends": "extends the group by …, from 15 January 2027 to …",
    "moved": "moves the meeting from 18 June 2026 to …",
    "pauses": "lets the group pause from 20 May 2026 to …",
    "hands-over": "hands over the office of … from … to …, from 20 May 2026.",
    "takes-back": "takes back the act …",
}


def test_the_first_screen_of_each_form_says_what_the_act_will_do(browser: Browser, example_home: str) -> None:
    """In one sentence, on a phone; once it is whole, it is that of the register (`test_forms.py`)."""
    told = {}
    with open_page(browser, example_home, LOOKS[0], fresh=True) as opened:
        page = opened.page
        page.set_viewport_size({"width": 390, "height": 844})
        page.clock.set_fixed_time(f"{DAY}T12:00:00Z")
        for kind in (kind for kind in ACT_KINDS if kind in FORM_OF_KIND):
            filing = FILINGS.get(kind)
            page.goto(example_home + (filing.address if filing else FORM_OF_KIND[kind].address))
            wait_for_form(page)
            place = page.locator("[data-form-tells]")
            box = place.bounding_box()
            assert box is not None, kind
            assert box["y"] + box["height"] <= 844, kind
            told[kind] = place.inner_text()
    assert {kind for kind, words in told.items() if not words.startswith("What it does: ")} == set()
    assert {kind: told[kind].removeprefix("What it does: ") for kind in OPENINGS} == OPENINGS


def test_whoever_holds_an_office_hands_it_over(browser: Browser, example_home: str) -> None:
    """The form fills in who holds the office that is chosen; somebody else who is chosen stays."""
    with open_form(browser, f"{example_home}file/hands-over/?group=warm-homes&role=co-chair") as opened:
        page = opened.page
        role, who = (page.locator(f"[data-name={name}] select").first for name in ("role", "from"))
        expect(role).to_have_value("co-chair")
        expect(who).to_have_value("m3")
        role.select_option("chair")
        expect(who).to_have_value("m2")
        who.select_option("m8")
        role.select_option("co-chair")
        expect(who).to_have_value("m8")


def test_a_group_is_extended_on_a_phone(browser: Browser, example_home: str, tmp_path: Path) -> None:
    """Nine hand moves: the link, the reason, the end, four answers on who agreed, the check, and the forge's page."""
    with open_page(browser, f"{example_home}groups/warm-homes/", LOOKS[0], fresh=True) as opened:
        page = opened.page
        page.clock.set_fixed_time(f"{DAY}T12:00:00Z")
        page.get_by_role("link", name="Extend", exact=True).click()
        wait_for_form(page)
        end = page.get_by_role("group", name=re.compile("^End"))
        expect(end.get_by_label("Instead of")).to_have_text("15 January 2027")
        expect(page.get_by_label("Day", exact=True).first).to_have_value(DAY)
        page.get_by_label("Because").fill("Two cities joined late and need six more months for their trials.")
        end.get_by_label("Becomes").fill("2027-07-15")
        expect(page.locator("[data-form-tells]")).to_have_text(
            "What it does: extends the group by 6 months, from 15 January 2027 to 15 July 2027."
        )
        for name, day, who in (("Secretariat", "2026-05-12", "alma"), ("Group", "2026-05-10", "")):
            part = page.get_by_role("group", name=name, exact=True)
            part.get_by_label("Day").fill(day)
            by = part.get_by_label("By")
            by.select_option(who) if who else by.fill("All members, at the meeting of 10 May 2026")
        made = take_file(page)
        assert find_axe_violations(page) == []
        assert find_overflow(page) == []
        link = page.get_by_role("link", name="Propose it on GitHub").get_attribute("href") or ""
        assert opened.complaints == []
    assert {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()} == {
        "filename": made.path,
        "value": made.text,
    }
    assert made.path == f"{FOLDER}/{DAY}.amends.yml"
    checked = check_with(tmp_path / "register", made.path, made.text)
    assert not checked.findings
    assert str(checked.register.find_dossier("warm-homes").group.end) == "2027-07-15"


#: From the group's page: the link, what is answered, and what holds then.
WALKS = (
    (
        "Change the plan",
        (
            ("because", "The meters came two months late, and so will the readings."),
            ("moved", ""),
            ("moved id", "final-draft"),
            ("moved becomes", "2026-10-01"),
            ("agreed", "2026-05-12"),
        ),
        "moves the milestone “Draft of the final guide agreed” from 1 June 2026 to 1 October 2026",
    ),
    (
        "Correct it: amendment",
        (
            ("because", "The letter says the last day of January; it was a slip of the pen."),
            ("source", "Letter of the Secretariat of 12 March 2026"),
            ("end becomes", "2027-01-31"),
        ),
        f"puts right what was written in the act {EXTENSION}: extends the group by 16 days, from 15 January 2027 to "
        "31 January 2027",
    ),
    (
        "Take it back: amendment",
        (("because", "It was filed twice, once by the chair and once by the co-chair."),),
        f"takes back the act {EXTENSION}",
    ),
)


def test_the_other_acts_take_few_moves(browser: Browser, example_home: str, tmp_path: Path) -> None:
    """With the link, the check and the forge's page, these are eight, six and four hand moves."""
    with open_page(browser, f"{example_home}groups/warm-homes/", LOOKS[0], fresh=True) as opened:
        page = opened.page
        page.clock.set_fixed_time(f"{DAY}T12:00:00Z")
        for link, moves, told in WALKS:
            page.goto(f"{example_home}groups/warm-homes/")
            page.get_by_role("link", name=re.compile(f"^{link}")).click()
            wait_for_form(page)
            for names, answer in moves:
                move(page, names, answer)
            made = take_file(page)
            assert find_axe_violations(page) == []
            assert find_overflow(page) == []
            expect(page.locator("[data-form-tells]")).to_have_text(f"What it does: {told}.")
            checked = check_with(tmp_path / "register", made.path, made.text)
            assert [one for one in checked.findings if one.place.path == made.path] == []
            held = checked.register.find_dossier("warm-homes").held
            assert told in {held.tell(act) for act in checked.register.find_dossier("warm-homes").acts}
        assert opened.complaints == []


def move(page: Page, names: str, answer: str) -> None:
    """Answer one field by the names on the way to it; without an answer, add an item to a list."""
    place = page.locator(" ".join(f"[data-name={name}]" for name in names.split())).first
    if answer:
        fill_field(place, answer)
    else:
        place.locator(":scope > [data-add]").click()


def test_nothing_is_said_of_what_was_left_as_it_holds(browser: Browser, example_home: str) -> None:
    """A title, a challenge and objectives begin as they hold."""
    with open_form(browser, f"{example_home}file/amends/?group=warm-homes") as opened:
        page = opened.page
        fill_form(page, {"day": "2026-03-12", "because": "The title was too long for a poster."})
        titles = page.locator("[data-name=title] [data-name=becomes] :is(input, textarea)")
        expect(titles.first).to_have_value(HELD_TITLE)
        assert read(page) == {"because"}
        page.get_by_label("Day", exact=True).first.fill("")
        assert [one["message"] for one in judge(page)["problems"] if one["path"] == ["day"]] == [
            "“Day” is missing"
        ]
        titles.first.fill("Warm streets")
        assert read(page) == {"because", "title"}
        fill_form(page, {"end": {"becomes": "2026-06-17"}})
        warned = [one["message"] for one in judge(page)["problems"] if one["path"] == ["end", "becomes"]]
        assert (
            "the meeting “Handing over the final guide” is on 18 June 2026, after the group's last day 2026-06-17"
            in warned
        )
        fill_form(page, {"end": {"becomes": ""}})
        titles.first.fill("")
        expect(titles.first).to_have_value("")
        assert read(page) == {"because"}


def read(page: Page) -> set[str]:
    """Give which fields the file would have."""
    return set(judge(page)["data"])


def test_a_correction_asks_for_what_was_said(browser: Browser, example_home: str) -> None:
    """Of an act only what it had set is corrected, and it says what that was."""
    with open_form(browser, f"{example_home}file/corrects/?group=warm-homes&of={EXTENSION}") as opened:
        page = opened.page
        asked = page.locator("[data-form-fields] > [data-shape=group]:visible > legend")
        assert [words.split(" (")[0] for words in asked.all_inner_texts()] == ["End"]
        expect(page.get_by_label("Instead of").locator("visible=true")).to_have_text("15 January 2027")
        page.locator("[data-name=end] [data-name=becomes] input").fill("2027-01-31")
        page.locator("[data-name=of] select").select_option("launch")
        expect(page.locator("[data-name=end] output")).to_have_text("15 July 2026")
        page.locator("[data-name=of] select").select_option("work-programme")
        assert page.locator("[data-name=end]").is_hidden()
        assert read(page) == {"of"}
        page.locator("[data-name=moved] > [data-add]").click()
        page.locator("[data-name=moved] [data-name=id] select").select_option("trials")
        expect(page.locator("[data-name=moved] output")).to_have_text("31 October 2025")


def test_a_correction_of_members_asks_for_what_the_record_tells_of_them(
    browser: Browser, example_home: str, tmp_path: Path
) -> None:
    """The facts are those of the chosen record or act, each with what was written."""
    address = f"{example_home}file/corrects/?group=warm-homes&of=2025-09-30.leaves"
    with open_form(browser, address, fresh=True) as opened:
        page = opened.page
        page.clock.set_fixed_time(f"{DAY}T12:00:00Z")
        facts = page.locator("[data-name=facts]").first
        facts.locator("> [data-add]").click()
        which = facts.locator("[data-name=id] select")
        assert which.locator("option:not([disabled]):not([value=''])").all_inner_texts() == ["The last day"]
        page.locator("[data-name=of] select").select_option("launch")
        which.select_option("members.m6.first_day")
        expect(facts.locator("output")).to_have_text("15 January 2025")
        facts.locator("[data-name=becomes] input").fill("2025-02-03")
        page.get_by_label("Because").fill(
            "The town sent somebody in February, as its letter says; January was a slip."
        )
        page.get_by_label("Source").fill("Letter of the Town of Stonevale")
        expect(page.locator("[data-form-tells]")).to_have_text(
            "What it does: puts right what was written in the record of the group: "
            "participant m6: the first day was 3 February 2025, not 15 January 2025."
        )
        made = take_file(page)
        assert opened.complaints == []
    checked = check_with(tmp_path / "register", made.path, made.text)
    assert [finding for finding in checked.findings if finding.place.path == made.path] == []


#: Of a plan, and of an act beside it: what is chosen, the fact, what was written, how it was, and what the form says.
OF_MEETINGS = {
    "plan": (
        ("2026-06-18-handing-over/meeting", "date", "18 June 2026", "2026-06-17"),
        "puts right what was written in the plan of the meeting: the day of the meeting was 17 June 2026, "
        "not 18 June 2026",
    ),
    "act": (
        ("2025-09-25-trials/2025-10-17.minutes", "day", "17 October 2025", "2025-10-16"),
        "puts right what was written in the act 2025-10-17.minutes: the day was 16 October 2025, not 17 October 2025",
    ),
}


@pytest.mark.parametrize("case", OF_MEETINGS)
def test_a_correction_of_a_meeting_lies_in_its_folder(
    browser: Browser, example_home: str, tmp_path: Path, case: str
) -> None:
    (of, fact, was, becomes), told = OF_MEETINGS[case]
    meeting, _, name = of.partition("/")
    address = f"{example_home}file/corrects/?group=warm-homes&of={of}"
    with open_form(browser, address) as opened:
        page = opened.page
        page.locator("#f-day").fill(DAY)
        facts = page.locator("[data-name=facts]").first
        facts.locator("> [data-add]").click()
        facts.locator("[data-name=id] select").select_option(fact)
        expect(facts.locator("output")).to_have_text(was)
        facts.locator("[data-name=becomes] input").fill(becomes)
        page.get_by_label("Because").fill("The invitation has the right day; here it was typed wrongly.")
        page.get_by_label("Source").fill("Invitation as it was sent to the members")
        expect(page.locator("[data-form-tells]")).to_have_text(f"What it does: {told}.")
        made = take_file(page)
        assert opened.complaints == []
    assert made.path == f"content/groups/warm-homes/meetings/{meeting}/{DAY}.corrects.yml"
    assert yaml.safe_load(made.text)["of"] == name
    checked = check_with(tmp_path / "register", made.path, made.text)
    assert [finding for finding in checked.findings if finding.place.path == made.path] == []


def test_an_act_of_a_meeting_is_taken_back_beside_it(
    browser: Browser, example_home: str, tmp_path: Path
) -> None:
    address = f"{example_home}file/takes-back/?group=warm-homes&act=2025-09-25-trials/2025-09-15.moved"
    with open_form(browser, address) as opened:
        page = opened.page
        page.locator("#f-day").fill(DAY)
        page.get_by_label("Because").fill("It was filed for this meeting, and another one was meant by it.")
        expect(page.locator("[data-form-tells]")).to_contain_text("2025-09-15.moved")
        made = take_file(page)
        assert opened.complaints == []
    assert made.path == f"content/groups/warm-homes/meetings/2025-09-25-trials/{DAY}.takes-back.yml"
    assert yaml.safe_load(made.text)["act"] == "2025-09-15.moved"
    checked = check_with(tmp_path / "register", made.path, made.text)
    assert [finding for finding in checked.findings if finding.place.path == made.path] == []
