"""Where a store's files lie: a folder of this machine, or any storage that fsspec reaches.

A file appears whole or not at all, so that a run which is killed leaves nothing half written.
"""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from reportparse.errors import MissingExtra, StoreError

LOCK: Final = ".lock"


class Shelf(Protocol):
    """What a store asks of the place where it lies."""

    @property
    def root(self) -> str:
        """The place as the user named it."""
        ...

    def write(self, name: str, data: bytes) -> None:
        """Write a file, whole or not at all."""
        ...

    def read(self, name: str) -> bytes:
        """Return a file's bytes."""
        ...

    def names(self, folder: str) -> list[str]:
        """Return the names of the files in a folder, sorted; none if there is no folder."""
        ...

    def clear(self, folder: str) -> None:
        """Remove a folder with its files."""
        ...

    def place(self, name: str) -> str:
        """Return the address of a file for DuckDB."""
        ...


@dataclass(frozen=True, slots=True)
class LocalShelf:
    """A folder of this machine."""

    root: str

    def write(self, name: str, data: bytes) -> None:
        """Write beside, flush to the disk, then put in place in one step."""
        path = Path(self.root, name)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError as error:
            with suppress(OSError):
                beside.unlink()
            raise StoreError(self.root, error.strerror or str(error)) from error

    def read(self, name: str) -> bytes:
        """Return a file's bytes."""
        try:
            return Path(self.root, name).read_bytes()
        except OSError as error:
            raise StoreError(self.root, f"{name}: {error.strerror or error}") from error

    def names(self, folder: str) -> list[str]:
        """Return the files in a folder, without those being written."""
        path = Path(self.root, folder)
        if not path.is_dir():
            return []
        return sorted(one.name for one in path.iterdir() if not one.name.startswith("."))

    def clear(self, folder: str) -> None:
        """Remove a folder with its files."""
        shutil.rmtree(Path(self.root, folder), ignore_errors=True)

    def place(self, name: str) -> str:
        """Return the file's path."""
        return str(Path(self.root, name))


@dataclass(frozen=True, slots=True)
class RemoteShelf:
    """Storage behind an address such as `s3://bucket/store`, where writing a file is one step."""

    root: str
    #: The folder within the storage.
    folder: str
    system: Any

    def write(self, name: str, data: bytes) -> None:
        """Put a file."""
        try:
            self.system.makedirs(self._at(name).rpartition("/")[0], exist_ok=True)
            self.system.pipe_file(self._at(name), data)
        except OSError as error:
            raise StoreError(self.root, str(error)) from error

    def read(self, name: str) -> bytes:
        """Return a file's bytes."""
        try:
            return bytes(self.system.cat_file(self._at(name)))
        except OSError as error:
            raise StoreError(self.root, f"{name}: {error}") from error

    def names(self, folder: str) -> list[str]:
        """Return the files in a folder."""
        try:
            found = self.system.ls(self._at(folder), detail=False)
        except FileNotFoundError:
            return []
        return sorted(name.rpartition("/")[2] for name in found)

    def clear(self, folder: str) -> None:
        """Remove a folder with its files."""
        self.system.rm(self._at(folder), recursive=True)

    def place(self, name: str) -> str:
        """Return the file's address."""
        return f"{self.root.rstrip('/')}/{name}"

    def _at(self, name: str) -> str:
        return f"{self.folder}/{name}".rstrip("/")


def shelf_at(place: str | os.PathLike[str]) -> Shelf:
    """Return the shelf at a folder or an address.

    >>> shelf_at("store").root
    'store'
    """
    name = os.fspath(place)
    if "://" not in name:
        return LocalShelf(name)
    try:
        fsspec = importlib.import_module("fsspec")
    except ModuleNotFoundError as error:
        raise MissingExtra("fsspec", "dask") from error
    system, folder = fsspec.core.url_to_fs(name)
    return RemoteShelf(name, folder.rstrip("/"), system)


@contextmanager
def locked(shelf: Shelf) -> Iterator[None]:
    """Hold a store for one writer; two would read everything twice.

    The system lets go of the lock with the process, however that ends. Remote storage has none.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    if not isinstance(shelf, LocalShelf):
        yield
        return
    path = Path(shelf.root, LOCK)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("wb")
    except OSError as error:
        raise StoreError(shelf.root, error.strerror or str(error)) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(shelf.root, "another run is writing to it") from error
        yield
