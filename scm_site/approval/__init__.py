"""Who must agree to a change, and how every change on the main branch was approved: from git and the forge's records.

change_kinds    what kind of change a path is
offices         who held which office, as far as a revision tells
agreements      who must agree to a change, and whether they did
pull_requests   the forge's records of pull requests, as the trusted publish job collected them
landings        how a commit came onto the main line: merged, squashed, pushed
audit           every change on the main line, and how it was approved
provenance      the change that brought a record, and the later ones

No author, date or trailer of a contributor's commit counts: docs/decisions/0016-proof-of-approval.md
"""
