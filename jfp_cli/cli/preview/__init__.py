"""The page of a plan in a browser of this computer, anew with every change, and beside it what is wrong and where."""
