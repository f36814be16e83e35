"""The garbage collector is off while much is made that lasts, and does not look through it afterwards."""

import gc
from collections.abc import Iterator

import pytest

from jfp_cli.values.collector import CollectorOff


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """The collector as it is at first, whatever a test does to it."""
    gc.enable()
    gc.collect()
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_meanwhile() -> None:
    with CollectorOff():
        assert not gc.isenabled()
        with CollectorOff():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with CollectorOff():
        pass
    assert not gc.isenabled()


def test_what_was_made_counts_as_old() -> None:
    with CollectorOff():
        made = [[number] for number in range(10_000)]
    young = {id(one) for one in gc.get_objects(generation=0)}
    assert young.isdisjoint(map(id, made))
    assert gc.get_freeze_count() == 0


def test_a_circle_of_what_was_made_is_collected_in_the_end() -> None:
    with CollectorOff():
        circle: list[object] = []
        circle.append(circle)
    del circle
    assert gc.collect() >= 1


def test_what_somebody_else_froze_stays_frozen() -> None:
    gc.freeze()
    with CollectorOff():
        pass
    assert gc.get_freeze_count() > 0
