"""Public data: what anybody may take from the register, as JSON and CSV below `api/v1/`, and below `api/v2/` what has
another meaning than in version 1.

source      what all of it is made from
head        what every document says of itself: its version, the day, the commit, when it was made
members     people of a group, as far as its page names them
audited     what is told of a change and its agreements in every document that tells of them
groups   proposals   outcomes   events   acts   themes   standings   approvals   waiting
            one module for each dataset: the type of its document, and how it is made
datasets    the list of datasets, with what a person has to know of each; field_list: what the fields of one mean
index   changes   openapi   what describes the data: which files there are, what changed, how to ask for them
open_data_files   everything at once

A dataset is one frozen type with the meaning of each field; JSON, CSV, JSON Schema, OpenAPI and the list of fields on
the site are made from it. What is published has its own form: it does not follow from how records are stored. Within a
version fields may be added; none is taken away, renamed or given another meaning.
"""
