"""New records with every field explained, made from the schemas alone.

lines           what a new record is made of: text, and blanks to fill in
explanations    what stands above a field
field_writer    the fields of a schema, needed ones to fill in, others to take up
record          a whole file: head, fields, text
yaml_text       plain values as YAML
"""

from scm_site.scaffold.lines import Blank, Line
from scm_site.scaffold.record import make_record_lines, make_scaffold, make_short_scaffold

__all__ = ["Blank", "Line", "make_record_lines", "make_scaffold", "make_short_scaffold"]
