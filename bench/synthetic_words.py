"""Words for made-up records: varied enough that no two texts are the same, plain enough to read."""

from collections.abc import Sequence
from random import Random

SUBJECTS = (
    "Heat pumps", "Green roofs", "Cargo bicycles", "Shared cars", "Night buses", "Rain gardens", "Solar canopies",
    "Street trees", "School streets", "Repair workshops", "Quiet deliveries", "Open data shelves", "District heating",
    "Cool pavements", "Charging points", "Wood in construction", "Water reuse", "Energy advice", "Parking permits",
    "Flood walls", "Noise maps", "Air sensors", "Local batteries", "Bicycle parking", "Accessible stops",
    "Building passports", "Street lighting", "Waste sorting", "Roof surveys", "Public tenders", "Citizen panels",
    "Home insulation",
)  # fmt: skip
SETTINGS = (
    "for old tenements", "in harbour towns", "around hospitals", "on market squares", "in mountain villages",
    "for small schools", "along tram lines", "in listed houses", "for business parks", "between two rivers",
    "in new suburbs", "near railway stations", "for allotments", "in narrow lanes", "on industrial land",
    "for social housing", "in university districts", "beside ring roads", "for town halls", "in holiday resorts",
    "on steep hills", "for sports grounds", "in garden cities", "around libraries", "for care homes",
    "in border regions", "on islands", "for museums", "in high-rise estates", "along canals", "for night workers",
    "in cold winters",
)  # fmt: skip
#: Town, and the code of its country.
TOWNS = (
    ("Northharbour", "SE"), ("Oakbridge", "FR"), ("Stonevale", "IE"), ("Lemonhill", "GR"), ("Plumford", "PT"),
    ("Birchfield", "FI"), ("Saltmarsh", "NL"), ("Linden Cross", "DE"), ("Ashmouth", "BE"), ("Vinegate", "IT"),
    ("Amberstrand", "LT"), ("Pinewater", "LV"), ("Goldacre", "ES"), ("Millbrook", "AT"), ("Castlemere", "CZ"),
    ("Ravensburn", "PL"), ("Willowstead", "DK"), ("Marble Bay", "HR"), ("Orchard End", "HU"), ("Fogwell", "NO"),
)  # fmt: skip
PEOPLE = (
    "Ada",
    "Bela",
    "Carl",
    "Dana",
    "Emil",
    "Fran",
    "Gita",
    "Hugo",
    "Iris",
    "Jonas",
    "Karin",
    "Luca",
    "Mina",
)
POSTS = (
    "Head of planning", "Energy manager", "Project officer", "Senior researcher", "Deputy mayor", "Traffic engineer",
    "Housing adviser", "Head of procurement", "Data steward", "Architect",
)  # fmt: skip
SENTENCES = (
    "{Town} tried it in {number} streets and kept a list of what went wrong.",
    "The first offers were {number} percent apart, which nobody had expected.",
    "Residents asked about dust, keys and the length of the works, and hardly about the technology.",
    "The officer of {Town} told how the council was won over with one page and one map.",
    "Of {number} letters that went out, about a third were answered within two weeks.",
    "Members from {Town} offered to read the draft on {subject} and to compare it with their own rules.",
    "Two contractors visited the sites and named the three questions that they always hear.",
    "What costs little in {Town} turned out to be dear in {town2}, because of the ground below.",
    "The group agreed to write down every change of plan together with its reason.",
    "A university counted for {number} days and found fewer trips in the morning than planned.",
    "Nobody wanted to begin with the largest site, so the list now starts with the smallest.",
    "The tenants' association of {Town} asked for a version without technical words.",
    "For {subject} {setting}, permits take longer than building; the table shows how long.",
    "An engineer showed {number} photographs in which the same mistake can be seen.",
    "The money for the second year is promised by {town2}, if a neighbour joins.",
    "Everybody preferred short visits on site to long meetings on screens.",
    "The numbers of {Town} are from last winter and will be replaced by those of this one.",
    "Loans were discussed and left to those who give them; the group only lists conditions.",
    "Where people were asked before the plan was drawn, there were {number} objections fewer.",
    "The template for the letter was shortened by half and translated for {town2}.",
)
STEPS = (
    "ask {Town} for the plan of its pipes and cables",
    "compare {number} offers for {subject}",
    "visit one site in {Town} before the summer",
    "write two pages on what the law of each country allows",
    "invite a housing association from {Town}",
    "count the visitors on {number} days in spring",
    "collect the forms that each town uses",
    "send the table to all members before the next meeting",
)
HEADINGS = (
    "What was tried", "What we heard", "Numbers so far", "Questions that are open", "Next steps", "Where it is hard",
    "What towns need", "A visit on site", "Who takes part", "Costs and time", "What others do", "Lessons",
)  # fmt: skip


class Writer:
    """Writes texts on one topic; the same seed gives the same texts."""

    def __init__(self, seed: str, subject: str = "", setting: str = "") -> None:
        self.random = Random(seed)
        self.subject = subject.lower() or "the topic"
        self.setting = setting

    def pick(self, choices: Sequence[str]) -> str:
        """Choose one text and fill it in."""
        town, town2 = self.random.sample(TOWNS, 2)
        text = self.random.choice(choices)
        return text.format(
            Town=town[0],
            town2=town2[0],
            number=self.random.randint(3, 60),
            subject=self.subject,
            setting=self.setting,
        )

    def write_sentences(self, count: int) -> str:
        """Write sentences in a row."""
        return " ".join(self.pick(SENTENCES) for _ in range(count))

    def write_line(self) -> str:
        """Write a step as a sentence of its own."""
        step = self.pick(STEPS)
        return f"{step[0].upper()}{step[1:]}"

    def write_text(self, sections: int, link: tuple[str, str] | None = None) -> str:
        """Write Markdown: sections with paragraphs, one list, and a link to another record."""
        parts = []
        for heading in self.random.sample(HEADINGS, sections):
            parts += [f"## {heading}", self.write_sentences(3), self.write_sentences(2)]
        parts += ["\n".join(f"- {self.write_line()}" for _ in range(3))]
        if link:
            parts.append(
                f"More on this stands in [{link[0]}]({link[1]}), and {self.pick(STEPS)} comes after it."
            )
        return "\n\n".join(parts) + "\n"
