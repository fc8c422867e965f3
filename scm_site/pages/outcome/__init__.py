"""What the groups have delivered.

archive_pages    the archive, and its page for each theme, format, language and so on
outcome_pages    the page of each outcome and of each of its language versions
outcome_head     what these pages tell programs: meta elements and links
outcome_json_ld  the same in the terms of schema.org
told_outcome     what both are made from
"""
