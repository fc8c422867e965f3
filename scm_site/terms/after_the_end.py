"""What is still to be done once a group has ended, and what a pause does not put off."""

#: The ids of these duties, for the list of duties and for the rules on waivers.
OWED_AFTER_THE_END = (
    "minutes",
    "final-outcome",
    "quality-control",
    "next-version",
    "publication",
    "outcome-presented",
    "termination-notice",
    "final-results",
)

#: What a group must not lose by a pause: where it falls due in one, it is owed on the day on which the pause ends.
OWED_AFTER_A_PAUSE = ("final-outcome", "outcome-presented")

#: What is owed in a pause, too: members are told of an early end whatever the group does.
OWED_IN_A_PAUSE = ("termination-notice",)
