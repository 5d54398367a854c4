"""The limits of style: none of them is a matter of taste in a review."""

from __future__ import annotations

import statistics

import pytest

from house import measure

SOURCE = measure.modules(measure.PACKAGE)
TESTS = measure.modules(measure.TESTS)
FUNCTIONS = [function for module in SOURCE for function in module.functions]
CODE = sum(module.code for module in SOURCE)


@pytest.mark.parametrize("module", SOURCE, ids=lambda module: module.name)
def test_module_fits_on_a_few_screens(module: measure.Module) -> None:
    assert module.lines <= 350


@pytest.mark.parametrize(
    ("what", "limit"), [("lines", 50), ("complexity", 10), ("arguments", 5)], ids=str
)
def test_no_function_is_over(what: str, limit: int) -> None:
    over = [f"{f.place}: {getattr(f, what)}" for f in FUNCTIONS if getattr(f, what) > limit]
    assert not over


@pytest.mark.parametrize(
    ("what", "percent", "limit"),
    [("lines", 50, 8), ("lines", 90, 26), ("complexity", 90, 8)],
    ids=["lines-median", "lines-p90", "complexity-p90"],
)
def test_functions_are_small_on_the_whole(what: str, percent: int, limit: int) -> None:
    assert measure.percentile([getattr(f, what) for f in FUNCTIONS], percent) <= limit


def test_functions_take_few_arguments() -> None:
    assert statistics.mean(function.arguments for function in FUNCTIONS) <= 2


@pytest.mark.parametrize("fault", ["undocumented", "mutable", "forbidden"])
def test_nowhere(fault: str) -> None:
    found = [place for module in SOURCE for place in getattr(module, fault)]
    if fault == "forbidden":
        found = [place for place in found if not (place.startswith("cli") and "print" in place)]
    assert not found


def test_every_function_is_annotated() -> None:
    assert not [function.place for function in FUNCTIONS if not function.annotated]


def test_the_package_imports_itself_at_the_top() -> None:
    """Three doors open later: public names, the faces of `Report`, and the readers of formats."""
    lazy = [place for module in SOURCE for place in module.lazy]
    doors = {"__init__.py", "report.py", "reading/__init__.py"}
    assert {place.split(":")[0] for place in lazy} == doors, lazy


def test_docstrings_are_there_and_short() -> None:
    assert 0.15 <= sum(module.docs for module in SOURCE) / CODE <= 0.6


def test_comments_are_few() -> None:
    assert sum(module.comments for module in SOURCE) / CODE <= 0.2


def test_tests_are_as_long_as_the_code() -> None:
    assert sum(module.code for module in TESTS) / CODE >= 0.8


def test_tests_are_tables() -> None:
    tables = sum(module.parametrized for module in TESTS)
    assert tables / sum(module.tests for module in TESTS) >= 0.25
