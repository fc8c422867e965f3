"""How an outcome is cited: one citation of it, in each way of writing that people and programs ask for.

citation        what is told of an outcome when it is cited
kinds           what each format of an outcome is called in each way of writing
plain_text      a citation as people write it
bibtex          citations for LaTeX; ris: for reference managers; csl_json: for programs that lay out citations
citation_files  the files beside each outcome, and those of the whole archive
bare_line       texts on one line, without characters that are not to be seen
"""
