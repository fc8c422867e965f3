"""The forms for what happens to an outcome; the outcome is chosen first."""

from scm_site.filing.forms.form_kind import FormKind

OUTCOME_FORMS = (
    FormKind(
        kind="delivers",
        title="Deliver a version of an outcome",
        who="chair and co-chair",
        lead="A version goes to the Secretariat: the first one, or the next one after it was returned.",
        asked=("changes",),
        day="The day on which the Secretariat got it.",
    ),
    FormKind(
        kind="controlled",
        title="Control the quality of an outcome",
        who="the Secretariat",
        lead="It passes, or goes back to the group with remarks.",
        opening=("controlled", ""),
        asked=("checked", "remarks"),
        choices=(("by", "secretariat"),),
        day="The day of the control.",
    ),
    FormKind(
        kind="published",
        title="Publish an outcome",
        who="the Secretariat",
        lead="What passed the control becomes public, at once or on a later day, with its number.",
        asked=("identifier", "on", "note"),
        day="The day on which it was decided; it becomes public on it, unless you name a later one.",
    ),
    FormKind(
        kind="shown",
        title="File that an outcome was presented",
        who="chair and co-chair",
        lead="The event of the Smart Cities Marketplace at which it was presented.",
        choices=(("at", "events"),),
        day="The day on which it was presented.",
    ),
    FormKind(
        kind="new-version",
        title="Bring a new version of an outcome",
        who="chair and co-chair",
        lead="Its text or its files say something else from now on. Readers see the number and what changed.",
        choices=(("language", "languages"),),
        day="The day of the new version.",
    ),
    FormKind(
        kind="replaces",
        title="Let an outcome take the place of others",
        who="chair and co-chair",
        lead="The pages of the earlier ones stay, and lead to this one.",
        choices=(("outcomes", "outcomes"),),
    ),
    FormKind(
        kind="withdrawn",
        title="Withdraw an outcome",
        who="the Secretariat",
        lead="It does not stand any more. Its page says so, with the reason.",
        day="The day from which it does not stand any more.",
    ),
)
