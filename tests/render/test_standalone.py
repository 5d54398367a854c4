"""A page in one file."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from lxml import html

from reportparse.errors import Language
from reportparse.render.standalone import standalone, switch


@pytest.mark.parametrize("name", ["page", "index"])
def test_runs_its_own_script_and_no_other(name: str) -> None:
    tree = html.document_fromstring(standalone(name, "报告<1>", "<p>文</p>", "zh"))
    (script,) = tree.xpath(".//script")
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    policy = tree.xpath("string(.//meta[@http-equiv]/@content)")
    assert re.findall(r"script-src ([^;]*)", policy) == [f"'sha256-{digest}'"]
    assert tree.xpath("string(.//title)") == "报告<1>"


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_says_its_language(lang: Language, tag: str) -> None:
    assert html.document_fromstring(standalone("page", "", "", lang)).get("lang") == tag


def test_the_switch_names_the_other_language() -> None:
    assert html.fromstring(switch()).xpath("string(span[@lang='zh'])") == "English"
