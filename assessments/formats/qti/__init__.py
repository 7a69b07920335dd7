"""QTI: packages and single items, 2.1 read and written, 3.0 read."""
