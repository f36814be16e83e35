"""Rules that hold a plan's dates, targets and wording to account."""
