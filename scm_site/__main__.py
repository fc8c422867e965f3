"""`python -m scm_site` is `scm`."""

import sys

from scm_site.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
