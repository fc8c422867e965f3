"""Folders that cannot be looked into: what lists the files below a folder passes over them without a word."""

import os
from collections import deque
from pathlib import Path


def find_shut_folders(folder: Path) -> list[OSError]:
    """Give why a folder, or one below it, cannot be listed; hidden ones and one that is not there do not count."""
    faults: list[OSError] = []
    deque(os.walk(folder, onerror=faults.append, followlinks=True), maxlen=0)
    return [
        fault
        for fault in faults
        if not isinstance(fault, FileNotFoundError) and not Path(fault.filename).name.startswith(".")
    ]
