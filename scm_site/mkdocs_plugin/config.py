"""The settings of the plugin in mkdocs.yml."""

import os
from datetime import UTC, date, datetime

from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from scm_site.days import parse_day

#: Where the history of the register comes from; with `none`, the site says "not known" of what hangs on it.
HISTORIES = ("git", "none")


def read_today() -> date:
    """Give the day of the build: what SCM_AS_OF says, else today in UTC. Only this reads the clock."""
    stated = os.environ.get("SCM_AS_OF", "")
    if not stated:
        return datetime.now(UTC).date()
    try:
        return parse_day(stated)
    except ValueError:
        raise ValueError(f"SCM_AS_OF is `{stated}`; it must be a day, such as 2026-11-22") from None


def wants_history(stated: str | None) -> bool:
    """Tell whether git is asked: what mkdocs.yml states, else SCM_HISTORY, else yes; raises ValueError."""
    named = stated or os.environ.get("SCM_HISTORY", "") or HISTORIES[0]
    if named not in HISTORIES:
        raise ValueError(f"SCM_HISTORY is `{named}`; it must be one of: {', '.join(HISTORIES)}")
    return named == HISTORIES[0]


class Day(BaseConfigOption[date]):
    """A day; YAML may already have read it as one."""

    def run_validation(self, value: object) -> date:
        """Give the day, or say what one looks like."""
        if type(value) is date:
            return value
        try:
            return parse_day(str(value))
        except ValueError:
            raise ValidationError(f"`{value}` is not a day; write it such as 2026-11-22") from None


class ScmConfig(Config):
    """What mkdocs.yml may say below `scm:` of its `plugins:`."""

    #: The folder with content/ and schemas/; without it, the one where mkdocs.yml stands.
    root = config_options.Optional(config_options.Dir(exists=True))
    #: The forge's records of pull requests, as publish.yml collects them; without it, see `find_records`.
    pull_requests = config_options.Optional(config_options.File(exists=True))
    #: The day for which the site is computed; without it, see `read_today`.
    as_of = config_options.Optional(Day())
    #: Where the history comes from, `git` or `none`; without it, see `wants_history`.
    history = config_options.Optional(config_options.Choice(HISTORIES))
