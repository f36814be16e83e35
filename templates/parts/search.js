// Search: every heading's own text, looked through for all of the words typed, as jfp search does.
{
  const form = document.querySelector(".search");
  const field = form.querySelector("input");
  const said = form.querySelector(".said");
  const list = form.querySelector(".results");
  const contents = document.getElementById("contents");
  const MOST = 50;
  const units = "main section[id], .opening, .plan tbody[id], .dated tbody > tr[id], .glossary > div";
  let places = null;

  // What the page says, with words in its places; of some things as many as there are.
  const filled = (text, words) => text.replace(/\{(\w+)\}/g, (place, name) => words[name] ?? place);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const AND = " " + {{ in_script("and") }} + " ";
  const counted = (number, forms) => filled(forms[plural.select(number)] ?? forms.other, { number });

  // A place's text without that of the places within it.
  const own = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.matches(`${units}, figure, form, thead, caption, .unseen, .here, .label`)
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode.data);
    return texts.join("").replace(/\s+/g, " ").trim();
  };
  // What a place is, and the section that it stands in.
  const GLOSSARY = {{ in_script("Glossary") }};
  const KINDS = [[".opening", ""], [".chapter", {{ in_script("Part") }}], [".enabler", {{ in_script("Topic") }}], [".section", {{ in_script("Section") }}], [".area", {{ in_script("Milestones") }}], ["tbody", {{ in_script("Workstream") }}], ["tr", {{ in_script("Milestone") }}], ["*", GLOSSARY]];
  const whereabouts = (element) => {
    const [, kind] = KINDS.find(([selector]) => element.matches(selector));
    const around = element.parentElement.closest("main .section, main .area, main .chapter")?.querySelector("h2, h3");
    const home = kind === GLOSSARY ? "" : around?.textContent.replace(/\s+/g, " ").trim();
    return kind && home ? filled({{ in_script("{what} in {place}") }}, { what: kind, place: home }) : kind || home || "";
  };
  const read = () => [...document.querySelectorAll(units)].map((element) => {
    const heading = element.querySelector(":scope > h2, :scope > h3, :scope .name, :scope > dt");
    const name = heading.textContent.replace(/\s+/g, " ").trim();
    const text = own(element);
    return { id: element.id || "about", name, where: whereabouts(element), folded: fold(text).folded, top: fold(name).folded, rest: text.replace(name, "") };
  });
  // A text as it is compared: no case, no accents, one kind of blank, hyphen and quotation mark. `at` leads back to it.
  const typed = (text) => text.replace(/[\u2018\u2019]/gu, "'").replace(/[\u201c\u201d]/gu, '"').replace(/[\u2010-\u2014\u2212]/gu, "-");
  const fold = (text) => {
    let folded = "";
    const at = [];
    let from = 0;
    for (const char of text) {
      let plain = typed(char).normalize("NFD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase().replace("\u00df", "ss");
      if (/^\s$/u.test(plain)) plain = folded.endsWith(" ") ? "" : " ";
      for (let sign = 0; sign < plain.length; sign += 1) at.push(from);
      folded += plain;
      from += char.length;
    }
    at.push(text.length);
    return { folded, at };
  };

  // A word as it is, as one and as many; a phrase in quotation marks is whole, a word may be begun only.
  const MANY = { person: "people", child: "children", man: "men", woman: "women", analysis: "analyses" };
  const ONE = Object.fromEntries(Object.entries(MANY).map(([one, many]) => [many, one]));
  const forms = (word) => {
    const found = [word];
    if (!/^\p{L}+$/u.test(word)) return found;
    found.push(`${word}s`, `${word}es`);
    if (Object.hasOwn(MANY, word)) found.push(MANY[word]);
    if (Object.hasOwn(ONE, word)) found.push(ONE[word]);
    if (word.endsWith("y")) found.push(`${word.slice(0, -1)}ies`);
    if (word.endsWith("ies")) found.push(`${word.slice(0, -3)}y`);
    if (word.endsWith("es")) found.push(word.slice(0, -2));
    if (word.endsWith("s") && !word.endsWith("ss")) found.push(word.slice(0, -1));
    return found;
  };
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const pattern = (text, isPhrase) => {
    const isLetter = (sign) => /[\p{L}\p{N}]/u.test(sign);
    const before = isLetter(text[0]) ? "(?<![\\p{L}\\p{N}_])" : "";
    const after = isLetter(text.at(-1)) ? "(?![\\p{L}\\p{N}_])" : "";
    const parts = (isPhrase ? text.split(/[\s-]+/) : [text]).map((part) => `(?:${forms(part).map(escaped).join("|")})`);
    return new RegExp(`${before}(?:${parts.join("[\\s-]+")}${after}${isPhrase ? "" : `|${escaped(text)}`})`, "gu");
  };
  const SMALL = new Set(form.dataset.small?.split(" "));
  const wanted = (entered) => {
    const phrases = [];
    const rest = entered.replace(/["\u201c](.+?)["\u201d]/gu, (_, phrase) => { phrases.push(fold(phrase).folded.trim()); return " "; });
    const words = rest.split(/\s+/).filter((word) => word);
    const telling = words.filter((word) => !SMALL.has(word.toLowerCase()) || (word.length > 1 && word === word.toUpperCase()));
    const single = (telling.length || phrases.length ? telling : words).map((word) => fold(word).folded);
    return [
      ...[...new Set(phrases)].filter((phrase) => phrase).map((phrase) => ({ text: phrase, find: pattern(phrase, true) })),
      ...[...new Set(single)].filter((word) => word.length > 1).map((word) => ({ text: word, find: pattern(word, false) })),
    ];
  };
  const holds = (text, words) => words.every(({ find }) => text.search(find) >= 0);
  const count = (text, words) => words.reduce((sum, { find }) => sum + (text.match(find)?.length ?? 0), 0);

  // Where words stand in a text: beginnings and ends, none within another.
  const spans = (text, words) => {
    const { folded, at } = fold(text);
    const found = words.flatMap(({ find }) => [...folded.matchAll(find)].map((match) => [at[match.index], at[match.index + match[0].length]]));
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return found.filter(([start], number) => found.slice(0, number).every(([, end]) => end <= start));
  };

  // How many letters one word is from another: left out, added, changed, or two that changed places.
  const distance = (one, other) => {
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  };
  const meant = (words) => {
    const known = [...new Set(places.flatMap((place) => place.folded.match(/\p{L}{3,}/gu) ?? []))];
    const absent = words.filter((word) => !places.some((place) => holds(place.folded, [word])));
    return absent.flatMap(({ text }) => {
      const most = text.length < 5 ? 1 : 2;
      const near = known.filter((word) => Math.abs(word.length - text.length) <= most).map((word) => [distance(text, word), word]);
      const [best] = near.filter(([steps]) => steps <= most).sort((a, b) => a[0] - b[0]);
      return best ? [best[1]] : [];
    });
  };

  // What stands around the first of the words, but for the title, which the link says already.
  const snippet = (place, words) => {
    const found = spans(place.rest, words);
    if (!found.length) return "";
    const start = Math.max(0, found[0][0] - 50);
    const end = start + 140;
    const quote = document.createElement("q");
    quote.append(start ? "…" : "");
    let done = start;
    for (const [from, to] of found.filter(([, to]) => to <= end)) {
      const mark = document.createElement("mark");
      mark.textContent = place.rest.slice(from, to);
      quote.append(place.rest.slice(done, from), mark);
      done = to;
    }
    quote.append(place.rest.slice(done, end), "…");
    return quote;
  };

  const light = (words) => {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("found");
    if (!words.length) return;
    const ranges = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const [start, end] of spans(walker.currentNode.data, words)) {
        const range = new Range();
        range.setStart(walker.currentNode, start);
        range.setEnd(walker.currentNode, end);
        ranges.push(range);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  const search = () => {
    const words = wanted(field.value);
    places ??= read();
    const found = words.length === 0 ? [] : places
      .filter((place) => holds(place.folded, words))
      .map((place) => ({ place, times: count(place.folded, words), titled: holds(place.top, words) }))
      .sort((a, b) => b.titled - a.titled);
    list.replaceChildren(...found.slice(0, MOST).map(({ place, times }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${place.id}`;
      link.textContent = place.name.length > 90 ? `${place.name.slice(0, 88)}…` : place.name;
      const number = document.createElement("span");
      number.className = "count";
      number.textContent = ` (${times})`;
      link.append(number);
      const where = document.createElement("span");
      where.className = "where";
      where.textContent = place.where;
      item.append(link, where, snippet(place, words));
      return item;
    }));
    const times = found.reduce((sum, { times }) => sum + times, 0);
    const likely = words.length && !found.length ? meant(words) : [];
    said.textContent = words.length === 0 ? "" : found.length === 0 ?
      (likely.length ? filled({{ in_script("Nothing found; did you mean {words}?") }}, { words: likely.map((word) => `“${word}”`).join(AND) }) : {{ in_script("Nothing found") }}) :
      filled({{ in_script("{what} in {place}") }}, { what: counted(times, {{ forms("match", "matches") }}), place: counted(found.length, {{ forms("place") }}) }) +
      (found.length > MOST ? filled({{ in_script(", the first {number} shown") }}, { number: MOST }) : "");
    contents.hidden = words.length > 0;
    form.parentElement.scrollTop = 0;
    light(words);
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { field.value = ""; search(); }
    if (event.key === "ArrowDown") { list.querySelector("a")?.focus(); event.preventDefault(); }
  });
  list.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") field.focus();
    if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)].focus();
    if (event.key === "ArrowUp") (links[at - 1] ?? field).focus();
    if (event.key.startsWith("Arrow")) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
    list.querySelector("a")?.click();
  });
  addEventListener("keydown", (event) => {
    const typing = document.activeElement?.closest("input, select, textarea");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    field.focus();
    event.preventDefault();
  });
}
