"""How Sphinx builds the pages: `make docs`.

The source is the whole repository, so that every link holds on a code host too; only the pages
named below are read.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pygments.lexers.special import TextLexer

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROOT: Final = Path(__file__).parents[1]
#: Folders without pages; looking through them would take longer than the build.
UNREAD: Final = (
    "requirements",
    "src",
    "tests",
    "tools",
    "evaluation",
    "benchmarks",
    "corpora/*/**",
)

project = "reportparse"
author = "reportparse contributors"
release = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "version"
]
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
root_doc = "docs/index"
include_patterns = ["*.md", "corpora/README.md", "docs/**", "notebooks/*.ipynb"]
exclude_patterns = [".*", "ARCHITECTURE.md", "out", "build", "dist", *UNREAD]
html_theme = "furo"
html_title = "reportparse"
html_show_copyright = False
# Tests keep the outputs of the notebooks as they would come out anew.
nb_execution_mode = "off"
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_class_signature = "separated"
python_use_unqualified_type_names = True

#: A heading of the first page, and the list below it.
PART: Final = re.compile(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
#: A page that the list leads to: `](howto/read-a-scan.md)`.
PAGE: Final = re.compile(r"\]\(((?!https?:)[^)#\s]+\.(?:md|ipynb))\)")
#: Pages whose own lists lead on: they stand below these at the side.
PARENTS: Final = {"docs/index", "docs/checks/index", "docs/zh/index"}


def contents(_app: Sphinx, page: str, source: list[str]) -> None:
    """Put what a page lists at the side, under its headings: no list is kept twice."""
    if page not in PARENTS:
        return
    parts = PART.findall(source[0]) or [("", source[0])]
    for title, body in parts:
        found = dict.fromkeys(PAGE.findall(body))
        # Only the first page owns what lies elsewhere: a page stands in one place at the side.
        targets = "\n".join(one for one in found if page == root_doc or not one.startswith("../"))
        if targets:
            caption = f":caption: {title}\n" if title else ""
            source[0] += f"\n```{{toctree}}\n:hidden:\n{caption}\n{targets}\n```\n"


def setup(app: Sphinx) -> None:
    """Register what is done with a page before it is read, and the blocks of examples."""
    app.connect("source-read", contents)
    for block in ("report", "archive"):
        app.add_lexer(block, TextLexer)
