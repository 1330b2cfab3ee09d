// What a placeholder in the text says and offers, as a dialog over the page: for whoever has no mouse.
/* global makeElement, sentenceOf, waysOf */
// waysOf(arrivals, arrival): label → act. askAboutArrival(arrivals, arrival, closed).
window.waysOf = (arrivals, arrival) => {
  switch (arrival.state) {
    case "asked":
      return [
        ...arrival.alike.map((picture, index) => [index ? `Use “${picture.title}”` : "Use that one", () => arrivals.useOther(arrival, picture)]),
        ["It is another", () => arrivals.isAnother(arrival)],
        ["Cancel", () => arrivals.drop(arrival)],
      ];
    case "refused":
      return [...(arrival.mayTryAgain ? [["Try again", () => arrivals.again(arrival)]] : []), ["Take this note away", () => arrivals.drop(arrival)]];
    default:
      return [["Cancel", () => arrivals.drop(arrival)]];
  }
};

window.sentenceOf = (arrival) => {
  switch (arrival.state) {
    case "asked": return `${arrival.name}: ${arrival.alike[0].said}`;
    case "refused": return arrival.said;
    case "running": return arrival.progress < 100 ? `${arrival.name}: ${arrival.progress} %` : `${arrival.name}: being looked at …`;
    default: return `${arrival.name}: waiting …`;
  }
};

window.askAboutArrival = (arrivals, arrival, closed) => {
  const name = "A picture on its way";
  const finish = () => { dialog.close(); dialog.remove(); closed(); };
  const buttons = waysOf(arrivals, arrival).map(([label, act]) => {
    const button = makeElement("button", { type: "button" }, label);
    button.addEventListener("click", () => { finish(); act(); });
    return button;
  });
  const shown = arrival.state === "asked" ? arrival.alike.map((picture) => makeElement("img", { src: picture.thumbnail, alt: picture.alt || "", width: 96, height: 96 })) : [];
  const close = makeElement("button", { type: "button", class: "picker__close", "aria-label": "Close" }, "×");
  const dialog = makeElement("dialog", { class: "picker picker--small", "aria-label": name },
    makeElement("header", {}, makeElement("h2", {}, name), close),
    makeElement("div", { class: "picker__add picker__one" }, ...shown, makeElement("p", {}, sentenceOf(arrival)), makeElement("div", { class: "arranging__ways" }, ...buttons)));
  close.addEventListener("click", finish);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); finish(); });
  document.body.append(dialog);
  dialog.showModal();
  buttons[0].focus();
};
