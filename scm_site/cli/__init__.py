"""The command line: a thin door to the register.

main         reads the arguments, prints, and says how it ended
check        `scm check`
export       `scm export`
new          `scm new`
new_names    which file a new record goes to
outcome      what a command gives back
"""
