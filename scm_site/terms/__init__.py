"""What the Terms of Reference say, in one place: their clauses, and the numbers in them.

clauses         every clause, and how it is treated
numbers         every number, with the day from which it holds and where it is written
after_the_end   which duties are still to be done once a group has ended

The days that they leave open are a register's own: `days` in content/settings.yml. What each of them counts, its clause
and the value to begin with are in schemas/settings.schema.json.
"""
