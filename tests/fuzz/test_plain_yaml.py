"""The quick reader of YAML and libyaml on ten thousand texts that chance wrote."""

from tests.fuzz.plain_yaml import difference, texts


def test_where_the_quick_reader_answers_it_says_what_libyaml_says() -> None:
    found = [difference(text) for text in texts(seed=2026, count=10_000)]
    assert [said for said in found if said] == []
    assert found.count("") > 1_500  # else chance writes nothing that it reads
