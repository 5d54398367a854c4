"""A page in one file: its style and script are in it, and it forbids itself any other."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import Final

from reportparse.errors import Language
from reportparse.render.markup import element, escape

#: How the language is named to a reader of the other one.
OTHER: Final = '<span lang="zh">English</span><span lang="en">中文</span>'


def standalone(name: str, title: str, body: str, lang: Language) -> str:
    """Return a page with the style `name`.css and the script `name`.js; `body` is HTML."""
    script = _resource(f"{name}.js")
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        + element("title", escape(title))
        + element("style", _resource(f"{name}.css"))
    )
    page = element("head", head) + element("body", body + element("script", script))
    return "<!DOCTYPE html>\n" + element("html", page, lang="zh-CN" if lang == "zh" else "en")


def switch() -> str:
    """Return the button that changes the language of a page."""
    return element("button", OTHER, type="button", id="language")


def _policy(script: str) -> str:
    """Allow this page's own script and no other, and nothing from anywhere."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = {
        "default-src": "'none'",
        "img-src": "data:",
        "style-src": "'unsafe-inline'",
        "script-src": f"'sha256-{digest}'",
    }
    return "; ".join(f"{kind} {source}" for kind, source in allowed.items())


def _resource(name: str) -> str:
    """Read a style sheet or script that ships with the package."""
    return (files("reportparse.render") / name).read_text(encoding="utf-8")
