"""The demo site, build/: what jfp makes of plans, each page and file written by a command, and the documentation."""
