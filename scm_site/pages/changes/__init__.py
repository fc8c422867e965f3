"""What changed, how each change was approved, and which changes wait.

shown_approvals  how a change was approved, in words, for all pages
approval_pages   how every change on the main branch was approved
waiting_pages    what waits for approval
log_pages        the event log, of the whole register and of each group
"""
