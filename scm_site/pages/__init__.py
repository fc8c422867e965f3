"""Records become pages and files: a whole site in memory, nothing written yet."""
