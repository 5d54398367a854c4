"""A module and its test file have the same name and place; one cannot be without the other."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Final

import pytest

from house.measure import PACKAGE, TESTS

#: Test folders about the whole, which mirror no module.
ABOUT_THE_WHOLE: Final = {
    "house",
    "properties",
    "corpora",
    "evaluation",
    "golden",
    "traps",
    "browser",
    "notebooks",
}
#: Names that say nothing about what is inside.
DRAWERS: Final = {"utils", "util", "helpers", "helper", "models", "common", "misc", "core"}

MODULES: Final = sorted(
    path.relative_to(PACKAGE).as_posix()
    for path in PACKAGE.rglob("*.py")
    if not path.name.startswith("__")
)
TEST_FILES: Final = sorted(
    path.relative_to(TESTS).as_posix()
    for path in TESTS.rglob("test_*.py")
    if path.relative_to(TESTS).parts[0] not in ABOUT_THE_WHOLE
)


def mirror(module: str) -> Path:
    path = PurePosixPath(module)
    return TESTS / path.with_name(f"test_{path.name}")


@pytest.mark.parametrize("module", MODULES)
def test_module_has_a_test_file(module: str) -> None:
    assert mirror(module).is_file(), f"missing: {mirror(module).relative_to(TESTS.parent)}"


@pytest.mark.parametrize("file", TEST_FILES)
def test_test_file_has_a_module(file: str) -> None:
    path = PurePosixPath(file)
    name = path.name.removeprefix("test_")
    package = PACKAGE / path.parent / name.removesuffix(".py") / "__init__.py"
    assert (PACKAGE / path.with_name(name)).is_file() or package.is_file()


@pytest.mark.parametrize("module", MODULES)
def test_module_is_no_drawer(module: str) -> None:
    assert PurePosixPath(module).stem not in DRAWERS


def test_package_has_types() -> None:
    assert (PACKAGE / "py.typed").is_file()
