"""The register of the Smart Cities Marketplace's Focus and Discussion groups.

    content/  schemas/   git history
         |       |            |
      reading      bytes in: files and commits as plain data, with line numbers and limits
      records      data that fits its schema -> frozen records in one Register, with look-ups
      checks       is the content right?            -> findings    (an error blocks a merge)
      pages        records -> pages, all in memory
      reports      findings -> text, JSON, annotations
      output       a folder is made anew beside itself, and is whole at every moment
      mkdocs_plugin cli      -> site/, terminal, pull request

Data flows one way, top to bottom; `tests/test_layers.py` proves it. `findings`, `rule` and `clauses`
hold the words that every stage uses.
"""
