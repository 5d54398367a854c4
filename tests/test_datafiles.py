from __future__ import annotations

import pytest

from reportparse.datafiles import load_data


@pytest.mark.parametrize("name", ["units.toml", "phrases.toml", "verbs.toml"])
def test_a_file_is_read_once(name):
    assert load_data(name) is load_data(name)
    assert all(isinstance(one, dict | list) for one in load_data(name).values())


def test_there_is_no_such_file():
    with pytest.raises(FileNotFoundError):
        load_data("nothing.toml")
