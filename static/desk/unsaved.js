// Keeps what is typed. Warns before a tab with unsaved words is closed, and holds a copy of the form in this tab until the
// server has answered with a saved page: after an expired session or a lost connection it is offered back.
const form = document.querySelector("form:has([name=began_from])");
if (form) {
  const key = `unsaved ${location.pathname}`;
  const text = () => Object.fromEntries(
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken"),
  );

  const putBack = (kept) => {
    Object.entries(kept).forEach(([name, value]) => {
      const field = form.elements[name];
      if (!field || field.type === "hidden" || field instanceof RadioNodeList) return;
      if (field.type === "checkbox") { field.checked = true; return; }
      const editor = window.CKEDITOR?.instances[field.id];
      if (editor) editor.setData(value); else field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };

  const offer = ({ at, fields }) => {
    const box = document.createElement("div");
    box.className = "told";
    box.setAttribute("role", "alert");
    const say = document.createElement("p");
    say.textContent = `What you typed here at ${at} was not saved. It is still in this tab.`;
    const yes = Object.assign(document.createElement("button"), { type: "button", textContent: "Put it back" });
    const no = Object.assign(document.createElement("button"), { type: "button", textContent: "Forget it" });
    yes.addEventListener("click", () => { putBack(fields); box.remove(); });
    no.addEventListener("click", () => { sessionStorage.removeItem(key); box.remove(); });
    box.append(say, yes, " ", no);
    form.prepend(box);
  };

  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  const refused = form.querySelector(".errornote") !== null; // then the text is on the screen already
  const saved = document.querySelector(".messagelist .success") !== null;
  if (kept && (saved || refused)) sessionStorage.removeItem(key);
  else if (kept) offer(kept);

  let changed = refused;
  let pause;
  const keep = () => {
    const at = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    sessionStorage.setItem(key, JSON.stringify({ at, fields: text() }));
  };
  const note = (event) => {
    if (!event.isTrusted && !event.target.matches("textarea[data-editor], [data-picture-field] input")) return;
    changed = true;
    clearTimeout(pause);
    pause = setTimeout(keep, 500);
  };
  form.addEventListener("input", note);
  form.addEventListener("change", note);
  form.addEventListener("submit", () => { clearTimeout(pause); if (changed) keep(); changed = false; });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
}
