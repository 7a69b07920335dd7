"""Draws the training film; see draw.py."""
