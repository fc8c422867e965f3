"""What is looked for before a text is searched for private data stands in all that the search finds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scm_site.checks.contact_patterns import MAY_BE_SHOWN_PRIVATE, SHOWN_PRIVATE, Pattern


@pytest.mark.parametrize(
    "number",
    [60, pytest.param(2000, marks=pytest.mark.slow("2,000 texts at random, of which 60 are always tried"))],
)
@pytest.mark.parametrize("pattern", SHOWN_PRIVATE, ids=lambda pattern: pattern[0])
def test_no_private_data_is_passed_over(pattern: Pattern, number: int) -> None:
    @settings(max_examples=number, deadline=None, derandomize=True, suppress_health_check=[*HealthCheck])
    @given(st.from_regex(pattern[2]))
    def look(text: str) -> None:
        assert pattern[2].search(text)
        assert MAY_BE_SHOWN_PRIVATE.search(text)

    look()
