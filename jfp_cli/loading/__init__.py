"""Texts to a plan, with everything that is wrong with them."""

from jfp_cli.loading.file_read import FileRead, LeftOut, read_file
from jfp_cli.loading.loader import EVERYTHING, Loaded, assemble, load, load_texts

__all__ = ["EVERYTHING", "FileRead", "LeftOut", "Loaded", "assemble", "load", "load_texts", "read_file"]
