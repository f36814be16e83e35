"""How milestones look in a table."""

from jfp_cli.cli.table import Column

DAYS = Column("days_overdue", "Days", essential=True, number=True, style="red")
DUE = Column("due", "Due", essential=True)
ID = Column("id", "Milestone", essential=True, style="cyan")
STATUS = Column("status", "Status")
ACTIVITY = Column("activity", "Activity", long=True)
AREA = Column("area", "Area")
OWNER = Column("owner", "Owner")
