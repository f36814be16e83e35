"use strict";
// The table of contents: closed on a phone, and on a desk it follows the reader.
{
  const box = document.querySelector(".contents details");
  const wide = matchMedia("(min-width: 64rem)");
  const fit = () => { box.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
  document.querySelector(".reach").addEventListener("click", () => { box.open = true; });
  box.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) box.open = false;
  });
  const opened = [];
  addEventListener("beforeprint", () => {
    opened.push(...document.querySelectorAll("details:not([open], .measure *)"));
    for (const closed of opened) closed.open = true;
  });
  addEventListener("afterprint", () => {
    for (const closed of opened.splice(0)) closed.open = false;
  });

  const links = new Map();
  for (const link of box.querySelectorAll("a")) {
    const place = document.getElementById(link.hash.slice(1));
    if (place) links.set(place, link);
  }
  const order = [...links.keys()];
  const seen = new Set();
  let current = null;
  const watcher = new IntersectionObserver((changes) => {
    for (const change of changes) seen[change.isIntersecting ? "add" : "delete"](change.target);
    const link = links.get(order.findLast((place) => seen.has(place)));
    if (!link || link === current) return;
    current?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    current = link;
    if (!wide.matches || link.closest("[hidden]")) return;
    const beside = document.querySelector(".beside");
    const off = link.getBoundingClientRect().top - beside.getBoundingClientRect().top;
    if (off < 0 || off > beside.clientHeight - 40) beside.scrollTop += off - beside.clientHeight / 2;
  }, { rootMargin: "-15% 0px -80% 0px" });
  for (const place of order) watcher.observe(place);
}
