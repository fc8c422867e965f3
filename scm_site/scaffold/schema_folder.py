"""Where the schemas are: beside the package in a repository, inside it in an installed copy."""

from pathlib import Path

import scm_site


def find_schema_folder() -> Path:
    """Give the folder of the schemas that belong to this program; never those of the content it looks at."""
    package = Path(scm_site.__file__).parent
    inside = package / "schemas"
    return inside if inside.is_dir() else package.parent / "schemas"
