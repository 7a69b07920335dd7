"""Factories that speak in states, one module per app."""
