/* The outcomes archive. The page is whole without this: a list, and links to a page for each theme, format and so
   on. Here the links become choices that combine, words can be looked for, and what is shown can be taken along.

   A row names its values by number (data-f); the panel says which number is which value of which facet. Within a
   facet one chosen value is enough; every facet with a choice must agree. */
(() => {
  const archive = document.querySelector("[data-archive]");
  if (!archive) return;
  const find = (name) => archive.querySelector(`[data-archive-${name}]`);
  const list = find("list"), tools = find("tools"), said = find("count"), reset = find("reset");
  const words = tools.elements.q, order = tools.elements.sort;
  let texts = null, asked = null, timer;

  const facets = [...archive.querySelectorAll("[data-facet]")].map((part) => ({
    id: part.dataset.facet,
    title: part.querySelector("h2").textContent,
    part,
    values: [...part.querySelectorAll("a")].map((link) => makeChoice(link, part.dataset.facet)),
  }));
  const valueOf = new Map();
  for (const facet of facets) for (const value of facet.values) valueOf.set(value.code, { facet, value });

  const rows = [...list.children].map((item, position) => {
    const codes = item.dataset.f.split(" ");
    const own = facets.map(() => []);
    for (const code of codes) own[facets.indexOf(valueOf.get(code).facet)].push(valueOf.get(code).value);
    return { item, position, own, title: item.firstElementChild.textContent };
  });

  /* Group and outcome, as the public data names it: the data may be newer than the page. */
  const nameOf = (item) => item.firstElementChild.getAttribute("href").match(/groups\/([^/]+)\/outcomes\/([^/]+)\//u).slice(1).join("/");

  /* A link of the panel becomes a box to tick; its words stay. */
  function makeChoice(link, facet) {
    const label = document.createElement("label"), box = document.createElement("input");
    const name = document.createElement("span"), count = link.parentElement.querySelector(".scm-archive__count");
    box.type = "checkbox";
    box.name = facet;
    box.value = link.dataset.value;
    name.textContent = link.textContent;
    if (link.lang) name.lang = link.lang;
    label.append(box, " ", name);
    const value = { code: link.dataset.code, box, count, name: link.textContent, lang: link.lang };
    link.replaceWith(label);
    return value;
  }

  const matches = (row, wanted, needles) => {
    /* At most one disagreement matters: it tells which counts the row still belongs to. */
    let missing = -1, misses = 0;
    for (let i = 0; i < wanted.length && misses < 2; i += 1) {
      if (wanted[i].size && !row.own[i].some((value) => wanted[i].has(value))) { missing = i; misses += 1; }
    }
    if (misses < 2 && needles.length && !needles.every((needle) => texts[row.position].includes(needle))) misses = 2;
    return { misses, missing };
  };

  const apply = () => {
    const wanted = facets.map((facet) => new Set(facet.values.filter((value) => value.box.checked)));
    const needles = texts ? scmFold(words.value).split(" ").filter(Boolean) : [];
    const counts = new Map();
    let shown = 0;
    for (const row of rows) {
      const { misses, missing } = matches(row, wanted, needles);
      if (row.item.hidden !== misses > 0) row.item.hidden = misses > 0;
      if (misses === 0) shown += 1;
      if (misses > 1) continue;
      row.own.forEach((values, i) => {
        if (misses === 0 || i === missing) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
      });
    }
    for (const { value } of valueOf.values()) showCount(value, counts.get(value) ?? 0);
    const isNarrowed = wanted.some((values) => values.size) || words.value.trim() !== "";
    say(shown, isNarrowed);
    reset.hidden = !isNarrowed;
    find("none").hidden = shown > 0;
    find("take").hidden = shown === 0 || (words.value.trim() !== "" && !texts);
    showChosen(wanted);
  };

  const showCount = (value, count) => {
    const [number, unit] = value.count.childNodes, text = String(count);
    if (number.data !== text) {
      number.data = text;
      unit.textContent = count === 1 ? " outcome" : " outcomes";
    }
    value.box.closest("li").classList.toggle("scm-archive__no", count === 0 && !value.box.checked);
  };

  const say = (shown, isNarrowed) => {
    const all = rows.length === 1 ? "1 outcome" : `${rows.length} outcomes`;
    const text = isNarrowed ? `${shown} of ${all}` : all;
    const told = words.value.trim() && !texts ? "Loading the texts to look into …" : text;
    if (said.textContent !== told) said.textContent = told;
  };

  const showChosen = (wanted) => {
    const chosen = wanted.flatMap((values, i) => [...values].map((value) => makeChip(facets[i], value)));
    find("chosen").replaceChildren(...chosen);
    find("chosen").hidden = chosen.length === 0;
  };

  const makeChip = (facet, value) => {
    const item = document.createElement("li"), button = document.createElement("button");
    const name = document.createElement("span");
    name.textContent = value.name;
    if (value.lang) name.lang = value.lang;
    button.type = "button";
    button.setAttribute("aria-label", `Take away ${facet.title}: ${value.name}`);
    button.append(`${facet.title}: `, name, " ×");
    button.addEventListener("click", () => { value.box.checked = false; change(); value.box.focus(); });
    item.append(button);
    return item;
  };

  const compare = {
    "": (a, b) => a.position - b.position,
    oldest: (a, b) => b.position - a.position,
    title: (a, b) => a.title.localeCompare(b.title, "en", { numeric: true }) || a.position - b.position,
  };
  const sort = () => {
    const ordered = [...rows].sort(compare[order.value] ?? compare[""]);
    if (ordered.some((row, i) => list.children[i] !== row.item)) list.replaceChildren(...ordered.map((row) => row.item));
  };

  /* The texts are fetched once somebody types; the page itself stays small. */
  const load = async () => {
    if (asked) return asked;
    asked = fetch(archive.dataset.texts).then((answer) => answer.json());
    try {
      texts = await asked;
      if (texts.length !== rows.length) throw new Error("the site was published anew");
    } catch {
      asked = texts = null;
      said.textContent = "The texts to look into could not be loaded. Please load the page again.";
      throw new Error("no texts");
    }
    return asked;
  };

  const look = () => {
    if (words.value.trim() && !texts) load().then(apply, () => {});
    apply();
  };

  const remember = () => {
    const state = new URLSearchParams();
    if (words.value.trim()) state.set("q", words.value.trim());
    for (const facet of facets) {
      for (const value of facet.values) if (value.box.checked) state.append(facet.id, value.box.value);
    }
    if (order.value) state.set("sort", order.value);
    const text = state.toString();
    history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash);
  };

  const recall = () => {
    const state = new URLSearchParams(location.search);
    words.value = state.get("q") ?? "";
    order.value = Object.hasOwn(compare, state.get("sort") ?? "") ? state.get("sort") ?? "" : "";
    for (const facet of facets) {
      const chosen = new Set(state.getAll(facet.id));
      for (const value of facet.values) value.box.checked = chosen.has(value.box.value);
    }
  };

  const change = () => { look(); remember(); };

  /* What is shown, in its order, out of the public data: the same fields, the same bytes of a row. */
  const take = async (kind) => {
    const chosen = [...list.children].filter((item) => !item.hidden).map(nameOf);
    const answer = await fetch(archive.dataset[kind]);
    if (!answer.ok) throw new Error("no data");
    const text = kind === "csv" ? takeLines(await answer.text(), chosen) : takeRecords(await answer.json(), chosen);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind === "csv" ? "text/csv" : "application/json" }));
    link.download = `outcomes.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const takeRecords = (data, chosen) => {
    const named = new Map(data.outcomes.map((one) => [one.id, one]));
    return `${JSON.stringify({ ...data, outcomes: chosen.map((name) => named.get(name)).filter(Boolean) }, null, 2)}\n`;
  };
  /* A line end within quotation marks belongs to its cell. */
  const takeLines = (table, chosen) => {
    const records = table.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+\r\n/gu) ?? [];
    const named = new Map(records.map((line) => [line.split(",", 2)[1], line]));
    return [records[0], ...chosen.map((name) => named.get(name) ?? "")].join("");
  };

  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(change, 80); });
  words.addEventListener("focus", () => load().catch(() => {}), { once: true });
  order.addEventListener("change", () => { sort(); remember(); });
  for (const { part } of facets) part.addEventListener("change", change);
  reset.addEventListener("click", () => {
    for (const { value } of valueOf.values()) value.box.checked = false;
    words.value = "";
    change();
    words.focus();
  });
  for (const button of archive.querySelectorAll("[data-take]")) {
    button.addEventListener("click", () => take(button.dataset.take).catch(() => {
      said.textContent = "The data could not be loaded.";
    }));
  }
  addEventListener("popstate", () => { recall(); sort(); look(); });
  find("panel").open = matchMedia("(min-width: 60em)").matches;
  recall();
  sort();
  look();
  archive.dataset.ready = "";
})();
