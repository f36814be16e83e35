"""Where jinja2 reads templates from: the folders of them, and what Python compiled of those of jfp."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.loaders import split_template_path

from jfp_cli.report.pages.own_files import own_file


class Folder(FileSystemLoader):
    """Templates in a folder; a file that is not text is as wrong as one that is not well formed."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            file = str(Path(self.searchpath[0]) / template)
            raise TemplateSyntaxError("it is not UTF-8 text", line, template, file) from None


class OwnFolder(Folder):
    """The same of a plan, which somebody else may have written: no link leads out of it."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        own_file(Path(self.searchpath[0]), *split_template_path(template))
        return super().get_source(environment, template)


class Compiled(FileSystemBytecodeCache):
    """Templates of jfp as Python compiled them, beside the templates; Jinja compares what each was compiled from.

    A process compiles each once, also where nothing can be kept beside them.
    """

    _of_this_process: ClassVar[dict[str, bytes]] = {}

    def __init__(self, shipped: Path, form: str) -> None:
        super().__init__(str(shipped / "__pycache__"), f"{form}-%s.cache")
        self._shipped = str(shipped)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Nothing for a template of a plan's own, which is not to be kept."""
        return super().get_cache_key(name, filename) if filename and filename.startswith(self._shipped) else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._of_this_process.get(bucket.key):
            bucket.bytecode_from_string(kept)
        elif bucket.key:
            with suppress(OSError):  # what stands there is no folder, or nobody may read it
                super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key:
            self._of_this_process[bucket.key] = bucket.bytecode_to_string()
        if bucket.key and not sys.dont_write_bytecode:
            with suppress(OSError):  # where jfp is installed for everyone
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)
