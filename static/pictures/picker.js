// A dialog over the page: search the library, choose a picture by mouse or keyboard, or add one.
// choose(addresses): a promise of {id, title, alt, caption, credit, thumbnail, width, height, cautions}, or null when the
// dialog was closed. choose(addresses, { several: true }): of the pictures in the order in which they were chosen.
// `addresses` are those of the desk: picker, upload, look.
import { send } from "./sending.js";

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

const build = (addresses, several, finish) => {
  const words = make("input", { type: "search", name: "q", "aria-label": "Search the library", placeholder: "Title, caption, credit …" });
  const list = make("ul", { class: "picker__list", "aria-label": "Pictures, the newest first" });
  const said = make("p", { class: "picker__said", role: "status" });
  const more = make("button", { type: "button", class: "picker__more", hidden: "" }, "Show more");
  const mine = make("input", { type: "checkbox" });
  const chosen = new Map();
  let place = "";
  let asked = 0;

  const use = make("button", { type: "button", class: "picker__use", disabled: "" });
  const tell = () => {
    use.textContent = chosen.size === 1 ? "Use this picture" : `Use these ${chosen.size} pictures`;
    if (!chosen.size) use.textContent = "Choose pictures above";
    use.disabled = !chosen.size;
    const order = [...chosen.keys()];
    list.querySelectorAll("button").forEach((button) => {
      const at = order.indexOf(Number(button.dataset.id));
      button.setAttribute("aria-pressed", at >= 0);
      if (at >= 0) button.dataset.order = at + 1; else delete button.dataset.order;
    });
  };
  use.addEventListener("click", () => finish([...chosen.values()]));

  // Of one that is chosen, or of several, marks it, and a second time no more.
  const take = (picture) => {
    if (!several) { finish(picture); return; }
    if (!chosen.delete(picture.id)) chosen.set(picture.id, picture);
    tell();
  };

  const show = (picture) => {
    const image = make("img", { src: picture.thumbnail, alt: picture.alt || "", loading: "lazy", width: 160, height: 160 });
    const credit = picture.credit ? [make("small", {}, picture.credit)] : [];
    const cautions = (picture.cautions || []).map((words) => make("small", { class: "picker__caution" }, words));
    const button = make("button", { type: "button", "data-id": picture.id }, image, make("span", {}, picture.title), ...credit, ...cautions);
    button.tabIndex = list.childElementCount ? -1 : 0;
    button.addEventListener("click", () => take(picture));
    list.append(make("li", {}, button));
  };

  // One stop for Tab; the arrow keys lead from picture to picture.
  const reach = (button) => {
    list.querySelectorAll("button").forEach((other) => { other.tabIndex = other === button ? 0 : -1; });
    button.focus();
  };
  list.addEventListener("keydown", (event) => {
    const buttons = [...list.querySelectorAll("button")];
    const at = buttons.indexOf(event.target);
    if (at < 0) return;
    const top = buttons[0].offsetTop;
    const row = buttons.findIndex((button) => button.offsetTop !== top);
    const columns = row < 0 ? buttons.length : row;
    const across = getComputedStyle(list).direction === "rtl" ? -1 : 1;
    const steps = { ArrowRight: across, ArrowLeft: -across, ArrowDown: columns, ArrowUp: -columns, Home: -at, End: buttons.length - 1 - at };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const next = buttons[at + steps[event.key]];
    if (next) reach(next);
    else if (event.key === "ArrowDown" && !more.hidden) more.focus();
    else if (event.key === "ArrowUp") words.focus();
  });
  words.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || !list.firstChild) return;
    event.preventDefault();
    reach(list.querySelector("button[tabindex='0']"));
  });

  const load = async (fresh) => {
    const current = ++asked;
    const question = new URLSearchParams({ q: words.value, after: fresh ? "" : place });
    if (mine.checked) question.set("whose", "mine");
    const answer = await fetch(`${addresses.picker}?${question}`).catch(() => ({ ok: false }));
    if (current !== asked) return;
    if (!answer.ok) { said.textContent = "The library did not answer. Try again in a moment."; return; }
    const found = await answer.json();
    if (current !== asked) return;
    const before = list.childElementCount;
    if (fresh) list.replaceChildren();
    found.pictures.forEach(show);
    place = found.next;
    if (several) tell();
    if (!fresh && document.activeElement === more) reach(list.querySelectorAll("button")[before]);
    more.hidden = !place;
    said.textContent = list.childElementCount ? "" : "No picture matches. Try fewer words, or add one below.";
  };

  let pause;
  words.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(() => load(true), 200); });
  words.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); load(true); } });
  mine.addEventListener("change", () => load(true));
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
  const bar = make("progress", { max: 1, value: 0, hidden: "", "aria-label": "How much is sent" });
  submit.before(question, bar);
  const unask = () => { question.replaceChildren(); submit.hidden = false; };

  // What the file tells fills the fields that are empty, and goes again with the file.
  let filled = [];
  const forget = () => {
    filled.forEach(({ input, value, note }) => { if (input.value === value) input.value = ""; note.remove(); });
    filled = [];
  };
  file.addEventListener("change", async () => {
    forget();
    unask();
    const chosen = file.files[0];
    if (!chosen) return;
    const body = new FormData();
    body.append("file", chosen);
    const found = await send(addresses.look, body).then(({ answer }) => answer).catch(() => null);
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
    another.addEventListener("click", () => { unask(); bring(true); });
    const ways = pictures.map((picture) => {
      const use = make("button", { type: "button" }, "Use that one");
      use.addEventListener("click", () => arrived(picture));
      const image = make("img", { src: picture.thumbnail, alt: picture.alt || "", width: 96, height: 96 });
      return make("div", { class: "picker__alike" }, image, make("div", {}, make("p", {}, picture.said), use));
    });
    question.replaceChildren(...ways, another);
    submit.hidden = true;
    question.querySelector("button").focus();
  };

  // What was brought is used at once; among several, it joins those that are chosen.
  const arrived = (picture) => {
    if (!several) { finish(picture); return; }
    chosen.set(picture.id, picture);
    forget();
    form.reset();
    unask();
    add.open = false;
    load(true);
    use.focus();
  };

  const bring = async (isAnother) => {
    const body = new FormData(form);
    if (isAnother) body.append("is_another", "on");
    if (filled.length) body.append("was_looked_at", "on");
    submit.disabled = true;
    bar.hidden = false;
    const { status, answer } = await send(addresses.upload, body, { progress: (part) => { bar.value = part; } })
      .catch(() => ({ status: 0, answer: null }));
    submit.disabled = false;
    bar.hidden = true;
    if (status === 201) arrived(answer);
    else if (answer?.alike) ask(answer.alike);
    else if (answer?.errors) wrong.textContent = Object.values(answer.errors).flat().join(" ");
    else wrong.textContent = "The library did not answer. Your entries are still here; try again.";
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    wrong.textContent = "";
    bring(false);
  });

  const close = make("button", { type: "button", class: "picker__close", "aria-label": "Close" }, "×");
  close.addEventListener("click", () => finish(null));
  const add = make("details", { class: "picker__adding" }, make("summary", {}, "Add a picture"), form);
  const dialog = make("dialog", { class: "picker", "aria-label": "Pictures" },
    make("header", {}, make("h2", {}, "Pictures"), make("label", {}, mine, " Only mine"), words, close),
    add, said, list, more,
    ...(several ? [make("footer", { class: "picker__foot" }, use)] : []));
  if (several) tell();
  load(true);
  return { dialog, words };
};

export const choose = (addresses, { several = false } = {}) => new Promise((resolve) => {
  let settled = false;
  const finish = (picture) => {
    if (settled) return;
    settled = true;
    parts.dialog.close();
    parts.dialog.remove();
    resolve(picture);
  };
  const parts = build(addresses, several, finish);
  parts.dialog.addEventListener("cancel", (event) => { event.preventDefault(); finish(null); });
  document.body.append(parts.dialog);
  parts.dialog.showModal();
  parts.words.focus();
});

// For CKEditor's plugins, which are no modules and import nothing.
window.choosePicture = (addresses, chosen, closed, options) => {
  choose(addresses, options).then((found) => { if (found) chosen(found); else closed(); });
};
