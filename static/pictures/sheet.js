// Arrow keys lead from picture to picture, Space chooses, Shift takes along what lies between; and how many are chosen is
// said. Without this, links and boxes do the same.

const sheet = document.querySelector(".sheet");

if (sheet) {
  const cards = [...sheet.querySelectorAll(".card")];
  const links = cards.map((card) => card.querySelector(".card__picture"));
  const boxes = cards.map((card) => card.querySelector("input[type=checkbox]"));
  const bar = sheet.querySelector(".sheet__bar");
  const count = bar.querySelector("[data-count]");
  let last = null;

  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    count.textContent = chosen ? `${chosen} chosen` : "";
    bar.toggleAttribute("data-none", !chosen);
  };

  const choose = (index, isChosen, through = false) => {
    const from = through && last !== null ? last : index;
    for (let at = Math.min(from, index); at <= Math.max(from, index); at += 1) boxes[at].checked = isChosen;
    last = index;
    tell();
  };

  const columns = () => {
    const top = cards[0].offsetTop;
    const next = cards.findIndex((card) => card.offsetTop !== top);
    return next < 0 ? cards.length : next;
  };
  const steps = () => {
    const across = getComputedStyle(sheet).direction === "rtl" ? -1 : 1;
    return { ArrowRight: across, ArrowLeft: -across, ArrowDown: columns(), ArrowUp: -columns() };
  };

  const none = Object.assign(document.createElement("button"), { type: "button", textContent: "Choose none" });
  none.addEventListener("click", () => { boxes.forEach((box) => { box.checked = false; }); last = null; tell(); links[0].focus(); });
  count.after(none);

  sheet.addEventListener("click", (event) => {
    const index = boxes.indexOf(event.target);
    if (index >= 0) choose(index, event.target.checked, event.shiftKey);
  });

  sheet.addEventListener("keydown", (event) => {
    const index = cards.findIndex((card) => card.contains(event.target));
    if (index < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps()[event.key];
    if (step) {
      event.preventDefault();
      const to = index + step;
      if (!links[to]) return;
      if (event.shiftKey) { last ??= index; choose(to, true, true); }
      links[to].focus();
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      links.at(event.key === "Home" ? 0 : -1).focus();
    } else if (event.key === " " && links.includes(event.target)) {
      event.preventDefault();
      choose(index, !boxes[index].checked, event.shiftKey);
    }
  });

  tell();
}
