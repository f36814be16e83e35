"""Texts to a plan, with everything that is wrong with them."""

from jfp_cli.loading.loader import LeftOut, Loaded, load

__all__ = ["LeftOut", "Loaded", "load"]
