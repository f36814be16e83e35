"""Speed and memory against the budgets of the design, on plans of one, ten and a hundred times the shipped size."""
