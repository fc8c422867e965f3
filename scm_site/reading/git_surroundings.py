"""What surrounds git while it is asked: nothing that somebody set up counts, only what the repository holds."""

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_LOCK = threading.Lock()

#: What a repository holds counts, and nothing that somebody set up beside it: no object or parent in place of another
#: one, no program that watches files, no list of commits made earlier, no attributes of this computer.
SETTINGS = {
    "core.fsmonitor": "",
    "core.commitGraph": "false",
    "core.attributesFile": os.devnull,
}
_VARIABLES = {
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
}


@contextmanager
def without_git_variables() -> Iterator[None]:
    """Hide `GIT_DIR` and its like, which a hook or a caller may have set for another repository."""
    with _LOCK:
        hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("GIT_")}
        ours = _VARIABLES | write_settings(SETTINGS)
        os.environ.update(ours)
        try:
            yield
        finally:
            for name in ours:
                del os.environ[name]
            os.environ.update(hidden)


def write_settings(settings: Mapping[str, str]) -> dict[str, str]:
    """Give the variables by which git is told settings that count before those of any file."""
    written = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (name, value) in enumerate(settings.items()):
        written |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return written
