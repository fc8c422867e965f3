"""Records become pages and files: a whole site in memory, nothing written yet.

A room for each part of the site, first to last; a room knows those before it (`tests/test_layers.py`):

frame       what every page is made with
changes     what changed, how each change was approved, which ones wait
compliance  what is due, and what closes it
group       a group, from its proposal to its end
outcome     what the groups have delivered
forms       forms that make the file of a record
reference   rules, clauses, fields, templates, public data
front       the home page, how to propose a topic, the calendar
site        all of it, with what every page repeats
"""
