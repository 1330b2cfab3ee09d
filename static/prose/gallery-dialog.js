// A dialog over the page in which a gallery is put together: chosen, ordered by drag, by buttons or by keyboard, captioned.
/* global choosePicture, makeElement, pictureFields */
// arrangeGallery(addresses, library, { look, caption, pictures }, done, closed): `pictures` are {id, caption, credit, alt}; captions are HTML.
// `done` gets the same, changed, and as `apart` whether its pictures are to stand by themselves.
window.arrangeGallery = (() => {
  const FEWEST = 2;
  const MOST = 60;
  const LOOKS = { strip: "Gallery: the first picture large, the others beneath; on a phone a strip", essay: "Essay: one picture after another, as wide as there is room" };

  // The one place that knows the library's dialog.
  const chooseSeveral = (addresses) => new Promise((done) => { choosePicture(addresses, done, () => done([]), { several: true }); });

  return (addresses, library, gallery, done, closed) => {
    const isNew = !gallery.pictures.length;
    const list = makeElement("ol", { class: "arranging" });
    const said = makeElement("p", { class: "picker__said", role: "status" });
    const wrong = makeElement("p", { class: "picker__wrong", role: "alert" });
    const fields = new Map(); // of each item
    const items = () => [...list.children];
    const place = (item) => items().indexOf(item) + 1;
    const titleOf = (use) => library.of(use.id)?.title || `Picture ${use.id}`;

    const number = () => {
      items().forEach((item, index) => {
        item.querySelector(".arranging__place").textContent = `${index + 1}.`;
        item.querySelector("[data-step='-1']").disabled = index === 0;
        item.querySelector("[data-step='1']").disabled = index === items().length - 1;
      });
    };
    const say = (words) => { said.textContent = words; };

    const move = (item, step) => {
      const other = items()[items().indexOf(item) + step];
      if (!other) return;
      if (step < 0) other.before(item); else other.after(item);
      number();
      say(`${item.dataset.title} is now ${place(item)} of ${items().length}.`);
      const used = item.querySelector(`[data-step='${step}']`);
      (used.disabled ? item.querySelector(`[data-step='${-step}']`) : used).focus();
      item.scrollIntoView({ block: "nearest" });
    };

    const show = (use) => {
      const picture = library.of(use.id);
      const title = titleOf(use);
      const own = pictureFields(use, picture, { folded: true });
      const button = (label, sign, attributes) => makeElement("button", { type: "button", "aria-label": `${label}: ${title}`, title: label, ...attributes }, sign);
      const up = button("Move up", "↑", { "data-step": "-1" });
      const down = button("Move down", "↓", { "data-step": "1" });
      const out = button("Take out", "×", {});
      const image = makeElement("img", { src: addresses.thumbnail.replace("/0/", `/${use.id}/`), alt: "", width: 96, height: 96, draggable: "false" });
      const handle = makeElement("div", { class: "arranging__picture", draggable: "true", title: "Drag to move" }, image);
      const head = makeElement("p", { class: "arranging__head" }, makeElement("span", { class: "arranging__place" }), makeElement("strong", {}, title), up, down, out);
      const item = makeElement("li", { "data-title": title }, handle, makeElement("div", { class: "arranging__words" }, head, own.element));
      fields.set(item, own);
      up.addEventListener("click", () => move(item, -1));
      down.addEventListener("click", () => move(item, 1));
      out.addEventListener("click", () => {
        const next = item.nextElementSibling || item.previousElementSibling;
        item.remove();
        fields.delete(item);
        number();
        say(`${title} is out. ${items().length} left.`);
        (next?.querySelector("button:not(:disabled)") || add).focus();
      });
      handle.addEventListener("dragstart", (event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", title);
        event.dataTransfer.setDragImage(image, 24, 24);
        item.classList.add("arranging__moving");
      });
      handle.addEventListener("dragend", () => { item.classList.remove("arranging__moving"); number(); say(`${title} is now ${place(item)} of ${items().length}.`); });
      list.append(item);
      return item;
    };

    list.addEventListener("dragover", (event) => {
      const moving = list.querySelector(".arranging__moving");
      const over = event.target.closest(".arranging > li");
      if (!moving) return;
      event.preventDefault();
      if (!over || over === moving) return;
      const { top, height } = over.getBoundingClientRect();
      if (event.clientY < top + height / 2) over.before(moving); else over.after(moving);
    });
    list.addEventListener("drop", (event) => { if (list.querySelector(".arranging__moving")) event.preventDefault(); });

    const add = makeElement("button", { type: "button", class: "arranging__add" }, "Add pictures…");
    const addMore = async () => {
      const chosen = await chooseSeveral(addresses);
      chosen.forEach(library.remember);
      await library.ask(chosen.map(({ id }) => id));
      const shown = chosen.map(({ id, caption }) => {
        const html = makeElement("p");
        html.textContent = caption || "";
        return show({ id, caption: html.innerHTML, credit: "", alt: "" });
      });
      number();
      wrong.textContent = "";
      if (shown.length) say(`${shown.at(-1).dataset.title} is in, ${items().length} in all.`);
      add.focus();
    };
    add.addEventListener("click", addMore);

    const looks = Object.entries(LOOKS).map(([value, label]) => {
      const input = makeElement("input", { type: "radio", name: "look", value });
      input.checked = value === gallery.look;
      return makeElement("label", {}, input, ` ${label}`);
    });
    const caption = makeElement("input", { maxlength: 500 });
    const holder = makeElement("p");
    holder.innerHTML = gallery.caption;
    caption.value = holder.textContent.trim();
    const captionBefore = caption.value;

    const apart = makeElement("button", { type: "button", class: "arranging__apart" }, "Take apart");
    const form = makeElement("form", { class: "picker__add picker__one" },
      makeElement("fieldset", { class: "arranging__looks" }, makeElement("legend", {}, "How it looks"), ...looks),
      list, said, add,
      makeElement("label", { class: "picker__field" }, makeElement("span", {}, "Caption of the whole"), caption, makeElement("small", {}, "Stands beneath all of them; may stay empty.")),
      wrong,
      makeElement("div", { class: "arranging__ways" }, makeElement("button", { type: "submit" }, isNew ? "Put it in" : "Done"), ...(isNew ? [] : [apart])));
    const close = makeElement("button", { type: "button", class: "picker__close", "aria-label": "Close" }, "×");
    const dialog = makeElement("dialog", { class: "picker", "aria-label": "Gallery" }, makeElement("header", {}, makeElement("h2", {}, "Gallery"), close), form);
    dialog.querySelector("header").classList.add("picker__head");

    let settled = false;
    const finish = (result) => {
      if (settled) return;
      settled = true;
      dialog.close();
      dialog.remove();
      if (result) done(result); else closed();
    };
    const collected = async () => {
      const pictures = [];
      for (const item of items()) {
        const own = fields.get(item);
        const values = own.values();
        if (own.keepsAlt() && await library.describe(values.id, values.alt)) values.alt = "";
        pictures.push(values);
      }
      const escaped = makeElement("p");
      escaped.textContent = caption.value.trim();
      return { look: form.elements.look.value, pictures, caption: caption.value === captionBefore ? gallery.caption : escaped.innerHTML };
    };
    form.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === caption) { event.preventDefault(); form.requestSubmit(); } });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const count = items().length;
      wrong.textContent = "";
      if (count < FEWEST) wrong.textContent = isNew ? "A gallery has two pictures or more. Add another." : "A gallery has two pictures or more. Add another, or take it apart.";
      else if (count > MOST) wrong.textContent = `A gallery has ${MOST} pictures at most. Take ${count - MOST} out, or make two of it.`;
      else finish(await collected());
    });
    apart.addEventListener("click", async () => finish({ ...await collected(), apart: true }));
    close.addEventListener("click", () => finish(null));
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); finish(null); });

    gallery.pictures.forEach(show);
    number();
    document.body.append(dialog);
    dialog.showModal();
    (list.querySelector("button:not(:disabled)") || add).focus();
  };
})();
