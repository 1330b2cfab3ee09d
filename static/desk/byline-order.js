// Buttons that move a byline up and down; the server reads the order from the number fields that they fill.
const group = document.querySelector("#bylines-group");
if (group) {
  const body = group.querySelector("tbody");
  const rows = () => [...body.querySelectorAll("tr.form-row:not(.empty-form)")];

  const renumber = () => rows().forEach((row, index) => {
    const order = row.querySelector("input[name$=-ORDER]");
    if (order) order.value = index + 1;
  });

  const button = (label, sign, step) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "byline-move";
    made.textContent = sign;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", () => {
      const row = made.closest("tr");
      const other = rows()[rows().indexOf(row) + step];
      if (!other) return;
      if (step < 0) other.before(row); else other.after(row);
      renumber();
      made.focus();
    });
    return made;
  };

  const equip = (row) => {
    const cell = row.querySelector("td.field-ORDER");
    if (!cell || cell.querySelector(".byline-move")) return;
    cell.querySelector("input").hidden = true;
    cell.append(button("Move this byline up", "↑", -1), button("Move this byline down", "↓", 1));
  };

  const equipAll = () => { rows().forEach(equip); renumber(); };
  document.addEventListener("formset:added", equipAll);
  document.addEventListener("formset:removed", equipAll);
  equipAll();
}
