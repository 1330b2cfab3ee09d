// A dialog over the page: search the library, choose a picture by mouse or keyboard, or add one.
// choose(addresses): a promise of {id, title, alt, caption, credit, thumbnail, width, height}, or null when it was closed.

const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children);
  return element;
};

const field = (label, input, hint) => {
  const wrapped = make("label", { class: "picker__field" }, make("span", {}, label), input);
  if (hint) wrapped.append(make("small", {}, hint));
  return wrapped;
};

const token = () => document.querySelector("input[name=csrfmiddlewaretoken]").value;

const build = (addresses, finish) => {
  const words = make("input", { type: "search", name: "q", "aria-label": "Search the library", placeholder: "Title, caption, credit …" });
  const list = make("ul", { class: "picker__list" });
  const said = make("p", { class: "picker__said", role: "status" });
  const more = make("button", { type: "button", class: "picker__more", hidden: "" }, "Show more");
  let page = 1;
  let asked = 0;

  const show = (picture) => {
    const image = make("img", { src: picture.thumbnail, alt: picture.alt || "", loading: "lazy", width: 160, height: 160 });
    const credit = picture.credit ? [make("small", {}, picture.credit)] : [];
    const button = make("button", { type: "button" }, image, make("span", {}, picture.title), ...credit);
    button.addEventListener("click", () => finish(picture));
    list.append(make("li", {}, button));
  };

  const load = async (fresh) => {
    const mine = ++asked;
    page = fresh ? 1 : page + 1;
    const answer = await fetch(`${addresses.picker}?${new URLSearchParams({ q: words.value, page })}`);
    if (mine !== asked) return;
    if (!answer.ok) { said.textContent = "The library did not answer. Try again in a moment."; return; }
    const found = await answer.json();
    if (fresh) list.replaceChildren();
    found.pictures.forEach(show);
    more.hidden = !found.next;
    said.textContent = list.childElementCount ? "" : "No picture matches. Try fewer words, or add one below.";
  };

  let pause;
  words.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(() => load(true), 200); });
  words.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); load(true); } });
  more.addEventListener("click", () => load(false));

  const file = make("input", { type: "file", name: "file", accept: "image/*", required: "" });
  const wrong = make("p", { class: "picker__wrong", role: "alert" });
  const form = make("form", { class: "picker__add" },
    field("File", file),
    field("Title", make("input", { name: "title", required: "", maxlength: 200 }), "What you would search for."),
    field("Alternative text", make("input", { name: "alt", maxlength: 500 }), "What a reader who cannot see it needs to know."),
    field("Caption", make("input", { name: "caption" })),
    field("Credit", make("input", { name: "credit", maxlength: 200 }), "“Anna Weiss / The Courier”"),
    wrong,
    make("button", { type: "submit" }, "Add and use it"));
  const question = make("div", { class: "picker__question", role: "status" });
  const submit = form.querySelector("button");
  submit.before(question);
  const unask = () => { question.replaceChildren(); submit.hidden = false; };

  const send = (address, body) => fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token() } });

  // What the file tells fills the fields that are empty, and goes again with the file.
  let filled = [];
  file.addEventListener("change", async () => {
    filled.forEach(({ input, value, note }) => { if (input.value === value) input.value = ""; note.remove(); });
    filled = [];
    unask();
    const chosen = file.files[0];
    if (!chosen) return;
    const body = new FormData();
    body.append("file", chosen);
    const found = await send(addresses.look, body).then((answer) => answer.json()).catch(() => null);
    if (!found || found.errors || chosen !== file.files[0]) return; // sending it will tell
    Object.entries(found.told).forEach(([name, value]) => {
      const input = form.elements[name];
      if (!input || input.value.trim()) return;
      input.value = value;
      const note = make("small", {}, `From the file (${found.from[name]}).`);
      input.after(note);
      filled.push({ input, value, note });
    });
  });

  const ask = (pictures) => {
    const another = make("button", { type: "button" }, "Save this one too");
    another.addEventListener("click", () => { unask(); take(true); });
    const ways = pictures.map((picture) => {
      const use = make("button", { type: "button" }, "Use that one");
      use.addEventListener("click", () => finish(picture));
      const image = make("img", { src: picture.thumbnail, alt: picture.alt || "", width: 96, height: 96 });
      return make("div", { class: "picker__alike" }, image, make("div", {}, make("p", {}, picture.said), use));
    });
    question.replaceChildren(...ways, another);
    submit.hidden = true;
    question.querySelector("button").focus();
  };

  const take = async (isAnother) => {
    const body = new FormData(form);
    if (isAnother) body.append("is_another", "on");
    if (filled.length) body.append("was_looked_at", "on");
    const answer = await send(addresses.upload, body);
    const said = await answer.json().catch(() => ({ errors: { file: ["The library did not answer. Your entries are still here; try again."] } }));
    if (answer.ok) finish(said);
    else if (said.alike) ask(said.alike);
    else wrong.textContent = Object.values(said.errors).flat().join(" ");
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    wrong.textContent = "";
    take(false);
  });

  const close = make("button", { type: "button", class: "picker__close", "aria-label": "Close" }, "×");
  close.addEventListener("click", () => finish(null));
  const add = make("details", { class: "picker__adding" }, make("summary", {}, "Add a picture"), form);
  const dialog = make("dialog", { class: "picker", "aria-label": "Pictures" },
    make("header", {}, make("h2", {}, "Pictures"), words, close), add, said, list, more);
  load(true);
  return { dialog, words };
};

export const choose = (addresses) => new Promise((resolve) => {
  let settled = false;
  const finish = (picture) => {
    if (settled) return;
    settled = true;
    parts.dialog.close();
    parts.dialog.remove();
    resolve(picture);
  };
  const parts = build(addresses, finish);
  parts.dialog.addEventListener("cancel", (event) => { event.preventDefault(); finish(null); });
  document.body.append(parts.dialog);
  parts.dialog.showModal();
  parts.words.focus();
});

// For CKEditor's plugins, which are no modules and import nothing.
window.choosePicture = (addresses, chosen, closed) => {
  choose(addresses).then((picture) => { if (picture) chosen(picture); else closed(); });
};
