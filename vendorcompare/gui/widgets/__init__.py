"""Widgets that know how to show plain data, and nothing about documents."""
