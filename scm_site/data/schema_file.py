"""Where public data stands on the site, and the JSON Schema that describes a document, named by its address there."""

import json
from pathlib import Path
from typing import Any

#: The version of the data is part of the address.
FOLDER = "api/v1"


def read_schema(path: Path) -> dict[str, Any]:
    """Give the JSON Schema in a file."""
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def render_schema(path: Path, address: str) -> str:
    """Give the JSON Schema in a file, named by its address on the site."""
    schema = read_schema(path)
    schema["$id"] = f"{address.rstrip('/')}/{FOLDER}/{path.name}"
    return json.dumps(schema, indent=2) + "\n"
