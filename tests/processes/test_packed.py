"""A packed value is pickled once, and unpickled where it is asked for."""

import pickle
from typing import Any, cast

import pytest

from mi_print.processes.packed import Packed

LOG: list[str] = []


class Noted:
    """Something that notes when it is pickled, and when unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        LOG.append("pickled")
        return _noted, ()


def _noted() -> Noted:
    LOG.append("unpickled")
    return Noted()


def sent(packed: Packed[Noted]) -> Packed[Noted]:
    return cast("Packed[Noted]", pickle.loads(pickle.dumps(packed)))  # noqa: S301 - our own


@pytest.fixture(autouse=True)
def log() -> None:
    LOG.clear()


def test_a_value_is_pickled_once_however_often_it_is_sent() -> None:
    packed = Packed(Noted())
    assert len({pickle.dumps(packed) for _ in range(3)}) == 1
    assert LOG == ["pickled"]


def test_it_is_sent_on_as_it_came() -> None:
    there = sent(sent(Packed(Noted())))
    assert LOG == ["pickled"]
    assert isinstance(there.value, Noted)
    assert there.value is there.value
    assert LOG == ["pickled", "unpickled"]


def test_what_is_not_sent_stays_what_it_is() -> None:
    value = Noted()
    assert Packed(value).value is value
    assert LOG == []
