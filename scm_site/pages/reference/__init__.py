"""What the register asks and offers: rules, clauses, fields, templates, public data.

reference_pages  rules, clauses and fields; act_page: the kinds of act
template_pages   a template for each kind of record
data_page        the public data
"""
