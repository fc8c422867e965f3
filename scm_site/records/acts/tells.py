"""The message to all members that their group ends early, with the reasons (T7, T8)."""

from dataclasses import dataclass

from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import say_act


@dataclass(frozen=True, kw_only=True, slots=True)
class Tells(Act):
    """The message of the end, whether it went to all members, and by which way."""

    to_all_members: bool
    how: str = ""


@kind(
    "tells",
    "Message of the end",
    Tells,
    words=("message of the end", "messages of ends"),
    clauses=("T7", "T8"),
    files=("chair", "co-chair"),
    rank=5,
)
def TELLS(act: Tells, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """Chair or co-chair tell all members why the group ends early, and that it ends within three weeks. The day of
    the act is the day of the message; the duty is met once the act has arrived.
    """
    told = say_act("tells" if act.to_all_members else "tells some")
    return f"{told}, {act.how}" if act.how else told
