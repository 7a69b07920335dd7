"""GIFT, the plain text in which Moodle takes questions."""
