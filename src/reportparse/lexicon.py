"""Word lists of the claim rules, read from `data/*.toml`, with the look-ups they need.

Every entry of those files carries an example that a test reads; the rules use the words only.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportparse.datafiles import load_data


class Words:
    """A list of words that can be taken off either end of a text, the longest first.

    >>> words = Words(("增长", "同比增长"))
    >>> words.back("财政收入同比增长"), words.front("增长较快")
    ('同比增长', '增长')
    """

    __slots__ = ("_firsts", "_lasts", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._firsts = _sizes_by((word[0], len(word)) for word in self._words)
        self._lasts = _sizes_by((word[-1], len(word)) for word in self._words)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def front(self, text: str) -> str:
        """Return the longest word that `text` begins with, else ""."""
        for size in self._firsts.get(text[:1], ()):
            if text[:size] in self._words:
                return text[:size]
        return ""

    def back(self, text: str) -> str:
        """Return the longest word that `text` ends with, else ""."""
        for size in self._lasts.get(text[-1:], ()):
            if text[-size:] in self._words:
                return text[-size:]
        return ""

    def pattern(self, size: int = 0) -> str:
        """Return an alternation of the words, longest first, behind a guard.

        The guard is a look at one character: most places of a text are passed over by it.
        With a `size` of 1 or 2 only words of one character, or of more, take part.
        """
        chosen = [word for word in self._words if not size or min(len(word), 2) == size]
        ordered = sorted(chosen, key=lambda word: (-len(word), word))
        first = "".join(sorted({word[0] for word in ordered}))
        return f"(?=[{first}])(?:{'|'.join(ordered)})"


def _sizes_by(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Return the lengths of the words that begin or end in a character, the longest first."""
    sizes: dict[str, set[int]] = {}
    for character, size in pairs:
        sizes.setdefault(character, set()).add(size)
    return {one: tuple(sorted(found, reverse=True)) for one, found in sizes.items()}


def load_table(file: str, name: str) -> dict[str, str]:
    """Return one table of a data file: word and example."""
    table: dict[str, str] = load_data(file)[name]
    return table


def load_words(file: str, *names: str) -> Words:
    """Return the words of one or more tables of a data file."""
    return Words(word for name in names for word in load_table(file, name))
