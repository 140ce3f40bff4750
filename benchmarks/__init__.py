"""Figures that must not slip, as ratios within one run.

Seconds depend on the machine and on what else it does; a ratio of two things measured in
turn does not. No test asserts on a time.
"""
