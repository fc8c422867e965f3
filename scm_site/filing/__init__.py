"""Where something is filed: addresses on the forge, and the file that closes an open obligation.

forge           addresses for editing, and for starting a new file
filled_records  new records with what the register knows already
closing         which file closes what is open, and the address that opens it, filled in
form_ways       the form that makes or completes a file, with the group and the record chosen in it
ways_out        what a group can do whose mandate ends, the file that begins it, and what changes together with it
"""
