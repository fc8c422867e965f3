"""The forms of the two small documents that have no schema file of their own: the list of files, and of changes."""

from collections.abc import Mapping

Form = Mapping[str, object]


def describe(kind: str, description: str, **more: object) -> Form:
    """Give the form of a field."""
    return {"type": kind, "description": description, **more}


def describe_object(description: str, fields: Mapping[str, Form]) -> Form:
    """Give the form of what has these fields and no others."""
    return {
        "type": "object",
        "description": description,
        "properties": dict(fields),
        "required": list(fields),
        "additionalProperties": False,
    }


DAY = {"format": "date"}
ADDRESS = {"format": "uri"}
NUMBER = describe("integer", "The version of this form.", const=1)
HEAD: Mapping[str, Form] = {
    "version": NUMBER,
    "as_of": describe("string", "The day for which the data was computed.", **DAY),
    "commit": describe("string", "The commit of the register, or empty where there is no git history."),
    "gap": describe("string", "What git could not tell, in words; empty where nothing is missing."),
    "generated_at": describe(
        "string", "When the data came to be what it is, in UTC.", format="date-time", pattern="Z$"
    ),
}

DATASET_ENTRY = describe_object(
    "One dataset.",
    {
        "name": describe("string", "Its name in addresses."),
        "title": describe("string", "Its title."),
        "description": describe("string", "What is in it."),
        "row": describe("string", "What one row is."),
        "json": describe("string", "The address of the JSON document.", **ADDRESS),
        "csv": {"type": ["string", "null"], "description": "The address of the table, or null.", **ADDRESS},
        "schema": describe("string", "The address of the schema.", **ADDRESS),
        "page": describe("string", "The page that tells the same to people.", **ADDRESS),
    },
)
INDEX_SCHEMA = describe_object(
    "Every dataset with the addresses of its files.",
    {
        **HEAD,
        "licence": describe("string", "How the data may be used (SPDX)."),
        "licence_address": describe("string", "The text of the licence.", **ADDRESS),
        "page": describe("string", "The page about the data.", **ADDRESS),
        "openapi": describe("string", "The description in OpenAPI.", **ADDRESS),
        "changes": describe("string", "The list of changes.", **ADDRESS),
        "catalogues": describe("array", "The catalogue in DCAT-AP.", items=describe("string", "An address.")),
        "datasets": describe("array", "The datasets.", items=DATASET_ENTRY),
    },
)
CHANGE_ENTRY = describe_object(
    "One change.",
    {
        "on": describe("string", "The day.", **DAY),
        "datasets": describe("array", "Which datasets changed.", items=describe("string", "A name.")),
        "what": describe("string", "What changed."),
        "new": describe("boolean", "Whether these datasets came with this change."),
    },
)
CHANGES_SCHEMA = describe_object(
    "What changed in the data, the newest first.",
    {"version": NUMBER, "changes": describe("array", "The changes.", items=CHANGE_ENTRY)},
)
