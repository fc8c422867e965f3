"""What the register publishes for programs: documents with types of their own and a version in their address.

fields             what the fields of a published document can hold, and how a type says what they mean
json_document      a document of such a type as JSON; json_schema: the schema of its type
csv_table          things of such a type as a table that spreadsheets open without running anything in it
held               what holds of a group on a day, each value with the act that gave it
open_data          the datasets below `api/`, one type each, and what describes them
log                the event log: record_changes by commit, state_changes by day; in words: log_words, record_names
feeds              which feeds of events there are, and what stands in each; atom: a feed as a file (RFC 4287)
calendars          which calendar feeds there are, and what stands in each
meeting_entries    meetings and events as entries; due_entries: due dates, ends and milestones
calendar_entry     what an entry is; calendar_ids: its permanent id; meeting_times: its instants in UTC
calendar_file      entries as iCalendar (RFC 5545)
"""
