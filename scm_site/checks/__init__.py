"""Is the content right? Each module holds the rules of one subject; a finding of severity error blocks a merge.

What an id begins with: A acts, C code lists and rosters, D dates, E events, G groups, M meetings, N names
and privacy, O outcomes, P proposals, Q sources, R references, T texts, U status updates and briefs, V waivers and
pauses, W work programmes, X ends. Rules of the earlier stages: F files, Y YAML, S shape. Rules of the review: B what a
change may do.
"""
