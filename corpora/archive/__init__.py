"""Made-up archives of any size: for scale, and to find planted faults between reports.

A test tool: nothing in the package imports it, and no rule was written from it.
"""
