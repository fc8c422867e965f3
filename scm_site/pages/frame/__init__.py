"""What every page is made with: the page itself, its rendering, and what the whole site is made from.

page            a page, a file, and the whole site, in memory
site_content    what pages are made from: the register, its history, its standings, on a day
rendering       templates -> pages
sections        the sections of the site, the menu, the foot of each page
labels          states and kinds as people read them, each with its tone
shown_members   members by role, and names that are withheld
script_data     data inside a page, for programs and our own scripts
redirects       old addresses lead to the new ones
exported_files  the site as files for another generator
"""
