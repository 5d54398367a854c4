"""What an archive is made of: files, folders that are searched, ZIP bundles full of reports.

A member of a bundle is named after it: `2023.zip/攀云镇.docx`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from reportparse.errors import UnreadableSource
from reportparse.reading import bytes_of
from reportparse.reading.bundle import member_of, names_in
from reportparse.reading.formats import SUFFIXES

#: What is opened for the reports inside it.
BUNDLE: Final = ".zip"
#: Files that office programs leave beside the real ones, and hidden ones.
LEFTOVERS: Final = (".", "~$")


@dataclass(frozen=True, slots=True)
class Item:
    """One source that holds, or should hold, one report."""

    #: The name that tables give: relative to the folder that was searched, with "/".
    name: str
    path: str
    #: Size in bytes of the file, 0 where it is not known.
    size: int = 0
    #: Time of the file's last change in nanoseconds; with the size, the first test for changes.
    stamp: int = 0
    #: Name within the bundle at `path`, "" for a file of its own.
    member: str = ""

    def data(self) -> bytes:
        """Return the bytes, or raise `UnreadableSource` with the reason."""
        if self.member:
            return member_of(self.path, self.member, self.name)
        if Path(self.path).is_dir():
            # A folder is listed only where it could not be looked into.
            raise UnreadableSource(self.name, "denied")
        return bytes_of(self.path, self.name)[0]


def items_of(places: Iterable[str | os.PathLike[str]]) -> tuple[Item, ...]:
    """List the sources in files and folders, in order of their names.

    Raises `UnreadableSource` when a place does not exist: a mistyped folder is misuse, while a
    file that cannot be read is a row in the table of failures.
    """
    found = {item.name: item for place in places for item in _items(Path(place))}
    return tuple(found[name] for name in sorted(found))


def _items(place: Path) -> Iterator[Item]:
    """Yield the items at one place."""
    if place.is_dir():
        yield from _inside(place, place)
    elif os.path.lexists(place):
        yield from _bundled(_item(place, str(place)))
    else:
        raise UnreadableSource(str(place), "missing")


def _inside(folder: Path, root: Path) -> Iterator[Item]:
    """Yield the reports in a folder and below it; links to folders are not followed."""
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        if folder == root:
            raise UnreadableSource(str(folder), "denied", error.strerror or "") from error
        yield Item(folder.relative_to(root).as_posix(), str(folder))
        return
    for entry in entries:
        if entry.name.startswith(LEFTOVERS):
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(path, root)
        elif path.suffix.lower() in SUFFIXES or path.suffix.lower() == BUNDLE:
            yield from _bundled(_item(path, path.relative_to(root).as_posix()))


def _bundled(item: Item) -> Iterator[Item]:
    """Yield the members of a bundle, or the file itself; a broken bundle fails when it is read."""
    if not item.name.lower().endswith(BUNDLE):
        yield item
        return
    try:
        names = names_in(item.path, item.name)
    except (UnreadableSource, OSError):
        yield item
        return
    for name in names:
        if Path(name).suffix.lower() in SUFFIXES:
            yield replace(item, name=f"{item.name}/{name}", member=name)


def _item(path: Path, name: str) -> Item:
    """Describe a file; what cannot be asked now is said when it is read."""
    try:
        about = path.stat()
    except OSError:
        return Item(name, str(path))
    return Item(name, str(path), about.st_size, about.st_mtime_ns)
