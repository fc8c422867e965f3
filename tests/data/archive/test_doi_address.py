"""A DOI is shown as it is, and its address has what an address cannot have encoded."""

import pytest

from scm_site.data.archive.archive import make_doi_address


@pytest.mark.parametrize(
    ("doi", "address"),
    [
        ("10.5281/zenodo.1234567", "https://doi.org/10.5281/zenodo.1234567"),
        ("10.1002/(SICI)99:1<1::AID>3.0.CO;2-1", "https://doi.org/10.1002/(SICI)99:1%3C1::AID%3E3.0.CO;2-1"),
        ("10.1000/a#b+c%d?e[f]&g", "https://doi.org/10.1000/a%23b%2Bc%25d%3Fe%5Bf%5D%26g"),
    ],
)
def test_what_an_address_cannot_have_is_encoded(doi: str, address: str) -> None:
    assert make_doi_address(doi) == address
