// Shows of each step only the fields that matter for its kind and its opening, and offers the steps above it to count from.
// Without this script all fields are there, and the server empties what does not matter.
(() => {
  const PAGES = ["READ", "QUESTIONNAIRE", "WATCH", "COURSE", "SESSION"];
  const OPENINGS = {
    AT_ONCE: [],
    AFTER_STEP: ["after_code"],
    OFFSET: ["after_code", "offset_months", "offset_days", "open_days"],
    YEARLY: ["after_code", "window_from", "window_to"],
  };
  const CHANGING = ["page", "material", "pass_mark", ...new Set(Object.values(OPENINGS).flat())];
  const rows = () => [...document.querySelectorAll("#id_steps-FORMS > [data-inline-panel-child]")];
  const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const isGone = (row) => field(row, "DELETE")?.value === "1";

  const wrapOf = (row, name) => field(row, name)?.closest(".w-panel__wrapper");

  const show = (row) => {
    const kind = field(row, "kind")?.value;
    const opening = field(row, "opening")?.value;
    const wanted = new Set(OPENINGS[opening] || CHANGING);
    if (PAGES.includes(kind)) wanted.add("page");
    else if (kind) ["material", "pass_mark"].forEach((name) => wanted.add(name));
    else ["page", "material", "pass_mark"].forEach((name) => wanted.add(name));
    CHANGING.forEach((name) => wrapOf(row, name)?.toggleAttribute("data-step-unused", !wanted.has(name)));
  };

  const offer = () => {
    const above = [];
    rows().forEach((row) => {
      const select = field(row, "after_code");
      if (!select || isGone(row)) return;
      const chosen = select.value;
      // What was chosen stays, even where it does not fit any more: the server says so.
      const codes = above.includes(chosen) || !chosen ? above : [...above, chosen];
      const first = select.options[0];
      select.replaceChildren(first, ...codes.map((code) => new Option(code, code, false, code === chosen)));
      select.value = chosen;
      const code = field(row, "code")?.value.trim();
      if (code) above.push(code);
    });
  };

  const rename = (row) => {
    const input = field(row, "code");
    const before = input.dataset.before ?? input.defaultValue;
    const now = input.value.trim();
    rows().forEach((other) => {
      const select = field(other, "after_code");
      if (!select || !before || select.value !== before) return;
      select.append(new Option(now, now));
      select.value = now;
    });
    input.dataset.before = now;
  };

  const all = () => {
    rows().forEach(show);
    offer();
  };

  document.addEventListener("change", (event) => {
    const row = event.target.closest?.("#id_steps-FORMS > [data-inline-panel-child]");
    if (!row) return;
    if (event.target.name?.endsWith("-code") && !event.target.name.endsWith("after_code")) rename(row);
    all();
  });

  const begin = () => {
    const list = document.getElementById("id_steps-FORMS");
    if (!list) return;
    all();
    new MutationObserver(all).observe(list, { childList: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
