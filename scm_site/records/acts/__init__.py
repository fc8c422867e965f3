"""Acts: what somebody did after a record had begun. A record stays as it was put down; what holds on a day is computed.

`act.py` says what an act is, each kind has a module of its own, `kinds.py` lists them, and `holding.py` applies them.
"""
