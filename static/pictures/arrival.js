// A file that is chosen for a new picture is looked at before it is saved: what it tells fills the fields that are
// empty, and what is here that looks like it is shown, with the two ways on.

const file = document.querySelector("#picture_form #id_file");

const made = (name, attributes, ...children) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.append(...children);
  return element;
};

const mark = (box, isMarked) => {
  if (box.type === "checkbox") box.checked = isMarked;
  else box.value = isMarked ? "on" : "";
};

const answerAbout = async (chosen) => {
  const body = new FormData();
  body.append("file", chosen);
  const headers = { "X-CSRFToken": document.querySelector("input[name=csrfmiddlewaretoken]").value };
  const answer = await fetch(new URL("../look/", location), { method: "POST", body, headers });
  return answer.json();
};

const begin = () => {
  const form = file.form;
  const said = made("div", { className: "arrival" });
  said.setAttribute("role", "status");
  file.closest(".form-row").append(said);
  let filled = [];
  let asked = 0;

  const empty = () => {
    filled.forEach(({ input, value, note }) => {
      if (input.value === value) input.value = "";
      note.remove();
    });
    filled = [];
    mark(form.elements.was_looked_at, false);
    mark(form.elements.is_another, false);
    said.replaceChildren();
  };

  const fill = (told, origins) => {
    Object.entries(told).forEach(([name, value]) => {
      const input = form.elements[name];
      if (!input || input.value.trim()) return;
      input.value = value;
      const origin = origins[name] ?? origins[name.replace(/_\d$/, "")];
      const note = made("div", { className: "help arrival__from", textContent: `From the file (${origin}).` });
      (input.closest(".flex-container") ?? input).after(note);
      filled.push({ input, value, note });
      input.closest("details")?.setAttribute("open", "");
    });
    mark(form.elements.was_looked_at, true);
  };

  const show = (picture, ...ways) => said.append(
    made("div", { className: "arrival__alike" },
      made("img", { src: picture.thumbnail, alt: picture.alt, width: 160, height: 160 }),
      made("div", {}, made("p", { textContent: picture.said }), ...ways)));

  const use = (picture) => made("a", { href: picture.address, className: "button", textContent: "Use that one" });

  const ask = (pictures) => {
    const tick = made("input", { type: "checkbox", id: "arrival-another" });
    tick.addEventListener("change", () => { mark(form.elements.is_another, tick.checked); });
    pictures.forEach((picture) => show(picture, use(picture)));
    said.append(made("p", {}, tick, " ", made("label", { htmlFor: tick.id, textContent: "Save this one too" })));
  };

  file.addEventListener("change", async () => {
    const mine = ++asked;
    empty();
    if (!file.files.length) return;
    said.append(made("p", { className: "help", textContent: "Looking at the file …" }));
    const found = await answerAbout(file.files[0]).catch(() => null);
    if (mine !== asked) return;
    said.replaceChildren();
    if (!found) return; // saving will look at it all the same
    if (found.errors) {
      said.append(made("p", { className: "library-missing", textContent: Object.values(found.errors).flat().join(" ") }));
      return;
    }
    if (found.known) show({ ...found.known, said: found.known.said.replace("This looks like", "This is") }, use(found.known));
    if (found.alike.length) ask(found.alike);
    fill(found.told, found.from);
  });
};

if (file) begin();
