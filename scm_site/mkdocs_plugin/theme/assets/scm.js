/* What the pages do beyond HTML and CSS. Everything works without it. */
(() => {
  document.documentElement.classList.add("scm-script");

  /* Filters. The style sheet hides what does not match; here the state goes into the address, so that a
     filtered list can be sent to somebody, and the number of matches is said aloud. */
  for (const form of document.querySelectorAll(".scm-filter")) {
    const scope = form.closest(".scm-filtered") ?? document;
    const list = scope.querySelector("[data-filter-list]");
    if (!list) continue;
    const counted = [...list.querySelectorAll("[data-slots]")];
    const items = [...scope.querySelectorAll("[data-slots]")];
    const inputs = [...form.querySelectorAll("input[type=radio]")];
    const selects = [...form.querySelectorAll("select")];
    const said = scope.querySelector("[data-filter-count]");
    const nothing = scope.querySelector("[data-filter-none]");
    let strange = "";

    const apply = () => {
      const chosen = [...inputs.filter((input) => input.checked), ...selects.map((select) => select.selectedOptions[0])];
      const wanted = chosen.map((choice) => choice?.dataset.slot).filter(Boolean);
      for (const item of items) {
        const slots = item.dataset.slots.split(" ");
        item.hidden = !wanted.every((slot) => slots.includes(slot));
      }
      const shown = counted.filter((item) => !item.hidden);
      /* A fold shows whether it holds a match, and opens when it holds them all. */
      for (const fold of list.querySelectorAll("details")) {
        const inside = shown.filter((item) => fold.contains(item)).length;
        fold.hidden = inside === 0;
        if (wanted.length && inside && inside === shown.length) fold.open = true;
      }
      if (nothing) nothing.hidden = shown.length > 0 || counted.length === 0;
      tell();
    };

    /* What stands in a fold that is closed is not shown; it is counted apart. */
    const tell = () => {
      if (!said || !counted.length) return;
      const shown = counted.filter((item) => !item.hidden), folded = shown.filter((item) => item.closest("details:not([open])")).length;
      const more = folded ? `, ${folded} more folded below` : "";
      said.textContent = `${shown.length - folded} of ${counted.length} shown${more}${strange}`;
    };

    const remember = () => {
      const state = new URLSearchParams(location.search);
      for (const input of inputs) {
        if (!input.checked) continue;
        if (input.value) state.set(input.name, input.value);
        else state.delete(input.name);
      }
      for (const select of selects) {
        if (select.value) state.set(select.name, select.value);
        else state.delete(select.name);
      }
      const text = state.toString();
      history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash);
    };

    const recall = () => {
      const state = new URLSearchParams(location.search);
      for (const input of inputs) if (state.get(input.name) === input.value) input.checked = true;
      for (const select of selects) {
        const asked = (state.get(select.name) ?? "").toLowerCase();
        const known = [...select.options].some((option) => option.value === asked);
        select.value = known ? asked : "";
        if (!known) strange += `; the address asks for “${asked}”, which is not in the list`;
      }
    };

    list.addEventListener("toggle", tell, true);
    form.addEventListener("change", () => { strange = ""; apply(); remember(); });
    recall();
    apply();
  }

  /* A template can be copied at once; without a script it is marked and copied by hand, or downloaded. */
  for (const button of document.querySelectorAll("[data-copy]")) {
    const said = document.querySelector("[data-copied]");
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      if (said) said.textContent = "Copied.";
    });
  }

  /* On paper an address stands behind a link that leads to another site, where somebody could type it, unless the words
     give it already. What lies in the register's own repository does without: the foot of the page names the site. */
  const isToBePrinted = (link) => link.href.length <= 100 && !link.href.includes("?") && !link.textContent.includes(new URL(link.href).host)
    && !link.href.startsWith(`${document.querySelector("[data-repository]")?.href}/`);

  /* What is folded away is missing on paper. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open])")];
    for (const details of folded) details.open = true;
    for (const link of document.querySelectorAll(":is(main, footer) a[href^='http']")) if (isToBePrinted(link)) link.dataset.printed = link.href;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
})();
