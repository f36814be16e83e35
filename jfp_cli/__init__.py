"""A five-year joint forward plan kept like code."""
