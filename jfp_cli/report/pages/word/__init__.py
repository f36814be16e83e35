"""A page for paper as a Word document: the one user of python-docx and resvg."""
