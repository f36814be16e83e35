"""Rules that hold several plans against each other."""
