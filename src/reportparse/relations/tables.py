"""All sums of a document's tables: those of the statutory form, and those that totals announce."""

from __future__ import annotations

from reportparse.document import Document
from reportparse.relations.forms import find_form_tallies, is_form
from reportparse.relations.grids import Grid, grid_of
from reportparse.relations.tallies import Tally, find_tallies


def find_table_tallies(document: Document) -> tuple[Tally, ...]:
    """Return every sum of the tables, in no particular order."""
    found = list(find_form_tallies(document))
    for grid in grids_of(document):
        found += find_tallies(grid)
    return tuple(found)


def grids_of(document: Document) -> tuple[Grid, ...]:
    """Type the tables that are of the writer's own making."""
    grids = (grid_of(table) for table in document.tables if not is_form(table))
    return tuple(grid for grid in grids if grid is not None)
