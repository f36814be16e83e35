"""Plans that chance makes: every field of everything that a workbook shows, in odd texts and odd layouts."""

from pathlib import Path
from random import Random
from typing import Any

import yaml

_WORDS = (
    *("clinic", "wards", "\u201copen\u201d", "it\u2019s", "2025\u201326", "St.\u00a0Albans", "caf\u00e9", "=SUM(A1)"),
    *("+44", "-5", "@home", "100%", "a: b", "#1", "_x0041_", "'quoted'", '"so"', "\u20ac", "\U0001f600", "yes", "no"),
    *("12:30", "1.0", "007", "TRUE", "e3", "\u2026", "--", "\u2014", "<b>", "&amp;", "tab\tbed", "x" * 90),
)
_DATES = (
    *("March 2026", "2026-03", "Q3 2025/26", "31 January 2026", "by end June 2025", "Autumn 2025", "2025/26"),
    "2026-03-31",
)
_STATUSES = ("not_started", "on_track", "at_risk", "off_track", "complete", "cancelled")
_FIGURES = ("19%", "134,140", "under 6%", "\u00a37m", "65 weeks", "0")


class Maker:
    """Somebody who writes a plan by chance, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - nothing is kept secret with it
        self._count = 0

    def write(self, root: Path) -> Path:
        """Write a plan into a folder, which comes back."""
        areas, sections = [self.area() for _ in range(2)], [self.section() for _ in range(2)]
        measures = [self.measure() for _ in range(2)]
        enabler = {"id": "estates", "title": "Estates", "commitments": self.several(self.commitment)}
        enabler["topics"] = [{"title": "Hubs", "commitments": self.several(self.commitment)}]
        settings = {
            "title": "Made plan",
            "organisation": "Made board",
            "period": {"start": "2025-04-01", "end": "2030-03-31"},
            "planning_periods": ["2025-26", "2026-30"],
            "places": {"north-town": "North Town", "south-vale": "South Vale"},
            "organisations": {"trust": "The Trust"},
            "contents": [
                {"part": "One", "sections": [one["id"] for one in sections]},
                {"part": "Two", "enablers": ["estates"]},
            ],
            "fields": {
                "milestones": {
                    "cost": {"about": "Its cost", "type": "figure"},
                    "said": {"about": "A text", "type": "text"},
                }
            },
        }
        files = {"plan.yaml": settings, "enablers/estates.yaml": enabler}
        files |= {f"milestones/{one['area']}.yaml": one for one in areas}
        files |= {f"sections/{one['id']}.yaml": one for one in sections}
        files |= {f"measures/{one['id']}.yaml": one for one in measures}
        for name, data in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._laid_out(data).encode())
        return root

    def _laid_out(self, data: Any) -> str:
        style = self.random.choice((None, None, '"', "'"))
        text: str = yaml.safe_dump(
            data,
            allow_unicode=self.random.random() < 0.8,
            default_flow_style=self.random.choice((False, None)),
            default_style=style,
            sort_keys=False,
            width=self.random.choice((60, 120, 1000)),
        )
        return text.replace("\n", "\r\n") if self.random.random() < 0.3 else text

    def id(self, noun: str) -> str:
        self._count += 1
        return f"{noun}-{self._count}"

    def text(self) -> str:
        words = self.random.choices(_WORDS, k=self.random.randint(2, 9))
        return self.random.choice((" ", " ", " ", "  ", "\n")).join([f"Text {self.id('no')}", *words])

    def several(self, make: Any, least: int = 0) -> list[Any]:
        return [make() for _ in range(self.random.randint(least, 3))]

    def maybe(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Some of these fields; those that hold nothing are left out."""
        return {key: value for key, value in fields.items() if value not in ([], None) and self.random.random() < 0.5}

    def promised(self) -> dict[str, Any]:
        date, random = self.random.choice, self.random
        return self.maybe(
            {
                "forecast": date(_DATES),
                "status": random.choice(_STATUSES),
                "completed": "2026-01-31",
                "owner": self.text(),
                "leads": ["trust"],
                "places": random.sample(["north-town", "south-vale"], k=random.randint(1, 2)),
                "updates": [{"date": "2026-01-31", "note": self.text()}],
                "moves": [{"from": "May 2025", "to": "June 2025", "date": "2025-01-31", "because": self.text()}],
                "evidence": ["https://example.org/a", "https://example.org/b"],
            }
        )

    def area(self) -> dict[str, Any]:
        return {"area": self.id("area"), "title": self.text(), "milestones": self.several(self.milestone, 1)}

    def milestone(self) -> dict[str, Any]:
        own = {"id": self.id("milestone"), "activity": self.text(), "due": self.random.choice(_DATES)}
        more = self.maybe({"group": self.text(), "why": self.text(), "cost": "\u00a37m", "said": self.text()})
        return own | more | self.promised() | self.maybe({"checkpoints": self.several(self.checkpoint)})

    def checkpoint(self) -> dict[str, Any]:
        own = {"due": self.random.choice(_DATES), "activity": self.text()}
        return self.maybe({"id": self.id("checkpoint")}) | own | self.promised()

    def section(self) -> dict[str, Any]:
        stream = {
            "id": self.id("stream"),
            "title": self.text(),
            "actions": {"2025-26": self.several(self.action, 1), "2026-30": self.several(self.action, 1)},
            "indicators": [self.text(), self.target()],
        }
        return {"id": self.id("section"), "title": self.text(), "workstreams": [stream], "targets": [self.target()]}

    def action(self) -> Any:
        if self.random.random() < 0.5:
            return self.text()
        dated = self.maybe({"id": self.id("action"), "due": self.random.choice(_DATES)})
        return {"action": self.text(), **dated, **self.promised()}

    def commitment(self) -> dict[str, Any]:
        dated = self.maybe({"id": self.id("commitment"), "due": self.random.choice(_DATES)})
        return {"commitment": self.text(), **dated, **self.promised()}

    def target(self) -> dict[str, Any]:
        return {"id": self.id("target"), "statement": self.text()} | self.maybe(
            {
                "measure": self.text(),
                "better": self.random.choice(("lower", "higher")),
                "hold": "true",
                "baseline": {"value": "25%", "at": "April 2025"},
                "trajectory": [{"target": "22%", "due": "March 2026"}],
                "target": self.random.choice(_FIGURES),
                "due": self.random.choice(_DATES),
                "places": ["north-town"],
            }
        )

    def measure(self) -> dict[str, Any]:
        readings = [
            {
                "at": f"2025-{month:02}",
                "value": f"{self.random.randint(100, 999)}",
                **self.maybe({"place": "north-town"}),
            }
            for month in range(4, 10)
        ]
        return {"id": self.id("measure"), "title": self.text(), **self.maybe({"unit": "beds", "screen": "false"})} | {
            "readings": readings
        }
