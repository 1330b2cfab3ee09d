// The front's editor without loading the page anew: each button's act is sent as its form would send it, and what comes
// back takes the place of the form. Adds drag and drop, arrow keys, undo, and a copy in this browser of what is not saved.
import { choose } from "../pictures/picker.js";

const form = document.querySelector("#arranging");
const live = document.querySelector("#live");
const kept = `front ${location.pathname}`;
const past = [];
let carried = null;
let leaving = false;
let pause;

// What of the form is the arrangement: a place's fields, the topic, the version it began from.
const isArrangement = (name) => /-(article|picture|headline|pinned_until)$/.test(name) || name === "about";
const entries = () => [...new FormData(form)].filter(([name]) => isArrangement(name));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const keep = () => {
  const at = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  localStorage.setItem(kept, JSON.stringify({ at, entries: entries() }));
};

const equip = () => {
  form.querySelectorAll("[data-handle]").forEach((handle) => { handle.hidden = false; });
  form.querySelector("[data-undo]").hidden = !past.length;
  const bar = form.querySelector(".arranging-bar");
  document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
};

const complain = (sentence) => {
  live.textContent = "";
  let said = form.querySelector("#said");
  if (!said) {
    said = Object.assign(document.createElement("p"), { id: "said", className: "arranging-said" });
    form.querySelector(".arranging-acts").after(said);
  }
  said.dataset.tone = "bad";
  said.textContent = sentence;
  live.textContent = sentence;
};

const show = (fresh) => {
  const open = [...form.querySelectorAll(".place-more[open]")].map((more) => more.closest("[data-story]").dataset.story);
  const said = fresh.querySelector("#said");
  said?.removeAttribute("role"); // the region at the top of the page says it
  form.replaceChildren(...fresh.children);
  form.toggleAttribute("data-unsaved", fresh.hasAttribute("data-unsaved"));
  open.forEach((story) => form.querySelector(`.place[data-story="${story}"] .place-more`)?.setAttribute("open", ""));
  const found = form.querySelector(".finder-words input").value && form.querySelector(".finder-what");
  live.textContent = (said || form.querySelector("[data-tone=bad]") || found)?.textContent || "";
  equip();
};

// What somebody typed while an act was under way: it goes into the page that comes back, with its story where that moved.
const typedSince = (sent) => [...form.querySelectorAll("input:not([type=hidden]), select")]
  .filter(({ name, value }) => name && sent.get(name) !== value)
  .map((field) => {
    const { name, value } = field;
    return { name, value, story: field.closest(".place")?.dataset.story, focused: field === document.activeElement };
  });
const typeAgain = ({ name, value, story, focused }) => {
  const part = `[name$="-${name.split("-").pop()}"]`;
  const field = story ? placeOf(story)?.querySelector(part) : form.elements[name];
  if (!field) return null;
  field.value = value;
  return focused ? field : null;
};

// Acts wait for one another, so that a key pressed five times is five steps; saving waits for them all.
let waiting = 0;
let queue = Promise.resolve();
const send = (act, { focus, instead } = {}) => {
  waiting += 1;
  queue = queue.then(async () => {
    const data = new FormData(form);
    const before = entries();
    if (instead) {
      before.forEach(([name]) => data.delete(name));
      instead.forEach(([name, value]) => data.set(name, value));
    }
    data.set("act", act);
    form.setAttribute("aria-busy", "true");
    const answer = await fetch(form.action, { method: "POST", body: data }).catch(() => null);
    form.removeAttribute("aria-busy");
    const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page && page.querySelector("#arranging");
    if (!fresh) {
      keep();
      complain(answer?.redirected
        ? "You are no longer signed in. What you arranged is kept in this browser: sign in again and come back."
        : "The desk did not answer. What you arranged is still here; try again in a moment.");
      return;
    }
    const typed = typedSince(data);
    show(fresh);
    const writing = typed.map(typeAgain).find(Boolean);
    if (!instead && !same(before, entries())) past.push(before);
    equip();
    if (form.hasAttribute("data-unsaved")) keep();
    const target = writing || focus?.();
    if (target) { target.focus({ preventScroll: false }); target.scrollIntoView({ block: "nearest" }); }
  }).finally(() => { waiting -= 1; });
  return queue;
};

const placeOf = (story) => form.querySelector(`.place[data-story="${story}"]`);
const move = (button, selector) => {
  const { story } = button.closest(".place").dataset;
  return send(button.value, { focus: () => placeOf(story)?.querySelector(selector) || placeOf(story) });
};

const pickPicture = (button) => {
  const place = button.closest(".place");
  const { story, spot } = place.dataset;
  const { picker, upload, look } = form.querySelector("#finder").dataset;
  const back = () => placeOf(story)?.querySelector("[data-picture]");
  choose({ picker, upload, look }).then((picture) => {
    if (picture) send(`picture ${spot} ${picture.id} ${story}`, { focus: back });
    else back()?.focus();
  });
};

form.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (waiting && button?.matches("[data-leaves], [data-looks]")) {
    const again = button.matches("[data-looks]") ? "[data-looks]" : `[data-leaves][value="${button.value}"]`;
    event.preventDefault();
    queue.then(() => form.requestSubmit(form.querySelector(again)));
    return;
  }
  if (!button || button.matches("[data-leaves]")) { keep(); leaving = true; return; }
  if (button.matches("[data-looks]")) return;
  event.preventDefault();
  if (button.matches("[data-picture]")) pickPicture(button);
  else if (button.matches("[data-up]")) move(button, "[data-up]");
  else if (button.matches("[data-down]")) move(button, "[data-down]");
  else if (button.matches("[data-find]")) send(button.value, { focus: () => form.querySelector("#finder [type=search]") });
  else if (button.closest(".place")) {
    const { id, story } = { id: button.closest(".place").id, story: button.closest(".place").dataset.story };
    const stays = button.value.startsWith("off");
    send(button.value, { focus: () => (!stays && placeOf(story)) || document.getElementById(id) });
  } else {
    const name = document.activeElement.name;
    const inFinder = button.closest("#finder") || name === "words";
    send(button.value, { focus: () => (inFinder ? form.querySelector("#finder [type=search]") : form.elements[name]) });
  }
});

form.addEventListener("click", (event) => {
  if (event.target.matches("[data-undo]")) undo();
});

const undo = () => {
  const before = past.pop();
  if (before) send("", { instead: before }).then(() => { live.textContent = "Undone."; });
};

form.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input, select, textarea");
  if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !typing) {
    event.preventDefault();
    undo();
  }
  if (!event.target.matches("[data-handle]")) return;
  const way = { ArrowUp: "[data-up]", ArrowLeft: "[data-up]", ArrowDown: "[data-down]", ArrowRight: "[data-down]" }[event.key];
  if (!way) return;
  event.preventDefault();
  const { story } = event.target.closest(".place").dataset;
  queue.then(() => {
    const button = placeOf(story)?.querySelector(way);
    if (button) move(button, "[data-handle]");
    else live.textContent = way === "[data-up]" ? "This is the first place." : "This is the last place.";
  });
});

// Drag and drop: what the buttons do, by mouse.
const over = (place) => {
  form.querySelectorAll("[data-over]").forEach((each) => each.removeAttribute("data-over"));
  place?.setAttribute("data-over", "");
};
form.addEventListener("dragstart", (event) => {
  const from = event.target.closest?.("[data-story]");
  if (!from) return;
  carried = { story: from.dataset.story, spot: from.dataset.spot || "" };
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", from.dataset.headline || from.dataset.place || "");
});
form.addEventListener("dragover", (event) => {
  const place = carried && event.target.closest(".place");
  over(place);
  if (place) event.preventDefault();
});
form.addEventListener("drop", (event) => {
  const place = carried && event.target.closest(".place");
  if (!place) return;
  event.preventDefault();
  const { story, spot } = carried;
  send(`put ${story} ${place.dataset.spot} ${spot}`, { focus: () => placeOf(story) });
});
form.addEventListener("dragend", () => { carried = null; over(null); });

// Nothing typed is lost.
form.addEventListener("input", (event) => {
  if (!isArrangement(event.target.name)) return;
  form.setAttribute("data-unsaved", "");
  clearTimeout(pause);
  pause = setTimeout(keep, 400);
});
addEventListener("beforeunload", (event) => {
  if (form.hasAttribute("data-unsaved") && !leaving) event.preventDefault();
});

const offer = ({ at, entries: before }) => {
  const box = document.createElement("div");
  box.className = "arranging-said";
  box.setAttribute("role", "alert");
  const say = document.createElement("p");
  say.textContent = `What you arranged here at ${at} was not saved. It is still in this browser.`;
  const yes = Object.assign(document.createElement("button"), { type: "button", textContent: "Put it back" });
  const no = Object.assign(document.createElement("button"), { type: "button", textContent: "Forget it" });
  yes.addEventListener("click", () => { past.push(entries()); send("", { instead: before }); });
  no.addEventListener("click", () => { localStorage.removeItem(kept); box.remove(); });
  box.append(say, yes, " ", no);
  form.querySelector(".arranging-acts").after(box);
};

const stored = JSON.parse(localStorage.getItem(kept) || "null");
if (stored && !form.hasAttribute("data-unsaved")) {
  const saved = form.querySelector("[data-tone=good]") !== null;
  if (saved || same(stored.entries, entries())) localStorage.removeItem(kept);
  else offer(stored);
}
equip();
