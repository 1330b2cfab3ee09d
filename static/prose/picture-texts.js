// A dialog over the page: what this story says of one of its pictures.
/* global makeElement, pictureFields */
// tellOfPicture(library, use, {focusAlt}, told, closed): `told` gets {id, caption, credit, alt}.
window.tellOfPicture = (library, use, { focusAlt = false }, told, closed) => {
  const picture = library.of(use.id);
  const fields = pictureFields(use, picture);
  const close = makeElement("button", { type: "button", class: "picker__close", "aria-label": "Close" }, "×");
  const done = makeElement("button", { type: "submit" }, "Done");
  const shown = picture ? [makeElement("p", { class: "picker__which" }, makeElement("img", { src: picture.thumbnail, alt: "", width: 96, height: 96 }), picture.title)] : [];
  const form = makeElement("form", { class: "picker__add picker__one" }, ...shown, fields.element, done);
  const name = "This picture in this story";
  const dialog = makeElement("dialog", { class: "picker picker--small", "aria-label": name }, makeElement("header", {}, makeElement("h2", {}, name), close), form);

  let settled = false;
  const finish = (values) => {
    if (settled) return;
    settled = true;
    dialog.close();
    dialog.remove();
    if (values) told(values); else closed();
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const values = fields.values();
    done.disabled = true;
    if (fields.keepsAlt() && await library.describe(use.id, values.alt)) values.alt = "";
    finish(values);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.target.matches("button, textarea")) { event.preventDefault(); form.requestSubmit(); }
  });
  close.addEventListener("click", () => finish(null));
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); finish(null); });
  document.body.append(dialog);
  dialog.showModal();
  (focusAlt ? fields.alt : form.querySelector(".picker__rich")).focus();
};
