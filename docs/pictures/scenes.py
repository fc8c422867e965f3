"""The pictures of the guides, one scene each, in the order of the guides."""

from playwright.sync_api import Page

from docs.pictures.guide_scenes import Scene

GROUP = "group=warm-homes"
COOL_SCHOOLS = {
    "title": "Schools that stay cool in summer",
    "challenge": "In July, classrooms under flat roofs are warmer than the street. Cities plan new roofs, but do not "
    "know which measure helps first and what it costs.",
    "what": "A guide that tells which measure helps first in which kind of school.",
    "duration_months": "18",
    "organisation": "City of Northharbour",
    "text": "Five cities measured their classrooms last summer, and each found something else. Together we would "
    "compare the measurements, try three measures in one school each, and write down what "
    "they cost and what pupils say.",
}


def fill_in_a_proposal(page: Page, *, leave_out: str = "") -> None:
    """Fill in every field of the proposal's form that is needed, but one; then let it be checked."""
    for name, text in COOL_SCHOOLS.items():
        if name != leave_out:
            own = f"[data-name={name}]:not([data-name=proposed_chair] *)"
            page.locator(f"{own} :is(input, textarea)").fill(text)
    page.locator("[data-name=objectives] li :is(input, textarea)").fill(
        "Measures that five schools have tried"
    )
    for name, choice in (("kind", "Focus"), ("format", "Report"), ("type", "City"), ("country", "Sweden")):
        page.locator(f"[data-name={name}] select").select_option(label=choice)
    page.get_by_label("Built environment").check()
    for answer in page.locator("[data-name=declarations]").get_by_label("Yes").all():
        answer.check()
    page.get_by_role("button", name="Check my answers").click()


def forget_the_duration(page: Page) -> None:
    """Fill in everything but the duration."""
    fill_in_a_proposal(page, leave_out="duration_months")


def wait_for_the_group(page: Page) -> None:
    """Wait until the form has what the register knows of the group."""
    page.locator("[data-form-told]:not(:empty)").wait_for()


SCENES = (
    Scene(
        name="propose-start.png",
        address="propose/form/",
        parts="main h1, main .scm-lead, .scm-notice, [data-form-fields] > [data-name=title]",
    ),
    Scene(
        name="propose-mend.png",
        address="propose/form/",
        parts="[data-form-summary]",
        prepare=forget_the_duration,
    ),
    Scene(
        name="propose-ready.png",
        address="propose/form/",
        parts="[data-form-done] > :is(h2, p, ol, h3):not(ol ~ *)",
        prepare=fill_in_a_proposal,
    ),
    Scene(
        name="chair-next.png",
        address="groups/warm-homes/#compliance",
        parts="#duties-now-caption, [aria-labelledby=duties-now-caption] tbody tr:nth-child(-n+3)",
    ),
    Scene(
        name="chair-meeting.png",
        address=f"file/agenda/?{GROUP}&meeting=2026-06-18-handing-over",
        parts="[data-form-told], [data-meeting-part], [data-form-fields] > :is([data-name=day], [data-name=items])",
        prepare=wait_for_the_group,
    ),
    Scene(
        name="co-chair-due.png",
        address="compliance/?role=co-chair",
        parts=".scm-filter--choices, .scm-filter-count, #attention, #attention + div > .scm-open > li:nth-child(-n+4)",
    ),
    Scene(
        name="co-chair-update.png",
        address=f"file/status-update/?{GROUP}&id=2026-05",
        parts=".scm-form__field:has(#form-group), [data-form-told], "
        "[data-form-fields] > :is([data-name=date], [data-name=summary])",
        prepare=wait_for_the_group,
    ),
    Scene(
        name="board-waiting.png",
        address="waiting/",
        parts="#waiting-caption, main tbody tr:nth-child(-n+3)",
    ),
    Scene(
        name="board-remarks.png",
        address="groups/warm-homes/#board-remarks",
        parts="#board-remarks, #board-remarks + p, #board-remarks + p + ul",
    ),
    Scene(
        name="secretariat-outcome.png",
        address="groups/warm-homes/outcomes/street-guide/",
        parts="#about + dl > div:nth-child(n+7):nth-child(-n+13)",
    ),
    Scene(
        name="secretariat-waiver.png",
        address=f"file/waives/?{GROUP}&duty=minutes",
        parts="[data-form-told], [data-name=duty], [data-name=because], [data-name=first_day]",
        prepare=wait_for_the_group,
    ),
    Scene(
        name="maintain-approvals.png",
        address="approvals/",
        parts="#to-explain, #to-explain + p, #to-explain + p + ul > li:first-child",
    ),
    Scene(
        name="maintain-rule.png",
        address="rules/G014/",
        parts="main article > :is(h1, h1 ~ *):not(h2:nth-of-type(n+3), h2:nth-of-type(n+3) ~ *)",
    ),
)
