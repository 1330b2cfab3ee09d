// A field for one picture: what is chosen is shown, and a button opens the library over the page.
import { choose } from "./picker.js";

const made = (name, attributes, ...children) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.append(...children);
  return element;
};

const equip = (field) => {
  const number = field.querySelector("input");
  const shown = field.querySelector("[data-shown]");
  const { picker, upload, look } = field.dataset;
  const label = field.closest(".form-row, .form-group, div:has(> label)")?.querySelector("label")?.textContent.replace(/:$/, "").trim() ?? "Picture";
  const open = made("button", { type: "button" });
  const remove = made("button", { type: "button", textContent: "Take it away" });
  remove.setAttribute("aria-label", `Take away: ${label}`);

  const show = (picture) => {
    shown.replaceChildren();
    if (picture) {
      shown.append(
        made("img", { src: picture.thumbnail, width: 96, height: 96, alt: picture.alt }),
        made("div", {},
          made("p", { textContent: picture.title }),
          ...(picture.credit ? [made("p", { className: "help", textContent: picture.credit })] : []),
          ...(picture.cautions ?? []).map((words) => made("p", { className: "picture-field__caution", textContent: words }))));
    }
    name();
  };
  const name = () => {
    remove.hidden = !number.value;
    open.textContent = number.value ? "Choose another…" : "Choose a picture…";
    open.setAttribute("aria-label", `${label}: ${open.textContent}`);
  };

  const put = (picture) => {
    number.value = picture ? picture.id : "";
    show(picture);
    const change = new CustomEvent("change", { bubbles: true });
    number.dispatchEvent(change);
  };

  open.addEventListener("click", async () => {
    const picture = await choose({ picker, upload, look });
    if (picture) put(picture);
    open.focus();
  });
  remove.addEventListener("click", () => { put(null); open.focus(); });
  // Words that were kept in this tab are put back by writing into the field.
  number.addEventListener("input", async () => {
    const { pictures } = await fetch(`${picker}?${new URLSearchParams({ ids: number.value })}`).then((answer) => answer.json());
    show(pictures[0]);
  });

  number.classList.add("visually-hidden");
  number.tabIndex = -1;
  number.setAttribute("aria-hidden", "true");
  field.append(made("div", { className: "picture-field__acts" }, open, " ", remove));
  name();
};

document.querySelectorAll("[data-picture-field]").forEach(equip);
