"""Hidden texts are found in a page by whatever way they came there."""

import pytest

from jfp_cli.report.pages.leaks import leaks
from jfp_cli.values.address import Address

OWNER = Address("milestones", "hub", ("owner",))
NOTE = Address("milestones", "hub", ("updates", 0, "note"))
OFFER = "The supplier's offer is £3m too high"


def found(page: str, text: str = OFFER, address: Address = NOTE) -> list[int]:
    return [leak.line for leak in leaks(page, [(address, text)])]


@pytest.mark.parametrize(
    "page",
    [
        f"one\n<p>{OFFER}</p>",
        "one\n<p>The supplier&#39;s offer is &pound;3m too high</p>",
        "one\n<p>The <abbr title='x'>supplier</abbr>'s <em>offer</em> is £3<b>m</b> too high</p>",
        f'one\n<a title="{OFFER}">a</a>',
        f"one\n<!-- {OFFER} -->",
        "one\n<a href='?note=The%20supplier%27s%20offer%20is%20%C2%A33m%20too%20high'>a</a>",
        'one\n<script>{"a": "The supplier\\u0027s offer is \\u00a33m too high"}</script>',
        "one\n| The supplier's *offer* is\\_£3m too **high** |",
        "one\nTHE SUPPLIER'S OFFER\nIS £3M TOO HIGH",
        "one\n<td>The supplier's offer is</td>\n<td>£3m too high</td>",
    ],
)
def test_a_hidden_text_is_found_with_its_line(page: str) -> None:
    assert found(page) == [2]


@pytest.mark.parametrize(
    "page",
    ["", "The supplier's offer is £4m too high", "The supplier's offer", "Mother supplier's offer is £3m too highly"],
)
def test_other_words_are_no_leak(page: str) -> None:
    assert found(page) == []


def test_an_owners_name_counts_however_short() -> None:
    assert found("led by Ann", "Ann", OWNER) == [1]
    assert found("led by Annabel", "Ann", OWNER) == []


def test_a_short_text_may_be_a_coincidence() -> None:
    assert found("is late", "is late") == []
    assert found("First patients seen", "First patients seen") == [1]


def test_what_the_public_may_read_elsewhere_is_no_leak() -> None:
    page, hidden = "<p>The hub has its first patients seen in May</p>", [(NOTE, "First patients seen")]
    assert leaks(page, hidden, ["The hub has its first patients seen in May"]) == []
    assert len(leaks(page, hidden, ["The hub opens in May"])) == 1


def test_an_address_on_the_web_counts_however_short() -> None:
    assert found('<a href="https://a.org">x</a>', "https://a.org") == [1]


def test_a_text_with_markdown_is_found_as_it_is_read() -> None:
    assert found(
        "<p>Ask <a href='https://a.org'>the whole board</a> first</p>", "Ask [the whole board](https://a.org) first"
    )


def test_each_hidden_text_is_named_once_in_the_order_of_the_page() -> None:
    page = "led by Ann Lee\nled by Ann Lee\n" + OFFER
    hidden = [(NOTE, OFFER), (OWNER, "Ann Lee")]
    assert [(leak.address, leak.line) for leak in leaks(page, hidden)] == [(OWNER, 1), (NOTE, 3)]


def test_words_that_jfp_parts_are_no_text() -> None:
    own = frozenset([("key", "milestones")])
    page = '<td colspan="3"><b>Key milestones</b></td>\n<td>June 2024</td>'
    assert leaks(page, [(NOTE, "3 June 2024")], own=own) == []
    assert len(leaks(page.replace("June", "3 June"), [(NOTE, "3 June 2024")], own=own)) == 1


def test_a_text_is_found_in_which_a_word_of_jfp_is_bold() -> None:
    own = frozenset([("owner",), ("status",)])
    page = "<p>Ask the <strong>owner</strong> about it</p>\n<p><b>Status</b> Smith</p>"
    hidden = [(NOTE, "Ask the **owner** about it"), (OWNER, "Status Smith")]
    assert [leak.line for leak in leaks(page, hidden, own=own)] == [1, 2]
