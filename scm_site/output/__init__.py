"""Folders that others read while they are made anew: whole at every moment, or as they were."""
