"""Findings as programs read them."""

import json

from scm_site.reports import render_json
from scm_site.reports.json_report import JsonReport
from tests.forms import assert_fits
from tests.reports.made_findings import NASTY, SITE, make_finding, make_warning


def test_the_document_has_the_agreed_form() -> None:
    told = json.loads(render_json([make_warning(), make_finding()], SITE, 42))
    assert_fits(told, JsonReport)
    assert list(told) == ["version", "findings", "summary"]
    assert told["version"] == 1
    assert told["summary"] == {"files": 42, "errors": 1, "warnings": 1}
    assert told["findings"][0] == {
        "rule": "G003",
        "severity": "error",
        "path": "content/groups/a/launch.md",
        "line": 14,
        "column": 1,
        "message": "co-chair `A. Nyman` is not in the roster",
        "fix": "Choose a co-chair from content/secretariat.yml.",
        "help": "https://groups.example/rules/G003/",
    }
    assert [finding["rule"] for finding in told["findings"]] == ["G003", "T002"]


def test_any_text_comes_back_and_the_document_is_ascii() -> None:
    text = render_json([make_finding(message=NASTY, fix="Łódź")], SITE, 1)
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    finding = json.loads(text)["findings"][0]
    assert (finding["message"], finding["fix"]) == (NASTY, "Łódź")


def test_no_findings_is_a_whole_document() -> None:
    assert json.loads(render_json([], SITE, 3)) == {
        "version": 1,
        "findings": [],
        "summary": {"files": 3, "errors": 0, "warnings": 0},
    }
