"""The language of a page: what jfp says itself comes through here, in English or in a language that has a table.

English stands where it is said. Another language has one file, `<language>.po`, with what each of its sentences is.
"""

from jfp_cli.report.language.spoken import counted, say, speaking, spoken

__all__ = ["counted", "say", "speaking", "spoken"]
