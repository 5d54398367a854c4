"""Help in Chinese: for every command and option, in lines that fit."""

from __future__ import annotations

import re
from collections.abc import Callable

import click
import pytest

from commands import run
from reportparse import cli
from reportparse.cli.chinese import COMMANDS, OPTIONS, asked_in
from reportparse.render.grid import width

NAMES = ["", *cli.main.commands]


LOCALES = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Return what prints the help of a command; that of all goes by the locale alone."""

    def printed(name: str, lang: str) -> str:
        if name:
            return run(name, "--help", "--lang", lang).stdout
        monkeypatch.setenv("LC_ALL", LOCALES[lang])
        return run("--help").stdout

    return printed


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_option_speaks_chinese(name: str, helped) -> None:
    command = cli.main.commands[name] if name else cli.main
    said = helped(name, "zh").replace("\n", "").replace(" ", "")
    assert COMMANDS[name].partition("\n")[0].replace(" ", "") in said
    for option in command.params:
        if isinstance(option, click.Option):
            assert f"{name}.{option.name}" in OPTIONS or option.name in OPTIONS
    assert OPTIONS["help"] in said


@pytest.mark.parametrize("name", NAMES)
def test_lines_fit_a_terminal_and_begin_with_no_stop(name: str, helped) -> None:
    lines = [line.strip() for line in helped(name, "zh").splitlines()]
    assert not [line for line in lines if line.startswith(tuple("，。；：、）"))]
    free = [line for line in lines if "[default" not in line]
    assert max(map(width, free)) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_english_stays_english(name: str, helped) -> None:
    helped(name, "zh")
    said = helped(name, "en")
    assert "Show this message and exit." in said
    assert not re.search("[一-鿿]", said)


def test_what_has_a_word_is_an_option_or_a_command() -> None:
    assert set(COMMANDS) == set(NAMES)
    known = {option.name for one in (cli.main, *cli.main.commands.values())
             for option in one.params}  # fmt: skip
    assert {name.rpartition(".")[2] for name in OPTIONS} <= {*known, "help"}


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["check", "--help", "--lang", "zh"], "zh"),
        (["--lang=zh"], "zh"),
        (["check", "--lang", "en"], "en"),
        (["check", "--lang"], "en"),
        (["check", "--lang", "fr"], "en"),
        ([], "en"),
    ],
)
def test_language_that_is_asked_for(
    words: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert asked_in(words) == language


def test_locale_decides_where_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert (
        run("check", "--help").stdout.splitlines()[2].strip() == "核对报告中的数据，列出对不上的。"
    )
