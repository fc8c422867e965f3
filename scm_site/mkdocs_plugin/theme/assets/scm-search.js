/* The search dialog. Material's worker finds; the index is fetched when the dialog first opens.
   Titles and texts of the index are HTML: they are parsed in a document of their own, where nothing
   runs or loads, and only their words are taken over. */
(() => {
  const dialog = document.getElementById("scm-search");
  const query = dialog.querySelector("input");
  const count = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  const base = new URL(dialog.dataset.base.replace(/\/*$/, "/"), location);
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const SHOWN = 20;
  let worker, ready = false, timer;

  const start = async () => {
    worker = new Worker(new URL(dialog.dataset.worker, location));
    worker.onmessage = ({ data }) => {
      if (data.type === READY) { ready = true; ask(); }
      if (data.type === RESULT) show(data.data.items);
    };
    try {
      const answer = await fetch(new URL("search/search_index.json", base));
      const index = await answer.json();
      worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
    } catch {
      count.textContent = "The search could not be loaded.";
    }
  };

  const ask = () => {
    const words = query.value.trim();
    if (!words) { list.replaceChildren(); count.textContent = ""; return; }
    if (!ready) { count.textContent = "The search is loading."; return; }
    worker.postMessage({ type: QUERY, data: words });
  };

  /* Fill `element` with the words of `html`, keeping the marks on what was found; of a long text, what stands
     around the first mark. */
  const fill = (element, html, limit = Infinity) => {
    const body = new DOMParser().parseFromString(html, "text/html").body;
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    let skipped = limit === Infinity ? 0 : Math.max(0, find(body) - limit / 4);
    if (skipped) element.append("… ");
    for (let length = 0; length < limit && walker.nextNode();) {
      const { data, parentElement, nextSibling } = walker.currentNode;
      const words = data.slice(skipped, skipped + limit - length);
      skipped = Math.max(0, skipped - data.length);
      if (!words) continue;
      length += words.length;
      const found = parentElement.closest("mark");
      const part = found ? document.createElement("mark") : document.createTextNode(words);
      if (found) part.textContent = words;
      /* Blocks must not run together, but a mark may stand within a word. */
      const joined = found || nextSibling?.nodeName === "MARK";
      element.append(part, joined ? "" : " ");
    }
    return element;
  };

  /* Give the place of the first mark: how many characters stand before it. */
  const find = (body) => {
    const mark = body.querySelector("mark");
    if (!mark) return 0;
    const before = document.createRange();
    before.setStart(body, 0);
    before.setEndBefore(mark);
    return before.toString().length;
  };

  const make = (hit, page) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(hit.location, base);
    fill(link, hit.title);
    item.append(link);
    if (page && page !== hit) {
      const of = document.createElement("p");
      of.className = "scm-search__page";
      item.append(fill(of, page.title));
    }
    if (hit.text) item.append(fill(document.createElement("p"), hit.text, 160));
    return item;
  };

  const show = (groups) => {
    if (!query.value.trim()) return;
    const best = groups.map((hits) => {
      const page = hits.find((hit) => !hit.location.includes("#"));
      return make(hits[0], page);
    });
    list.replaceChildren(...best.slice(0, SHOWN));
    const more = best.length > SHOWN ? `, the first ${SHOWN} are shown` : "";
    count.textContent = best.length === 1 ? "1 page found." : `${best.length || "No"} pages found${more}.`;
  };

  for (const opener of document.querySelectorAll("[data-search-open]")) {
    opener.hidden = false;
    opener.addEventListener("click", () => {
      dialog.showModal();
      query.select();
      if (!worker) start();
    });
  }
  query.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  /* A result on the same page only moves the reader: the dialog must make way. */
  list.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
})();
