"""Contributors' Markdown: rendered safely, and judged where it asks for what the site does not show.

markdown        text -> safe HTML, and what is refused
shown           what readers see of it: words, and links
line_keeping    in which line each part of it stands
"""
