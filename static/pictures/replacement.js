// A file that is chosen to replace a picture's own is looked at before it is sent: it stands beside the old one, and
// what it tells otherwise than the record may be ticked, to be written over.

const form = document.querySelector("#replacement");
const file = form?.elements.file;

const made = (name, attributes, ...children) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.append(...children);
  return element;
};

const answerAbout = async (chosen) => {
  const body = new FormData();
  body.append("file", chosen);
  const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
  const answer = await fetch(new URL("look/", location), { method: "POST", body, headers });
  return answer.json();
};

const cell = (head, textContent) => {
  const found = made("td", { textContent });
  found.dataset.head = head;
  return found;
};

const row = ({ name, label, told, stands, from }) => {
  const tick = made("input", { type: "checkbox", name: "take", value: name, id: `take-${name}` });
  return made("tr", {},
    made("th", { scope: "row" }, stands ? tick : "", stands ? " " : "",
      made(stands ? "label" : "span", stands ? { htmlFor: tick.id, textContent: label } : { textContent: label })),
    cell("Stands now", stands || "nothing, so it is filled"),
    cell("The new file", told),
    made("td", { className: "from", textContent: from }));
};

const table = (told) => made("table", { className: "replacement__told" },
  made("caption", { textContent: "What the new file tells. Tick what is to take the place of what stands; what is empty is filled." }),
  made("thead", {}, made("tr", {}, ...["", "Stands now", "The new file", "From"].map((textContent) =>
    made("th", { scope: "col", textContent })))),
  made("tbody", {}, ...told.map(row)));

const begin = () => {
  const shown = document.querySelector("[data-new]");
  const said = form.querySelector("[data-said]");
  let asked = 0;

  const look = async () => {
    const mine = ++asked;
    shown.hidden = true;
    said.replaceChildren();
    form.querySelectorAll(".errorlist").forEach((list) => { list.remove(); });
    if (!file.files.length) return;
    said.append(made("p", { className: "help", textContent: "Looking at the file …" }));
    const found = await answerAbout(file.files[0]).catch(() => null);
    if (mine !== asked) return;
    said.replaceChildren();
    if (!found) return; // sending it will look at it all the same
    if (found.errors) {
      said.append(made("p", { className: "replacement__mistake", textContent: Object.values(found.errors).flat().join(" ") }));
      return;
    }
    shown.querySelector("[data-size]").textContent = found.size;
    if (found.preview) shown.querySelector("[data-preview]").src = found.preview;
    shown.hidden = false;
    const otherwise = found.told.filter(({ told, stands }) => told !== stands);
    if (otherwise.length) said.append(table(otherwise));
  };
  file.addEventListener("change", look);
  if (file.files.length) look(); // chosen before this was here
};

if (file) begin();
