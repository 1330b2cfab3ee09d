// A dialog over the page that asks for the address of something at another site, or for the code that the site gives to embed it.
// askForEmbed(embeds, at, chosen, closed): `chosen` gets what is stored, such as "youtube:dQw4w9WgXcQ"; `at` is the address to begin with.
window.askForEmbed = (() => {
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  };

  const addressIn = (pasted) => {
    const code = new DOMParser().parseFromString(pasted, "text/html");
    const within = code.querySelector("iframe[src]")?.getAttribute("src") || code.querySelector("blockquote a[href]:last-of-type")?.getAttribute("href");
    return (within || pasted).trim().replace(/^\/\//, "https://");
  };

  // The same as `stored_for` in prose/embeds.py.
  const storedFor = (embeds, pasted) => {
    const address = addressIn(pasted);
    const url = URL.parse(/^[a-z]+:/i.test(address) ? address : `https://${address}`);
    if (!url || !/^https?:$/.test(url.protocol)) return null;
    const bare = url.hostname.replace(/^www\./, "") + url.pathname + url.search + url.hash;
    for (const [key, { id, addresses }] of Object.entries(embeds)) {
      for (const pattern of addresses) {
        const found = new RegExp(`^(?:${pattern})$`).exec(bare);
        const within = found?.slice(1).join("/");
        if (found) return new RegExp(`^(?:${id})$`).test(within) ? `${key}:${within}` : null;
      }
    }
    return null;
  };

  return (embeds, at, chosen, closed) => {
    const names = Object.values(embeds).map(({ name }) => name);
    const known = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
    const address = make("textarea", { rows: "2", required: "", "aria-describedby": "embed-known" });
    address.value = at;
    const wrong = make("p", { class: "picker__wrong", role: "alert" });
    const close = make("button", { type: "button", class: "picker__close", "aria-label": "Close" }, "×");
    const form = make("form", { class: "picker__add picker__embed" },
      make("label", { class: "picker__field" }, make("span", {}, "Address, or the code to embed it"), address),
      make("small", { id: "embed-known" }, `Of ${known}. Readers get a link, and nothing is loaded from there until they ask.`),
      wrong,
      make("button", { type: "submit" }, "Put it in"));
    const dialog = make("dialog", { class: "picker picker--small", "aria-label": "From another site" }, make("header", {}, make("h2", {}, "From another site"), close), form);

    let settled = false;
    const finish = (stored) => {
      if (settled) return;
      settled = true;
      dialog.close();
      dialog.remove();
      if (stored) chosen(stored); else closed();
    };
    form.noValidate = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const stored = storedFor(embeds, address.value);
      wrong.textContent = "";
      if (stored) finish(stored);
      else wrong.textContent = address.value.trim() ? "That is no address of one of these. Open the post, film or map there, and copy the address of its own page." : "Paste an address first.";
    });
    address.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); form.requestSubmit(); } });
    close.addEventListener("click", () => finish(null));
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); finish(null); });
    document.body.append(dialog);
    dialog.showModal();
    address.focus();
  };
})();
