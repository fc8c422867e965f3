"""The shape of the release before, and how it becomes the one of today.

Plain data in, plain data out: nothing else in the program knows the old shape, and nothing here knows records.
"""
