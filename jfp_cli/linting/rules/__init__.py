"""One fault a module: its code, its reasons, its examples and its check; what it alone needs stands beside it."""
