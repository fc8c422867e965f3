"""The outcomes archive: what it holds on a day, by what it can be searched, and what is told of each outcome.

archive             the outcomes that are public, and those that were withdrawn
files               its files, with type, size and checksum
language_versions   which languages an outcome has, and which of them lag behind
facets              by what outcomes are sorted: theme, format, group, kind of group, language, year, country
"""
