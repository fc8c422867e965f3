"""Where something is filed: addresses on the forge, and the file that closes an open obligation.

forge     addresses for editing, and for starting a new file
closing   which file closes an obligation, and the address that opens it, filled in
ways_out  what a group can do whose mandate ends, and the file that begins it
"""
