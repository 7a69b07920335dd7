"""Moodle XML, read only."""
