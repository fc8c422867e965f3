"""Walks on a phone: where somebody begins, what they answer, the one file that comes of it, and what is seen."""

from dataclasses import dataclass
from typing import Any

Data = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Walk:
    """From a page by its link to a form; `path` and `text` are the file, `tells` the sentence of form, review and log.

    Once the file is merged, `shown` are words by the page on which they stand, `rows` is what the data says, by the
    data set and the row's id, and `standings` are states, by group, duty and period.
    """

    group: str
    start: str
    link: str
    answers: Data
    path: str
    text: str
    tells: str
    shown: dict[str, str]
    rows: dict[tuple[str, str], Data]
    standings: dict[tuple[str, str, str], str]


WALKS = {
    "a chair without a successor": Walk(
        group="one-map-below",
        start="groups/one-map-below/",
        link="New chair or co-chair",
        answers={
            "role": "chair",
            "last_day": "2026-05-20",
            "because": "She moves to another city at the end of the week. Nobody could be asked yet.",
        },
        path="content/groups/one-map-below/acts/2026-05-20.hands-over.yml",
        text="""\
role: chair
from: m1
last_day: 2026-05-20
because: She moves to another city at the end of the week. Nobody could be asked yet.
""",
        tells="leaves the office of chair vacant: the last day of chair m1 is 20 May 2026",
        shown={
            "groups/one-map-below/": "Chair Vacant since 21 May 2026 Say who comes",
            "compliance/": "One map of what lies under the street: chair, vacant since 21 May 2026. Say who comes",
        },
        rows={
            ("groups", "one-map-below"): {
                "chairs": [],
                "vacant": [{"role": "chair", "since": "2026-05-21", "acting": []}],
            }
        },
        standings={("one-map-below", "open-office", "chair-2026-05-21"): "not yet due"},
    ),
    "a co-chair who leaves at once": Walk(
        group="sponge-squares",
        start="groups/sponge-squares/",
        link="Somebody leaves",
        answers={"member": "m2", "last_day": "2026-05-19", "because": "She left the Secretariat yesterday."},
        path="content/groups/sponge-squares/acts/2026-05-20.leaves.yml",
        text="""\
member: m2
last_day: 2026-05-19
because: She left the Secretariat yesterday.
""",
        tells="ends the time of co-chair m2 in the group, with 19 May 2026 as the last day",
        shown={
            "groups/sponge-squares/": "Co-chair Vacant since 20 May 2026 Say who comes",
            "compliance/": "Squares that drink rain: co-chair, vacant since 20 May 2026. Say who comes",
        },
        rows={
            ("groups", "sponge-squares"): {
                "co_chairs": [],
                "vacant": [{"role": "co-chair", "since": "2026-05-20", "acting": []}],
            }
        },
        standings={("sponge-squares", "open-office", "co-chair-2026-05-20"): "not yet due"},
    ),
    "a paused group": Walk(
        group="freight-bikes",
        start="compliance/",
        link="Pause: The last mile on freight bikes",
        answers={
            "first_day": "2026-05-21",
            "until": "2026-07-19",
            "because": "Both carriers have no driver to spare before the summer, so that nobody can count.",
        },
        path="content/groups/freight-bikes/acts/2026-05-20.pauses.yml",
        text="""\
until: 2026-07-19
first_day: 2026-05-21
because: "Both carriers have no driver to spare before the summer, so that nobody can count."
""",
        tells="lets the group pause from 21 May 2026 to 19 July 2026",
        shown={
            "groups/freight-bikes/": "Paused. It pauses until 19 July 2026. End the pause",
            "compliance/": "The last mile on freight bikes Paused",
        },
        rows={("groups", "freight-bikes"): {"state": "paused"}},
        standings={
            ("freight-bikes", "status-update", "2026-06"): "not applicable",
            ("freight-bikes", "open-office", "co-chair-2026-05-18"): "not applicable",
        },
    ),
    "a KPI added in the second year": Walk(
        group="warm-homes",
        start="groups/warm-homes/",
        link="Change the plan",
        answers={
            "because": "The cities ask how many owners were reached before a street was begun.",
            "kpis": {
                "added": [
                    {
                        "name": "Owners reached",
                        "unit": "owners",
                        "baseline": 0,
                        "target": 400,
                        "better": "more",
                    }
                ]
            },
            "agreed": "2026-05-19",
        },
        path="content/groups/warm-homes/acts/2026-05-20.replans.yml",
        text="""\
because: The cities ask how many owners were reached before a street was begun.
kpis:
  added:
    - id: owners-reached
      name: Owners reached
      unit: owners
      baseline: 0
      target: 400
      better: more
agreed: 2026-05-19
""",
        tells="adds the KPI “Owners reached” with the target 400 owners",
        shown={
            "groups/warm-homes/": "Owners reached Target: 400 owners (more is better); at the start: 0 No reading yet",
            "compliance/": "Warm homes, street by street Active",
        },
        rows={
            ("acts", "warm-homes/2026-05-20.replans"): {
                "changes": [{"name": "kpis.owners-reached", "was": None, "becomes": "Owners reached"}]
            }
        },
        # Reports of the time before are as good as they were.
        standings={("warm-homes", "status-update", "2026-03"): "met"},
    ),
    "a joint meeting": Walk(
        group="one-map-below",
        start="groups/one-map-below/",
        link="Plan a meeting",
        answers={
            "title": "Pipes below renewed streets",
            "date": "2026-06-23",
            "time": "10:00-12:00",
            "zone": "Europe/Brussels",
            "mode": "online",
            "groups": ["warm-homes"],
        },
        path="content/groups/one-map-below/meetings/2026-06-23-pipes-below-renewed-streets/meeting.md",
        text="""\
---
title: Pipes below renewed streets
date: 2026-06-23
time: "10:00-12:00"
zone: Europe/Brussels
mode: online
groups:
  - warm-homes
---
""",
        tells="",
        shown={
            "groups/one-map-below/": "23 June 2026 Pipes below renewed streets",
            "groups/warm-homes/": "23 June 2026 Pipes below renewed streets",
            "compliance/": "One map of what lies under the street Active",
        },
        rows={
            ("events", "one-map-below/2026-06-23-pipes-below-renewed-streets"): {
                "group": "one-map-below",
                "together_with": ["warm-homes"],
            }
        },
        standings={
            ("one-map-below", "next-meeting", "2026-03-26-plan-for-the-field"): "met",
            ("one-map-below", "minutes", "2026-06-23-pipes-below-renewed-streets"): "not yet due",
            ("warm-homes", "minutes", "2026-06-23-pipes-below-renewed-streets"): "not yet due",
        },
    ),
    "an action item that is settled": Walk(
        group="sponge-squares",
        start="groups/sponge-squares/meetings/2026-04-28-bills/",
        link="Settle what somebody took on",
        answers={
            "action": "ask-the-depots",
            "result": "dropped",
            "because": "Four depots were heard already.",
        },
        path="content/groups/sponge-squares/meetings/2026-04-28-bills/2026-05-20.settles.yml",
        text="""\
action: ask-the-depots
result: dropped
because: Four depots were heard already.
""",
        tells="says that the action “ask-the-depots” is dropped",
        shown={
            "groups/sponge-squares/meetings/2026-04-28-bills/": (
                "Ask two more depots whether they want to be heard. Dropped."
            ),
        },
        rows={("events", "sponge-squares/2026-04-28-bills"): {"cancelled": False}},
        standings={("sponge-squares", "minutes", "2026-04-28-bills"): "met"},
    ),
}
