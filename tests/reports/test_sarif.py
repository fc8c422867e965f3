"""Findings in SARIF 2.1.0: what the standard asks for (sections 3.13 to 3.30 and 3.49)."""

import json
from typing import Any

from scm_site.reports import render_sarif
from scm_site.reports.sarif import make_message
from tests.reports.made_findings import NASTY, SITE, make_finding, make_warning


def read_run(text: str) -> dict[str, Any]:
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


def test_each_finding_is_a_result_at_its_place() -> None:
    findings = [make_warning(), make_finding(), make_finding(path="content/é b.md", line=3, column=9)]
    run = read_run(render_sarif(findings, SITE, 5))
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in rules] == ["G003", "T002"]
    for result in run["results"]:
        assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error"]
    physical = run["results"][2]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "content/%C3%A9%20b.md", "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == {"startLine": 3, "startColumn": 9}


def test_a_declared_rule_explains_itself() -> None:
    run = read_run(render_sarif([make_finding(rule="T001")], SITE, 1))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["informationUri"]) == ("scm", SITE)
    rule = driver["rules"][0]
    assert rule["shortDescription"]["text"] == "A record is filled in before it is filed"
    assert "filed is not done" in rule["fullDescription"]["text"]
    assert rule["help"]["text"].endswith("https://groups.example/rules/T001/")
    assert rule["helpUri"] == "https://groups.example/rules/T001/"
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_no_findings_is_a_run_without_results() -> None:
    run = read_run(render_sarif([], SITE, 1))
    assert run["results"] == []


def test_content_makes_neither_links_nor_gaps() -> None:
    assert make_message("[here](https://evil.example) {0}") == {"text": "[here] (https://evil.example) {{0}}"}


def test_any_text_is_kept_in_ascii() -> None:
    text = render_sarif([make_finding(message=NASTY)], SITE, 1)
    assert text.isascii()
    assert read_run(text)["results"][0]["message"]["text"].startswith(NASTY)
