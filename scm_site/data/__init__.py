"""What the register publishes for programs: documents with types of their own and a version in their address.

standings          how every group stands to every duty: JSON, CSV and the JSON Schema that describes them
approvals          how each change was approved; waiting: which pull requests are open, and who must agree
log                the event log: record_changes by commit, state_changes by day; in words: log_words, record_names
feeds              which feeds of events there are, and what stands in each; atom: a feed as a file (RFC 4287)
schema_file        the JSON Schema of a document, named by its address on the site
csv_table          tables that spreadsheets open without running anything in them
calendars          which calendar feeds there are, and what stands in each
meeting_entries    meetings and events as entries; due_entries: due dates, ends and milestones
calendar_entry     what an entry is; calendar_ids: its id for good; meeting_times: its instants in UTC
calendar_file      entries as iCalendar (RFC 5545)
"""
