// A click on the preview, or arrow keys on its ring, write the focal point into its two fields; and each shape that readers
// get is shown as it will be cut, at once.

const picture = document.querySelector(".library-preview__picture");
const across = document.querySelector("#id_focal_x");
const down = document.querySelector("#id_focal_y");

if (picture && across && down) {
  const ring = Object.assign(document.createElement("button"), { type: "button", className: "library-preview__point" });
  picture.after(ring);
  picture.classList.add("can-be-clicked");
  const strip = document.querySelector(".library-crops");
  const crops = [...strip.querySelectorAll("img")];
  strip.hidden = false;

  const within = (value) => Math.min(Math.max(Number(value) || 0, 0), 1);
  // As `_box` in pictures/renditions.py: the point as near the middle as the edges allow. `over` is how many times the
  // picture is as long as what is kept of it.
  const position = (point, over) => (over > 1.0001 ? within((point * over - 0.5) / (over - 1)) : 0.5);
  const cut = (image) => {
    const [width, height] = image.dataset.crop.split(":").map(Number);
    const over = (picture.getAttribute("width") / picture.getAttribute("height")) / (width / height);
    const [x, y] = [position(within(across.value), over), position(within(down.value), 1 / over)];
    image.style.objectPosition = `${x * 100}% ${y * 100}%`;
  };
  const show = () => {
    const [x, y] = [within(across.value), within(down.value)];
    ring.style.left = `${x * 100}%`;
    ring.style.top = `${y * 100}%`;
    ring.setAttribute("aria-label", `What matters is ${Math.round(x * 100)} % from the left and ${Math.round(y * 100)} % from the top. The arrow keys move it.`);
    crops.forEach(cut);
  };
  const put = (x, y) => {
    across.value = within(x).toFixed(2);
    down.value = within(y).toFixed(2);
    across.dispatchEvent(new Event("change", { bubbles: true }));
    show();
  };

  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    put((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    ring.focus({ preventScroll: true });
  });
  ring.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? 0.1 : 0.01;
    const [x, y] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [0, 0];
    if (!x && !y) return;
    event.preventDefault();
    put(Number(across.value) + x, Number(down.value) + y);
  });
  for (const field of [across, down]) field.addEventListener("input", show);
  show();
}
