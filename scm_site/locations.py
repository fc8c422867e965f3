"""Where the schemas are: beside the package in a checkout, inside it in an installed copy."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def find_schemas() -> Path:
    """Give the folder of the schemas that belong to this code (never those of the content that is checked)."""
    inside = PACKAGE / "schemas"
    return inside if inside.is_dir() else PACKAGE.parent / "schemas"
