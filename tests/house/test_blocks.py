"""Every block of code in the pages runs, or says why it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from house import blocks
from house.measure import ROOT

WITH_BLOCKS = [page for page in blocks.PAGES if blocks.blocks(page.read_text(encoding="utf-8"))]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", WITH_BLOCKS, ids=name)
def test_blocks_run(page: Path, tmp_path: Path) -> None:
    blocks.run(page.read_text(encoding="utf-8"), tmp_path)


@pytest.mark.parametrize("page", blocks.PAGES, ids=name)
def test_no_block_is_of_a_kind_that_nothing_runs(page: Path) -> None:
    kinds = set(blocks.FENCE.findall(page.read_text(encoding="utf-8")))
    assert kinds <= blocks.KNOWN


def test_what_does_not_run_says_why() -> None:
    page = "<!-- not run: needs a cluster -->\n```sh\nexit 3\n```\n\n```sh\ntrue\n```\n"
    assert [one.why for one in blocks.blocks(page)] == ["needs a cluster", ""]


@pytest.mark.parametrize(
    "code",
    ["```sh\nexit 3\n```", "```python\nassert 0\n```", "```toml\na =\n```",
     "```toml\nselect = 3\n```"],
    ids=["command", "statement", "no-toml", "no-setting"],
)  # fmt: skip
def test_what_does_not_work_is_raised(code: str, tmp_path: Path) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever the block ends with
        blocks.run(code, tmp_path)
