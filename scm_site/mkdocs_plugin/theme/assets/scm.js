/* What the pages do beyond HTML and CSS. Everything works without it. */
(() => {
  document.documentElement.classList.add("scm-script");

  /* Filters. The style sheet hides what does not match; here the state goes into the address, so that a
     filtered list can be sent to somebody, and the number of matches is said aloud. */
  for (const form of document.querySelectorAll(".scm-filter")) {
    const scope = form.closest(".scm-filtered") ?? document;
    const list = scope.querySelector("[data-filter-list]");
    if (!list) continue;
    const items = [...list.querySelectorAll("[data-slots]")];
    const inputs = [...form.querySelectorAll("input[type=radio]")];
    const said = scope.querySelector("[data-filter-count]");
    const nothing = scope.querySelector("[data-filter-none]");

    const apply = () => {
      const wanted = inputs.filter((input) => input.checked && input.dataset.slot).map((input) => input.dataset.slot);
      let shown = 0;
      for (const item of items) {
        const slots = item.dataset.slots.split(" ");
        item.hidden = !wanted.every((slot) => slots.includes(slot));
        if (!item.hidden) shown += 1;
      }
      if (said) said.textContent = `${shown} of ${items.length} shown`;
      if (nothing) nothing.hidden = shown > 0;
    };

    const remember = () => {
      const state = new URLSearchParams(location.search);
      for (const input of inputs) {
        if (!input.checked) continue;
        if (input.value) state.set(input.name, input.value);
        else state.delete(input.name);
      }
      const text = state.toString();
      history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash);
    };

    const recall = () => {
      const state = new URLSearchParams(location.search);
      for (const input of inputs) if (state.get(input.name) === input.value) input.checked = true;
    };

    form.addEventListener("change", () => { apply(); remember(); });
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

  /* What is folded away is missing on paper. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
})();
