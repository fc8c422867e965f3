"""How each forge addresses what somebody does with a file of the register."""

import pytest

from scm_site.filing.forge import (
    LONGEST_ADDRESS,
    make_edit_address,
    make_new_file_address,
    make_pull_request_address,
)
from scm_site.records.settings import Forge, Repository

HOME = "https://forge.example/scm/groups"


@pytest.mark.parametrize(
    ("forge", "new", "text", "edit", "pull"),
    [
        ("github", "/new/main?filename=a%2Fb.yml", "&value=x%20y", "/edit/main/", "/pull/7"),
        ("gitlab", "/-/new/main?file_name=a%2Fb.yml", "", "/-/edit/main/", "/-/merge_requests/7"),
        ("forgejo", "/_new/main/?filename=a%2Fb.yml", "&value=x%20y", "/_edit/main/", "/pulls/7"),
    ],
)
def test_a_forge_is_asked_in_its_own_way(forge: Forge, new: str, text: str, edit: str, pull: str) -> None:
    repository = Repository(forge=forge, address=f"{HOME}/", branch="main")
    assert make_new_file_address(repository, "a/b.yml") == HOME + new
    assert make_new_file_address(repository, "a/b.yml", "x y") == HOME + new + text
    assert make_new_file_address(repository, "a/b.yml", "x" * LONGEST_ADDRESS) == HOME + new
    assert make_edit_address(repository) == HOME + edit
    assert make_pull_request_address(repository, 7) == HOME + pull
