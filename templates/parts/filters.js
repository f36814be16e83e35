// Filters of the milestone tables; the address after # holds what was chosen, so that a filtered view can be linked.
{
  const form = document.getElementById("filters");
  if (form) {
    const chapter = form.closest("section");
    const said = form.querySelector(".said");
    const areas = [...chapter.querySelectorAll(".area")];
    const rows = areas.flatMap((area) => [...area.querySelectorAll("tbody > tr[id]")].map((row) => ({ row, area: area.dataset.area, ...row.dataset })));

    const chosen = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const fits = (row, wanted) =>
      (!wanted.has("area") || row.area === wanted.get("area")) &&
      ["places", "leads"].every((name) => !wanted.has(name) || (row[name] ?? "").split(" ").includes(wanted.get(name))) &&
      (!wanted.has("owner") || row.owner === wanted.get("owner")) &&
      (!wanted.has("status") || row.status === wanted.get("status")) &&
      (!wanted.has("overdue") || "overdue" in row) &&
      (!wanted.has("from") || !row.last || row.last >= wanted.get("from")) &&
      (!wanted.has("to") || row.first <= wanted.get("to"));

    const show = () => {
      const wanted = chosen();
      let shown = 0;
      for (const row of rows) {
        row.row.hidden = !fits(row, wanted);
        shown += row.row.hidden ? 0 : 1;
      }
      const filtered = wanted.size > 0;
      for (const body of chapter.querySelectorAll(".dated tbody")) body.hidden = filtered && !body.querySelector("tr[id]:not([hidden])");
      for (const area of areas) area.hidden = filtered && !area.querySelector("tr[id]:not([hidden])");
      said.textContent = filtered ? {{ in_script("{shown} of {all} milestones") }}.replace("{shown}", shown).replace("{all}", rows.length) : "";
    };

    const restore = () => {
      const [place, query] = location.hash.slice(1).split("?");
      if (place !== chapter.id) {
        // A link to a milestone that the filters hide shows everything again.
        const thing = document.getElementById(place);
        if (thing?.closest("[hidden]")) {
          form.reset();
          show();
          thing.scrollIntoView();
        }
        return;
      }
      const wanted = new URLSearchParams(query);
      for (const field of form.elements) {
        if (!field.name) continue;
        if (field.type === "checkbox") field.checked = wanted.has(field.name);
        else field.value = wanted.get(field.name) ?? "";
        if (field.selectedIndex < 0) field.selectedIndex = 0; // what was asked for is not there
      }
      show();
      if (query) form.scrollIntoView();
    };

    form.addEventListener("input", () => {
      show();
      const wanted = chosen();
      history.replaceState(null, "", `#${chapter.id}${wanted.size ? `?${wanted}` : ""}`);
    });
    form.addEventListener("reset", () => setTimeout(() => {
      show();
      if (location.hash.includes("?")) history.replaceState(null, "", `#${chapter.id}`);
    }));
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", restore);
    restore();
  }
}
