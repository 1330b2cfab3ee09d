// Files that are dropped, pasted or chosen together: each is sent by itself, three at a time, with its own progress and its
// own answer. One alone goes into the form below, as without this.
import { send } from "./sending.js";

const AT_ONCE = 3;
const root = document.querySelector("[data-many]");

const made = (name, attributes = {}, ...children) => {
  const { role, ...rest } = attributes;
  const element = Object.assign(document.createElement(name), rest);
  if (role) element.setAttribute("role", role);
  element.append(...children);
  return element;
};
const button = (words, act) => {
  const element = made("button", { type: "button", textContent: words });
  element.addEventListener("click", act);
  return element;
};

const begin = () => {
  const form = root.closest("form");
  const single = form.querySelector("#id_file");
  const chooser = made("input", { type: "file", multiple: true, accept: single.accept, hidden: true });
  const list = made("ul", { className: "many__list" });
  list.setAttribute("aria-label", "Files");
  const live = made("p", { className: "visually-hidden", role: "status" });
  const done = made("p", { className: "many__done", hidden: true });
  root.append(
    made("div", { className: "many__drop" },
      made("p", { textContent: "Drop files here, or paste a picture." }),
      button("Choose files…", () => chooser.click()),
      chooser),
    live, list, done);

  const waiting = [];
  const arrived = new Map();
  let sending = 0;
  let total = 0;

  const tell = () => {
    const open = sending + waiting.length;
    live.textContent = open ? "" : `${arrived.size} of ${total} files are in the library.`;
    done.hidden = !arrived.size || open > 0;
    if (done.hidden) return;
    const query = new URLSearchParams([...arrived.keys()].map((id) => ["picture", id]));
    const words = arrived.size === 1 ? "Describe this picture" : `Describe these ${arrived.size} pictures`;
    done.replaceChildren(made("a", { className: "button", href: `${root.dataset.describe}?${query}`, textContent: words }));
  };

  const next = () => {
    while (sending < AT_ONCE && waiting.length) {
      sending += 1;
      waiting.shift()().finally(() => { sending -= 1; next(); tell(); });
    }
  };

  const add = (file) => {
    total += 1;
    const name = file.name || "The pasted picture";
    const blank = made("span", { className: "many__blank" });
    const said = made("p", { textContent: "Waits for its turn." });
    said.setAttribute("role", "status");
    const bar = made("progress", { max: 1, value: 0 });
    bar.setAttribute("aria-label", `How much of “${name}” is sent`);
    const ways = made("div", { className: "many__ways" });
    const alike = made("div", {});
    const row = made("li", { className: "many__file" }, blank,
      made("div", {}, made("p", { className: "many__name", textContent: name }), bar, said, alike, ways));
    list.append(row);

    const stand = (state, words) => {
      row.dataset.state = state;
      bar.hidden = state !== "sending";
      said.textContent = words;
      ways.replaceChildren();
      alike.replaceChildren();
    };
    const leave = button("Take it off the list", () => { total -= 1; row.remove(); tell(); });
    leave.setAttribute("aria-label", `Take “${name}” off the list`);
    const isHere = (picture, words) => {
      arrived.set(picture.id, picture);
      stand("here", words);
      row.querySelector("img, .many__blank").replaceWith(made("img", { src: picture.thumbnail, width: 80, height: 80, alt: "" }));
      tell();
    };
    const again = (isAnother) => { waiting.push(() => bring(isAnother)); stand("waiting", "Waits for its turn."); next(); tell(); };

    const bring = async (isAnother = false) => {
      stand("sending", "Is being sent …");
      bar.value = 0;
      const body = new FormData();
      body.append("file", file, file.name || "pasted.png");
      if (isAnother) body.append("is_another", "on");
      const progress = (part) => { bar.value = part; if (part === 1) said.textContent = "Is being looked at …"; };
      let found;
      try {
        found = await send(root.dataset.upload, body, { progress });
      } catch {
        found = { status: 0, answer: null };
      }
      const { status, answer } = found;
      if (status === 201) {
        const told = Object.keys(answer.filled).length;
        isHere(answer, answer.known || (told ? `Here. The file told us ${told} thing${told === 1 ? "" : "s"} about it.` : "Here."));
      } else if (answer?.alike) {
        stand("asked", "Looks like what is here already:");
        alike.append(...answer.alike.map((picture) => made("div", { className: "many__alike" },
          made("img", { src: picture.thumbnail, width: 80, height: 80, alt: picture.alt }),
          made("div", {}, made("p", { textContent: picture.said }),
            button("Use that one", () => isHere(picture, picture.said.replace("This looks like", "This is")))))));
        ways.append(button("Save this one too", () => again(true)), " ", leave);
      } else if (answer?.errors) {
        stand("refused", Object.values(answer.errors).flat().join(" "));
        ways.append(leave);
      } else {
        stand("refused", status === 403 ? "You were signed out. Sign in in another tab, then try again." : "The library did not answer. The file is still here.");
        ways.append(button("Try again", () => again(false)), " ", leave);
      }
    };
    waiting.push(() => bring());
  };

  const take = (files) => {
    if (!files.length) return;
    if (files.length === 1 && !total) {
      const one = new DataTransfer();
      one.items.add(files[0]);
      single.files = one.files;
      single.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    form.dataset.manyFiles = "";
    files.forEach(add);
    next();
    tell();
  };

  chooser.addEventListener("change", () => { take([...chooser.files]); chooser.value = ""; });
  const isFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  addEventListener("dragover", (event) => { if (isFiles(event)) { event.preventDefault(); root.dataset.dragged = ""; } });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) delete root.dataset.dragged; });
  addEventListener("drop", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    delete root.dataset.dragged;
    take([...event.dataTransfer.files]);
  });
  addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length) { event.preventDefault(); take(files); }
  });
  addEventListener("beforeunload", (event) => { if (sending || waiting.length) event.preventDefault(); });
};

if (root) begin();
