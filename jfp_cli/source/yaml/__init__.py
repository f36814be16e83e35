"""The YAML of plan files: what a text says, where each part of it stands, and what is wrong with it."""

from jfp_cli.source.yaml.document import Data, Document, Place, Tree
from jfp_cli.source.yaml.parsing import parse

__all__ = ["Data", "Document", "Place", "Tree", "parse"]
