"""A plan as tables of typed columns, for databases and programs."""
