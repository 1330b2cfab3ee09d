// What the library says of the pictures in a text, asked for once each.
// libraryAt(addresses): `of(id)` is what is known, or nothing; `ask(ids)` promises that all of it is known, where it can be; `remember(picture)`
// begins with what the picker or an upload answered, which is less.
window.libraryAt = (addresses) => {
  const known = new Map();
  const remember = (picture) => known.set(String(picture.id), picture);
  return {
    remember,
    of: (id) => known.get(String(id)),
    async ask(ids) {
      const unknown = [...new Set(ids.map(String))].filter((id) => known.get(id)?.is_decorative === undefined);
      if (!unknown.length) return;
      const answer = await fetch(`${addresses.described}?${new URLSearchParams(unknown.map((id) => ["id", id]))}`).catch(() => null);
      if (answer?.ok) (await answer.json()).pictures.forEach(remember);
    },
    // Keeps an alternative text for all stories; whether that was allowed.
    async describe(id, alt) {
      const body = new URLSearchParams({ alt });
      const headers = { "X-CSRFToken": document.querySelector("input[name=csrfmiddlewaretoken]").value };
      const answer = await fetch(addresses.describe.replace("/0/", `/${id}/`), { method: "POST", body, headers }).catch(() => null);
      if (answer?.ok) remember(await answer.json());
      return Boolean(answer?.ok);
    },
  };
};
