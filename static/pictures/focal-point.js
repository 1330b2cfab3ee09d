// A click on the preview writes the focal point into its two fields, and a ring shows where it is.

const picture = document.querySelector(".library-preview__picture");
const across = document.querySelector("#id_focal_x");
const down = document.querySelector("#id_focal_y");

if (picture && across && down) {
  const ring = document.createElement("span");
  ring.className = "library-preview__point";
  ring.setAttribute("aria-hidden", "true");
  picture.after(ring);
  picture.classList.add("can-be-clicked");

  const within = (value) => Math.min(Math.max(Number(value) || 0, 0), 1);
  const show = () => {
    ring.style.insetInlineStart = `${within(across.value) * 100}%`;
    ring.style.insetBlockStart = `${within(down.value) * 100}%`;
  };
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    across.value = within((event.clientX - box.left) / box.width).toFixed(2);
    down.value = within((event.clientY - box.top) / box.height).toFixed(2);
    show();
  });
  for (const field of [across, down]) field.addEventListener("input", show);
  show();
}
