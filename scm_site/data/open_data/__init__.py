"""Public data, version 1: what anybody may take from the register, as JSON and CSV below `api/v1/`.

head        what every document says of itself: its version, the day, the commit, when it was made
cells       rows as lines of a table
members     people of a group, as far as its page names them
groups      proposals   outcomes   events   themes   one module for each dataset, with its schema beside it
datasets    the list of datasets, with what a person has to know of each
source      what all of it is made from
dataset_files   each dataset as JSON, CSV and schema
index       changes     openapi     what describes the data: which files there are, what changed, how to ask for them
open_data_files   everything at once

What is published has its own form: it does not follow from how records are stored. Within a version fields may be
added; none is taken away, renamed or given another meaning.
"""
