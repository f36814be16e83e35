"""What several rules look at in the texts of a plan: words, abbreviations, and dates that are promised."""
