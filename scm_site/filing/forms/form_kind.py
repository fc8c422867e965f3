"""What a form is: what it is for, who fills it in, and which of the fields it asks for."""

from dataclasses import dataclass

from scm_site.reading import MEETING_ACTS, OUTCOME_ACTS
from scm_site.records.acts.kinds import ACT_KINDS

#: Fields that only editors fill in; no form asks for them.
FOR_EDITORS = frozenset({"origin", "sources", "inferred", "former_ids", "after"})


@dataclass(frozen=True, kw_only=True, slots=True)
class FormKind:
    """A form: its place on the site, who fills it in, and what stands at once, though it may be left out.

    `hidden` are fields that it does not ask for, `folded` such as have a fold of their own; `choices` say from which
    list of the register a field is chosen, by the names of the fields on the way to it; `today` are days that are today
    unless somebody says otherwise; of two fields in `either`, one is answered. Of an act, `day` says which day is its
    day, and `opening` with which sentence its form begins, where that is not the one of its kind, and the name of what
    it replaces, if it replaces anything.
    """

    kind: str
    title: str
    who: str
    lead: str
    asked: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()
    choices: tuple[tuple[str, str], ...] = ()
    today: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    day: str = "The day on which it was done."
    opening: tuple[str, str] | None = None

    @property
    def address(self) -> str:
        """Where the form stands on the site."""
        return "propose/form/" if self.kind == "proposal" else f"file/{self.kind}/"

    @property
    def is_act(self) -> bool:
        """Whether it makes an act, whose day stands in the name of its file alone."""
        return self.kind in ACT_KINDS

    @property
    def beside(self) -> str:
        """What stands beside what it makes, and is chosen first: the plan of a `meeting`, or an `outcome`; else ""."""
        if self.kind in OUTCOME_ACTS:
            return "outcome"
        return "meeting" if self.kind in MEETING_ACTS else ""

    @property
    def begins(self) -> tuple[str, str]:
        """The sentence with which the form of an act begins, and the name of what it replaces, or ""."""
        return self.opening or (self.kind.replace("-", " ") if self.is_act else "", "")

    def find_choices(self, path: str) -> str:
        """Give the list of the register from which a field is chosen, or ""."""
        return dict(self.choices).get(path, "")
