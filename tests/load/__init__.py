"""Many people at once against a running site, on the loopback alone; `python -m tests.load` measures."""
