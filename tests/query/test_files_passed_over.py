"""What is asked of promises stands in few files; the others are not read."""

import pytest

from jfp_cli.loading import load
from jfp_cli.loading.loader import load_texts
from jfp_cli.query.filters import Filters
from jfp_cli.query.promises import promises
from jfp_cli.source.folder import TextFile
from tests.conftest import SHIPPED
from tests.query.test_every_promise import FILES

KINDS = ("areas", "sections", "enablers")


def test_the_promises_are_the_same() -> None:
    whole, few = load(SHIPPED, KINDS).plan, load(SHIPPED, KINDS, Filters().holding).plan
    assert whole is not None
    assert few is not None
    assert list(promises(few)) == list(promises(whole))
    assert len(few.enablers) < len(whole.enablers)


@pytest.mark.parametrize("key", ["action", '"action"', "'action' ", '"\\x61ction"'])
def test_however_its_key_is_written_an_action_is_read(key: str) -> None:
    section = FILES["sections/care.yaml"].replace("{action: Clear", f"{{{key}: Clear")
    texts = [TextFile.of(name, text) for name, text in (FILES | {"sections/care.yaml": section}).items()]
    plan = load_texts(SHIPPED, texts, KINDS, Filters().holding).plan
    assert plan is not None
    assert [one.text for one in promises(plan, ["actions"])][:1] == ["Clear the backlog"]


def test_a_filter_that_looks_around_promises_reads_all() -> None:
    assert Filters(areas=("planned",)).holding == {}


def test_a_file_that_is_passed_over_is_there_all_the_same() -> None:
    texts = [TextFile.of(name, text) for name, text in FILES.items()]
    texts = [text._replace(text="id: care\ntitle: Care\n") if text.folder == "sections" else text for text in texts]
    assert load_texts(SHIPPED, texts, KINDS, Filters().holding).findings == []
