"""What is due, for whom, and what closes it.

shown_standings   a standing with its tone, its evidence, and what closes it, for all pages
compliance_pages  the dashboard
trend_chart       the trend on it
board_pages       what is new for the board
duty_pages        what each duty asks
"""
