"""What a change does, before it is merged: two revisions of the register, looked at side by side.

revision           the register of one revision, with its findings
file_changes       which files are new, changed, moved or gone
transition         the two revisions with their records in pairs: what the rules on changes look at
published_rules, agreed_rules, identity_rules, separation_rules
                   what a change may not do, whatever the records say; `scm_site/rules.py` lists them
code_owners        who the forge asks to agree to which file
field_changes      what a record says otherwise, field by field
effects            what the change causes: duties, ends, states, addresses
similar_topics     proposals and groups that are about the same
points_to_look_at  what a person should look at before agreeing
review             all of it together
"""
