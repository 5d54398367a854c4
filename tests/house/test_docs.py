"""Pages and code say the same: links lead somewhere, commands print what is shown."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

import pytest

from house import snippets, storing
from house.measure import ROOT

DOCS: Final = ROOT / "docs"
PAGES: Final = (*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md")))
#: [text](target) where the target is a file of the repository; a folder is no page.
LINK: Final = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)\s]*)?\)")
#: Terms that are used for one thing only, and so stand in the glossary.
TERMS: Final = (
    "report", "document", "mark", "section", "item", "view", "span", "quantity", "hedge",
    "measure", "claim", "cue", "relation", "check", "fault", "finding", "archive", "indicator",
    "panel",
)  # fmt: skip


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_page_begins_with_its_title(page: Path) -> None:
    assert page.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert not [target for target in targets if not (page.parent / target).is_file()]


def test_every_page_is_reached_from_the_first() -> None:
    reached, todo = set(), [DOCS / "index.md"]
    while todo:
        page = todo.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        links = LINK.findall(page.read_text(encoding="utf-8"))
        todo += [(page.parent / target).resolve() for target in links]
    assert not [name(page) for page in sorted(DOCS.rglob("*.md")) if page not in reached]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_and_sessions_print_what_is_shown(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert snippets.renewed(text) == text, "stale; `make readme` writes it anew"


def test_the_page_on_the_store_is_up_to_date() -> None:
    assert storing.PAGE.read_text(encoding="utf-8") == storing.page()


def test_the_list_of_checks_is_up_to_date() -> None:
    assert snippets.INDEX.read_text(encoding="utf-8") == snippets.index()
    assert snippets.INDICATORS.read_text(encoding="utf-8") == snippets.indicators()


@pytest.mark.parametrize("term", TERMS)
def test_glossary_explains(term: str) -> None:
    glossary = (DOCS / "reference" / "glossary.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| {term} \| [^|\x00-\x7f]+[^|]* \| [^|]+ \|$", glossary, re.MULTILINE)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    wanted = {
        re.split(r"[\[<>=]", requirement)[0]
        for requirements in (
            project["project"]["dependencies"],
            *extras.values(),
            *project["dependency-groups"].values(),
        )
        for requirement in requirements
        if isinstance(requirement, str)
    } - {"reportparse-zh"}
    page = (DOCS / "reference" / "dependencies.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)) == wanted


def test_change_log_has_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    version = project["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
