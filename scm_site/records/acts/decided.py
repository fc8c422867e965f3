"""A sitting of the Advisory Board: what it decided on the topics that lay before it (L1, C5)."""

from dataclasses import dataclass
from typing import Literal

from scm_site.records.acts.act import Act, Names, kind
from scm_site.records.acts.sentences import count, say_act
from scm_site.records.proposal import Decision, Votes

Outcome = Literal[
    "agreed", "agreed in part", "joined with others", "split", "sent back", "parked", "not taken up"
]

#: With these, the topic is on the main branch and is called by the id of its proposal.
AGREED: tuple[Outcome, ...] = ("agreed", "agreed in part", "joined with others", "split")


@dataclass(frozen=True, kw_only=True, slots=True)
class VotesCast:
    """How the board voted on one topic, each member counted once; who stood aside is named beside."""

    for_: int
    against: int
    abstained: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicDecision:
    """What the board decided on one topic: by its id where it agreed, else by the number of its pull request."""

    outcome: Outcome
    proposal: str = ""
    pull_request: int | None = None
    topic: str = ""
    because: str = ""
    votes: VotesCast | None = None
    stood_aside: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_agreed(self) -> bool:
        """Whether the topic was taken up, whole, in part or in another shape."""
        return self.outcome in AGREED

    @property
    def is_outvoted(self) -> bool:
        """Whether at least as many voted against as for; no rule of the board is known by which that is a yes."""
        return self.votes is not None and self.votes.against >= self.votes.for_


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided(Act):
    """One sitting of the board, with all its decisions on topics."""

    decisions: tuple[TopicDecision, ...]

    @property
    def event(self) -> str:
        """The id of the board meeting beside which it stands."""
        return self.meeting

    def make_decision(self, decided: TopicDecision) -> Decision:
        """Give one decision as a proposal tells it."""
        cast = decided.votes
        return Decision(
            on=self.day,
            remarks=(*((decided.because,) if decided.because else ()), *decided.remarks),
            meeting=self.event,
            votes=Votes(
                for_=cast.for_,
                against=cast.against,
                abstained=cast.abstained,
                recused=len(decided.stood_aside),
            )
            if cast
            else None,
        )


@kind(
    "decided",
    "Sitting of the Advisory Board",
    Decided,
    words=("sitting of the board", "sittings of the board"),
    clauses=("L1", "C5"),
    files=("secretariat",),
    rank=4,
)
def DECIDED(act: Decided, _names: Names) -> str:  # noqa: N802 (what is declared is an object)
    """The Advisory Board decides on topics at a meeting, or in writing. One file beside the record of the meeting says
    all that it decided: the topics that it agreed to by their ids, the others by the number of the pull request and in
    the board's words, with the reason, the votes, and which members of the board stood aside.
    """
    return say_act("decided", decisions=count("decision", len(act.decisions)))
