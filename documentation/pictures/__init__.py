"""The pictures of the README and of the pages, each taken by script from a plan as it is, kept in docs/pictures."""
