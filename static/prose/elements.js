// makeElement("button", { type: "button" }, "Close"): for what the editor's dialogs and placeholders are made of.
window.makeElement = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => { if (value !== null) element.setAttribute(key, value); });
  element.append(...children);
  return element;
};
