"""The door to MkDocs: hands the finished site to it, and dresses it."""
