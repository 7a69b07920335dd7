"""The steps behind bootstrap.py; standard library only, because they run before any package is installed."""
