#!/usr/bin/env python3
"""Set up, start and test Three-Two-One with nothing but Python 3.11 or newer."""

# This file keeps to syntax every Python can read, so that an old one gets as far as the sentence below.
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Three-Two-One needs Python 3.11 or newer, and this is Python %d.%d: install a newer one and name it, "
        "for example `make run PYTHON=python3.11` or `python3.11 bootstrap.py run`." % tuple(sys.version_info[:2])
    )

from tools.bootstrap.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
