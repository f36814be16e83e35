"""How milestones look in a table."""

from jfp_cli.cli.console.table import Column

_COLOURS = {"on_track": "green", "complete": "green", "at_risk": "yellow", "off_track": "red"}

DAYS = Column("days_overdue", "Days", essential=True, number=True, style="red")
DUE = Column("due", "Due", essential=True)
ID = Column("id", "Milestone", essential=True, style="cyan", heading=True)
STATUS = Column("status", "Status", style=_COLOURS)
ACTIVITY = Column("activity", "Activity", long=True)
AREA = Column("area", "Area")
OWNER = Column("owner", "Owner")
