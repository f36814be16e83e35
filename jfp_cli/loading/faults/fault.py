"""What a fault of a plan is: one object that names it, explains it and shows it."""

from dataclasses import dataclass

from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding, Fix, Severity
from jfp_cli.values.span import Span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fault:
    """A fault that a plan can have; its code is never given to another.

    `what` is one sentence; `why` says what goes wrong where the fault stays, and why it has its severity. `bad` and
    `good` are examples as `examples.py` beside this reads them: in `bad` a line that ends in `# <--` has the fault, in
    `good` nothing has.
    """

    code: str
    name: str
    severity: Severity = Severity.ERROR
    what: str
    why: str
    bad: str
    good: str

    def finding(
        self,
        message: str,
        span: Span,
        address: Address | None = None,
        advice: str = "",
        fixes: tuple[Fix, ...] = (),
    ) -> Finding:
        """The fault at one place: what is wrong there, as advice what to write instead, and what would do so."""
        return Finding(self.code, self.name, self.severity, message, span, address, advice, fixes)

    def is_called(self, name: str) -> bool:
        """Whether this is meant by a name, a code or a family such as `JFP4` or `JFP4xx`."""
        start = name.upper().rstrip("X")
        return name.lower() == self.name or (start != "" and self.code.startswith(start))
