"""Where the program for Windows begins, which needs no Python: processes that it starts begin here as well."""

import multiprocessing

from jfp_cli.__main__ import run

if __name__ == "__main__":
    multiprocessing.freeze_support()
    run()
