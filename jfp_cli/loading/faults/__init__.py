"""What loading can find wrong, a family a module: each with its reasons and examples."""
