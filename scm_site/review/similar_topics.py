"""Proposals and groups that are about the same as a new proposal, so that two do not work on one thing unknowingly."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scm_site.records.group import Group
from scm_site.records.proposal import Proposal
from scm_site.records.register import Register
from scm_site.records.unknown import known

#: From this likeness on (0 is nothing in common, 1 the same words) people should look at both.
ALIKE = 0.3
MOST = 3
WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, kw_only=True, slots=True)
class SimilarTopic:
    """A proposal or group that is about the same, and how much alike the words are, from 0 to 1."""

    record: Proposal | Group
    likeness: float


def find_similar_topics(proposal: Proposal, register: Register) -> list[SimilarTopic]:
    """Give what is most like a proposal, the most alike first; a topic that became a group stands for it as the group.

    The likeness is the cosine of the words of title, challenge and objectives; words that many records use count less.
    """
    others: list[Proposal | Group] = [*list_proposals(proposal, register)]
    others += [dossier.group for dossier in register.dossiers]
    words = [Counter(list_words(record)) for record in (proposal, *others)]
    weights = weigh(words)
    wanted = words[0]
    found = [
        SimilarTopic(record=other, likeness=round(compare(wanted, one, weights), 2))
        for other, one in zip(others, words[1:], strict=True)
    ]
    return sorted((one for one in found if one.likeness >= ALIKE), key=lambda one: -one.likeness)[:MOST]


def list_proposals(proposal: Proposal, register: Register) -> Iterator[Proposal]:
    """Give the other proposals that became no group and were not withdrawn."""
    for other in register.proposals:
        if other.id != proposal.id and not other.withdrawn and register.find_group_of(other.id) is None:
            yield other


def list_words(record: Proposal | Group) -> Iterator[str]:
    """Give the words by which topics are compared; beginnings alone, so that `home` and `homes` are one."""
    texts = (record.title, known(record.challenge) or "", *(known(record.objectives) or ()), *record.themes)
    return (found[0].casefold()[:6] for text in texts for found in WORD.finditer(text))


def weigh(words: list[Counter[str]]) -> Mapping[str, float]:
    """Give each word's weight: the fewer records use it, the more it tells (inverse document frequency)."""
    used = Counter(word for one in words for word in one)
    return {word: math.log((1 + len(words)) / count) for word, count in used.items()}


def compare(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    """Give the cosine of two sets of weighted words."""
    shared = sum(one[word] * other[word] * weights[word] ** 2 for word in one.keys() & other.keys())
    lengths = [
        math.sqrt(sum((count * weights[word]) ** 2 for word, count in words.items()))
        for words in (one, other)
    ]
    return shared / (lengths[0] * lengths[1]) if all(lengths) else 0.0
