"""What leads into the site: the home page, how to propose a topic, the calendar.

front_pages       the home page, and how to propose a topic
calendar_entries  everything with a date that people can go to
calendar_pages    the calendar of each year
"""
