"""Who must agree to a change, and how every change on the main branch was approved: from git and the forge's records.

change_kinds    what kind of change a path is
offices         who held which office, as far as a revision tells
persons         which accounts are those of one person
matching        who counts for which of several agreements
agreements      who must agree to a change, and whether they did
pull_requests   the forge's records of pull requests, as the trusted publish job collected them
accounts        whose an account was on a day
contradictions  where the forge's records do not fit what git shows
landings        how a commit came onto the main line: merged, squashed, pushed
states          how a change was approved, in one word, and why
doubts          who could agree by a file that nobody agreed to
audit           every change on the main line, and how it was approved
provenance      the change that brought a record, and the later ones

No author, date or trailer of a contributor's commit counts: docs/decisions/0016-proof-of-approval.md
"""
