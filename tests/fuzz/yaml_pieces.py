"""Words, names and signs of which random YAML is made: those of plans, and those that mean something else in YAML."""

WORDS = [
    "a", "Half of the", "teams", "2025-26", "\u00a37m", "90%", "it's", "12:30", "a#b",
    "https://x.org/y?z=1", "(new)", "x, y", "[a]", "{b}", "why?", "-5", "a - b", "\u2014", "\U0001f600",
    "nullify", "no", "a & b", '5" pipe', "<= 1%", "a:b", "\u2019", "\u00e9", "a:", "#1", "...", "\xa0",
]  # fmt: skip
NAMES = [
    "a", "b", "c", "due", "2025-26", "14Z35", "two words", "it's", "a, b", "\u00a3", "b-c", "A/B", "x (y)",
    "n",
]  # fmt: skip
ODD_NAMES = [
    "null", "~", "<<", "...", "... a", "---", "a:b", "a #b", '"a"', "'a'", "[a]", "{a}", "-a", "?a", "a ",
    "nul", "?", "x" * 101, "x" * 102, "a a " * 300, "*a", "&a b", "!a b", "\t", "@a", "%a", "=", "a\xa0",
    "\u3000a", "",
]  # fmt: skip
SIGNS = [
    # in a line
    " ", "  ", ":", ": ", " #", "#", "- ", "-", "> ", ">", "|", '"', "'", "''", '""', "[", "]", "{", "}",
    ",", ", ", "~", "null", "Null", "NULL", "!", "!a ", "&a ", "*a", "?", "? ", "%", "@", "`", "\\", "...",
    "---", "--- ", "<<: ", "[]", "{}", "[a, ]", "[,]", "[a: b]", "[null, b]", "{null: b}", "{a}",
    "{a: b, a: c}", "[a,b]", "[ a ]", "{ a: b }", '["a":b]', "[a]#b", "[a] # b", '"a" # b', '"a"#b', "'a'b",
    "[a':b]", "[a:\xa0b]", "[a ?b]", "[-]", "[- a]", "[a b]", "[[a], [b, {c: d}]]", "[[[[[[a]]]]]]",
    "{a: {b: {c: {d: {e: {f: g}}}}}}", "[a?]", "[https://x.org/?a=b#c]", "[a#b]", "{a : b}", "{a:b}",
    "{a: b:c}", "{'a': b}", "[a'b]", "[b, -5, --5]", "{a: [b, {c: }]}", "[a]]", "{a: b}}", "[a}",
    # lines
    "\n", "\n\n", ">-\n", "|\n", "a: b\n", "- a: b\n", "- - a\n", "# c\n", "      # deep\n", "   \n",
    "        \n", "key:\n", "key: \n", "- >-\n", ">+\n", ">2\n", "-\n", "- \n", "null: 1\n", "~: 1\n",
    '"a": b\n', "? a\n: b\n", "\n\n      deeper\n", "\n      deeper\n", "%YAML 1.2\n", "---\n", "...\n",
    "--- a\n", "[a,\n  b]", "x: |\n", "|+", "key: v",
    # characters
    "\t", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\xa0", "\u3000", "\ufeff", "\x00", "\x0b", "\x0c",
    "\x7f", "\x9f", "\ufdd0", "\ufdd3", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ud800",
    "\udfff", "\xad", "\u200b",
    # what looks like something else
    "\u201ca\u201d", "\u2013 ", "\n  \u2013 a\n", "\n  \xa0 ", " #1", "#1", "]#TBC", "<<<<<<< a\n", "=======\n",
    ">>>>>>> b\n", "<<<<<<<\na: b\n=======\na: c\n>>>>>>>\n",
    # as long as nobody writes
    "x" * 1100, "x" * 1100 + ": y\n", "[" + "a, " * 400 + "a]", '"' + "x" * 1100 + '"', "a: " * 20,
    "- " * 20, "[" * 6,
]  # fmt: skip
