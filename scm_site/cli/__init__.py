"""The command line: a thin door to the register.

main         reads the arguments, prints, and says how it ended
check        `scm check`
show         `scm show`
status       `scm status`
due          `scm due`
review       `scm review`
audit        `scm audit`
owners       `scm owners`
export       `scm export`
new          `scm new`
clean        `scm clean`
new_names    which file a new record goes to
options      options that several commands have
on_board     what `scm status` and `scm due` share
answer       what a command returns
streams      printing that can fail
writing      files that are written whole, or not at all
"""
