"""The worked example: a made-up register with a history of about two years, to try, to show and to test against.

`content/` is the register as it is on its day, `waiting/` what open pull requests would change, and `story.txt` tells
who brought what to the main branch and when. `play.py` makes a git repository of them, the same commits every time.
"""
