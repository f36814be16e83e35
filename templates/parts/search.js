// Search: every heading's own text, looked through for all of the words typed.
{
  const form = document.querySelector(".search");
  const field = form.querySelector("input");
  const said = form.querySelector(".said");
  const list = form.querySelector(".results");
  const contents = document.getElementById("contents");
  const MOST = 50;
  const units = "main section[id], .opening, .plan tbody[id], .dated tbody > tr[id], .glossary > div";
  let places = null;

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
  const read = () => [...document.querySelectorAll(units)].map((element) => {
    const heading = element.querySelector(":scope > h2, :scope > h3, :scope .name, :scope > dt");
    const name = heading.textContent.replace(/\s+/g, " ").trim();
    const text = own(element);
    return { id: element.id || "about", name, lower: text.toLowerCase(), top: name.toLowerCase(), rest: text.replace(name, "") };
  });
  const count = (text, word) => text.split(word).length - 1;

  // What stands around the first of the words, but for the title, which the link says already.
  const snippet = (place, words) => {
    const found = words.map((word) => place.rest.toLowerCase().indexOf(word)).filter((at) => at >= 0);
    if (!found.length) return "";
    const start = Math.max(0, Math.min(...found) - 50);
    const piece = place.rest.slice(start, start + 140);
    const lower = piece.toLowerCase();
    const quote = document.createElement("q");
    quote.append(start ? "…" : "");
    for (let done = 0; ;) {
      const [next] = words.map((word) => [lower.indexOf(word, done), word.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]);
      if (!next) {
        quote.append(piece.slice(done), "…");
        return quote;
      }
      const mark = document.createElement("mark");
      mark.textContent = piece.slice(next[0], next[0] + next[1]);
      quote.append(piece.slice(done, next[0]), mark);
      done = next[0] + next[1];
    }
  };

  const light = (words) => {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("found");
    if (!words.length) return;
    const ranges = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.toLowerCase();
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, Math.min(at + word.length, walker.currentNode.length));
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  const search = () => {
    const words = [...new Set(field.value.toLowerCase().split(/\s+/).filter((word) => word.length > 1))];
    places ??= read();
    const found = words.length === 0 ? [] : places
      .filter((place) => words.every((word) => place.lower.includes(word)))
      .map((place) => ({ place, times: words.reduce((sum, word) => sum + count(place.lower, word), 0), titled: words.every((word) => place.top.includes(word)) }))
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
      item.append(link, snippet(place, words));
      return item;
    }));
    const times = found.reduce((sum, { times }) => sum + times, 0);
    said.textContent = words.length === 0 ? "" : found.length === 0 ? "Nothing found" :
      `${times} ${times === 1 ? "match" : "matches"} in ${found.length} ${found.length === 1 ? "place" : "places"}` +
      (found.length > MOST ? `, the first ${MOST} shown` : "");
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
  form.hidden = false;
}
