"""The documentation site: pages that people wrote, in docs/, and reference pages made from the objects themselves."""
