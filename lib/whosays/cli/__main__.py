"""The command line without its script: ``python -m whosays.cli``."""

import sys

from whosays.cli import main

sys.exit(main())
