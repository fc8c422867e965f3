"""What is still to be done once a group has ended."""

#: The ids of these duties, for the list of duties and for the rules on waivers.
OWED_AFTER_THE_END = (
    "minutes",
    "final-outcome",
    "quality-control",
    "outcome-presented",
    "termination-notice",
    "final-results",
)
