"""What the pages of an OFD document share or show: composite units and pictures, by their IDs.

Resource parts are named by the document and by single pages; each says in which folder its files
lie.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from xml.etree.ElementTree import Element

from reportparse.reading.graphics import children
from reportparse.reading.package import Package


@dataclass(frozen=True, slots=True)
class Resources:
    """Resources by their ID."""

    #: What several objects draw together, as one that can be placed.
    units: dict[str, Element] = field(default_factory=dict)
    #: Names in the package of picture files.
    pictures: dict[str, str] = field(default_factory=dict)

    def __or__(self, other: Resources) -> Resources:
        """Put one above another: those of a page above those of its document."""
        return Resources(self.units | other.units, self.pictures | other.pictures)


def resources_of(package: Package, owner: Element, folder: str, *names: str) -> Resources:
    """Collect the resources that an element names, in elements of some names."""
    found = Resources()
    for place in chain.from_iterable(children(owner, name) for name in names):
        part = package.find(place.text, folder) if place.text else None
        root = package.xml(part) if part is not None else None
        if root is None or part is None:
            continue
        found |= Resources(
            {unit.get("ID", ""): unit for unit in _listed(root, "CompositeGraphicUnits")},
            dict(_pictures(package, root, posixpath.dirname(part), folder)),
        )
    return found


def _listed(root: Element, name: str) -> Iterator[Element]:
    """Yield what the lists of a name hold."""
    return chain.from_iterable(children(root, name))


def _pictures(
    package: Package, root: Element, beside: str, folder: str
) -> Iterator[tuple[str, str]]:
    """Yield the ID and the file of each picture that is there."""
    base = root.get("BaseLoc", "")
    folders = [posixpath.join(beside, base), posixpath.join(folder, base), beside, folder]
    for medium in _listed(root, "MultiMedias"):
        for file in children(medium, "MediaFile"):
            path = package.find(file.text, *folders) if file.text else None
            if path is not None:
                yield medium.get("ID", ""), path
