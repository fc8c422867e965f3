"""Forms that make the file of a record.

filing_page  the list of forms
form_pages   the page of each form, and what the forms know of each group
form_setup   what the script of a form is told
"""
