"""A five-year joint forward plan kept like code."""

__version__ = "0.1.0"
