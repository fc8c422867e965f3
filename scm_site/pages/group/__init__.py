"""A group, from its proposal to its end.

proposal_pages  topics that were proposed, and what became of them
group_list      the list of groups, the card of each, and whether it takes new participants
group_pages     a group's page, and its reports
meeting_pages   the page of a meeting
life_line       what happened in it, in the order of time
timeline        its way from the launch to the end, as a picture
"""
