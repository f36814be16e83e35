"""The least that such a command costs: it imports typer and ruamel.yaml, takes two options, validates a model."""

from pathlib import Path
from typing import Annotated

import ruamel.yaml
import typer
from pydantic import BaseModel


class Asked(BaseModel):
    """What was asked."""

    as_of: str
    plan: Path


def main(as_of: Annotated[str, typer.Option()], plan: Annotated[Path, typer.Option()]) -> None:
    """Say back what was asked."""
    asked = Asked(as_of=as_of, plan=plan)
    typer.echo(f"{asked.as_of} {asked.plan} {ruamel.yaml.__version__}")


if __name__ == "__main__":
    typer.run(main)
