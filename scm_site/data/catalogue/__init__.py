"""The catalogue of the public data for other catalogues (DCAT-AP 3), as JSON-LD and as Turtle.

graph             what a catalogue is made of: things, facts about them, and the values of facts
vocabulary        the names that it uses: prefixes, and the lists of the EU's Publications Office
distributions     a file that can be downloaded
dataset_nodes     a dataset of the API
outcome_nodes     a published outcome that has files of data
catalogue_node    the catalogue itself, who publishes it, and whom to write to
descriptions      what each thing elsewhere is that the catalogue names
json_ld  turtle   the two ways to write it
catalogue_files   everything at once
"""
