"""Forms for people who do not use git, made from the schemas: plain answers become the file of a record.

form_kinds     which kinds of record have a form, and which of their fields it asks for
form_fields    a kind's schema as a tree of fields to fill in
form_schema    the schema by which the browser judges the answers
form_records   records that are there and can be changed: meetings
later_days     what a group has planned, for the form of its end
act_facts      what acts can replace, and what can be corrected or taken back
form_facts     what the register knows already about a group, to begin with
rule_facts     what the rules that a form says need to know of a group and of the register
"""
