"""What the register publishes for programs: documents with types of their own and a version in their address.

standings          how every group stands to every duty: JSON, CSV and the JSON Schema that describes them
csv_table          tables that spreadsheets open without running anything in them
calendars          which calendar feeds there are, and what stands in each
meeting_entries    meetings and events as entries; due_entries: due dates, ends and milestones
calendar_entry     what an entry is; calendar_ids: its id for good; meeting_times: its instants in UTC
calendar_file      entries as iCalendar (RFC 5545)
"""
