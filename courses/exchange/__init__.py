"""A whole course as one file, between sites that never meet on a line: docs/rules/exchange.md."""
