"""A formula for Homebrew: the wheel of a release in an environment of its own, with the parts that were tested."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from release.parts import JFP, Part

PYTHON = "3.13"
_FORMULA = """\
class Jfp < Formula
  desc "Five-year joint forward plan kept like code"
  homepage "{repository}"
  url "{repository}/releases/download/v{version}/{file}", using: :nounzip
  version "{version}"
  sha256 "{seal}"
  license "MIT"

  depends_on "python@{python}"

  def install
    system "python{python}", "-m", "venv", libexec
    system libexec/"bin/python", "-m", "pip", "install", *Dir["*.whl"],
{parts}
    bin.install_symlink libexec/"bin/jfp"
  end

  test do
    system bin/"jfp", "init", "--organisation", "North Town", "--period", "2027-32"
    system bin/"jfp", "validate"
  end
end
"""


def formula(wheel: Path, repository: str, version: str, parts: Iterable[Part]) -> str:
    """The formula of a wheel that the release page of this repository offers."""
    pinned = [f'      "{part.name}=={part.version}"' for part in parts if part.name != JFP]
    return _FORMULA.format(
        repository=repository.rstrip("/"),
        version=version,
        file=wheel.name,
        seal=sha256(wheel.read_bytes()).hexdigest(),
        python=PYTHON,
        parts=",\n".join(pinned),
    )
