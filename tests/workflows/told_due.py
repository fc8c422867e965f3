"""Takes the place of `scm` where a test wants to choose what is due: tells what stands in `told.json` beside it."""

import json
import os
import sys
from argparse import ArgumentParser
from pathlib import Path

parser = ArgumentParser()
parser.add_argument("command", choices=["due"])
parser.add_argument("--group", required=True)
parser.add_argument("--format", choices=["json", "markdown"], required=True)
parser.add_argument("--mention", action="store_true")
parser.add_argument("--as-of", required=True)
asked = parser.parse_args()

assert "GITHUB_TOKEN" not in os.environ, "the token must stay with the script"
told = json.loads(Path(sys.argv[0]).with_name("told.json").read_text(encoding="utf-8")).get(asked.group)
if told == "broken":
    sys.exit("::error::the register is broken")
if asked.format == "markdown":
    print(told["text"])
else:
    group = {"group": asked.group} | ({"title": told["title"]} if told else {})
    ends = bool(told) and told.get("ends", False)
    blocks = [{"role": "co-chair", "groups": [group | {"items": []}]}] if told and not ends else []
    print(
        json.dumps(
            {
                "version": told.get("version", 1) if told else 1,
                "as_of": asked.as_of,
                "within": 30,
                "blocks": blocks,
                "mandates": [group | {"ways": []}] if ends else [],
                "answers": [],
            }
        )
    )
