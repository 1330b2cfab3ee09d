/* Suggestions under a search box as one types: a combobox, after the pattern of the ARIA Authoring Practices. */
const WAIT = 150; // milliseconds without a key before the paper is asked

for (const input of document.querySelectorAll("input[data-suggestions]")) {
  const list = document.createElement("ul");
  list.className = "search-suggestions";
  list.id = `${input.id}-suggestions`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.label);
  input.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
    input.setAttribute(name, value);
  }
  let asked, timer, active = -1;

  const open = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) choose(-1);
  };

  const choose = (place) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = place;
    const option = list.children[active];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map(({ text, kind, url }, place) => {
      const option = document.createElement("li");
      const label = document.createElement("span");
      option.id = `${list.id}-${place}`;
      option.dataset.url = url;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      label.textContent = kind;
      option.append(text, " ", label);
      return option;
    }));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    open(suggestions.length > 0);
  };

  const ask = async () => {
    const words = input.value.trim();
    asked?.abort();
    asked = new AbortController();
    if (words.length < 2) return show([]);
    try {
      const answer = await fetch(`${input.dataset.suggestions}?q=${encodeURIComponent(words)}`, { signal: asked.signal });
      if (answer.ok) show((await answer.json()).suggestions);
    } catch {
      // Aborted, or the line is down: the search itself still works.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });

  input.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (event.key === "Escape" && !list.hidden) {
      open(false);
    } else if (event.key === "ArrowDown" && last >= 0) {
      open(true);
      choose(active < last ? active + 1 : -1);
    } else if (event.key === "ArrowUp" && last >= 0) {
      open(true);
      choose(active < 0 ? last : active - 1);
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
      location.assign(list.children[active].dataset.url);
    } else {
      return;
    }
    event.preventDefault();
  });

  input.addEventListener("blur", () => {
    clearTimeout(timer);
    asked?.abort();
    open(false);
  });
  // Before the box loses the focus, and with it the list
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) location.assign(option.dataset.url);
  });
}
