// What one story says of a picture: its caption, credit and alternative text here, beside what the library says, which stands where these are empty.
/* global makeElement */
// pictureFields({ id, caption, credit, alt }, picture, { folded }): `caption` is HTML; folded, it alone is seen at first. Has `element`, `values()`, and `keepsAlt()`: whether the alternative text is
// to stand in the library, which has none.
window.pictureFields = (() => {
  const stands = (words, none) => makeElement("small", {}, words ? `Left empty: ${words}` : none);

  // One line of text in which the links and italics that are there stay.
  const rich = (label, html, hint) => {
    const name = makeElement("span", {}, label);
    const input = makeElement("div", { class: "picker__rich", role: "textbox", contenteditable: "true", "aria-label": label });
    input.innerHTML = html;
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    input.addEventListener("paste", (event) => {
      event.preventDefault();
      document.execCommand("insertText", false, event.clipboardData.getData("text/plain").replace(/\s+/g, " "));
    });
    name.addEventListener("click", () => input.focus());
    return { field: makeElement("div", { class: "picker__field" }, name, input, hint), value: () => (input.textContent.trim() ? input.innerHTML.replace(/&nbsp;/g, " ").trim() : "") };
  };

  const plain = (label, words, most, hint) => {
    const input = makeElement(most > 200 ? "textarea" : "input", { maxlength: most, rows: most > 200 ? "2" : null });
    input.value = words;
    return { input, field: makeElement("label", { class: "picker__field" }, makeElement("span", {}, label), input, hint), value: () => input.value.replace(/\s+/g, " ").trim() };
  };

  return (use, picture, { folded = false } = {}) => {
    const library = picture || {};
    const caption = rich("Caption", use.caption, stands(library.caption, "The library has none."));
    const credit = plain("Credit", use.credit, 200, stands(library.credit, "The library has none: readers are told that it is unknown."));
    const noAlt = library.is_decorative ? "Left empty: the library calls it decorative." : "The library has none: who cannot see the picture is told nothing.";
    const alt = plain("Alternative text", use.alt, 500, stands(library.alt, noAlt));
    const keep = makeElement("input", { type: "checkbox" });
    keep.checked = true;
    const lacks = !library.alt && library.is_decorative === false;
    const kept = lacks ? [makeElement("label", { class: "picker__keep" }, keep, " Keep this text in the library, for other stories too")] : [];
    const further = [credit.field, alt.field, ...kept];
    const missing = lacks && !use.alt ? " – no alternative text yet" : "";
    const fold = () => [makeElement("details", { class: "picker__further" }, makeElement("summary", {}, `Credit and alternative text${missing}`), ...further)];
    return {
      element: makeElement("div", { class: "picker__texts" }, caption.field, ...(folded ? fold() : further)),
      alt: alt.input,
      values: () => ({ id: use.id, caption: caption.value(), credit: credit.value(), alt: alt.value() }),
      keepsAlt: () => lacks && keep.checked && Boolean(alt.value()),
    };
  };
})();
