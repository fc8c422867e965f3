"""The compliance stage: does everyone keep their duties? Records, a history and a day go in, standings come out.

duty            how a duty is declared: its docstring is its page on the site
*_duties        the duties; duties: the list of them, in the order in which a group meets them
arrivals        when evidence reached the main branch, from git
situation       a group as it stood on a day
assessment      obligations against evidence, waivers and the date -> standings
standing        what a standing is, and what its states mean
board           how compliance stands for all groups: counts, cells, what needs attention
mandates        what ends, and when; waits: how long answers took; trend: the counts over time

Nothing here blocks anything, and nothing reads the clock: the day is an argument (`as_of`).
"""
