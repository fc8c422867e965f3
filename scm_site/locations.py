"""Where schemas and hand-written pages are: beside the package in a checkout, inside it in an installed copy."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def find_schemas() -> Path:
    """Give the folder of the schemas that belong to this code (never those of the content that is checked)."""
    inside = PACKAGE / "schemas"
    return inside if inside.is_dir() else PACKAGE.parent / "schemas"


def find_site_sources() -> Path:
    """Give the folder that holds `mkdocs.yml` and `docs/pages/`, the site's settings and its hand-written pages."""
    inside = PACKAGE / "site_sources"
    return inside if inside.is_dir() else PACKAGE.parent
