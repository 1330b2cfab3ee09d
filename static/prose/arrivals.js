// Files on their way into the library, two at a time.
// new Arrivals(addresses, changed): `take(file)` gives an arrival, `changed(arrival)` is called whenever one of these does:
//   state      waiting, running, asked (something here looks like it), here, refused, gone
//   progress   in per cent
//   picture    what the library says of it, once it is here
//   alike      what is here that looks like it, while it is asked
//   said       a sentence, where it was refused; `mayTryAgain` where the same file may do another time
window.Arrivals = class {
  #addresses;
  #changed;
  #next = 1;
  #all = new Map();

  constructor(addresses, changed) {
    this.#addresses = addresses;
    this.#changed = changed;
  }

  get(id) { return this.#all.get(Number(id)); }

  get open() { return [...this.#all.values()].filter(({ state }) => ["waiting", "running", "asked"].includes(state)); }

  take(file) {
    const arrival = { id: this.#next++, file, name: file.name || "picture", state: "waiting", progress: 0, picture: null, alike: [], said: "", mayTryAgain: false };
    this.#all.set(arrival.id, arrival);
    if (file.type && !file.type.startsWith("image/")) this.#refuse(arrival, `“${arrival.name}” is no picture. Pictures come as JPEG, PNG, WebP, AVIF, HEIC, GIF or TIFF.`);
    else queueMicrotask(() => this.#go());
    return arrival;
  }

  // Of what looks like it: that one instead, or this one all the same.
  useOther(arrival, picture) { this.#become(arrival, { state: "here", picture, alike: [] }); }

  isAnother(arrival) { this.#become(arrival, { state: "waiting", isAnother: true, alike: [] }); this.#go(); }

  again(arrival) { this.#become(arrival, { state: "waiting", said: "", progress: 0 }); this.#go(); }

  drop(arrival) {
    if (["here", "gone"].includes(arrival.state)) return;
    this.#become(arrival, { state: "gone" });
    arrival.request?.abort();
    this.#go();
  }

  #become(arrival, told) { Object.assign(arrival, told); this.#changed(arrival); }

  #refuse(arrival, said, mayTryAgain = false) { this.#become(arrival, { state: "refused", said, mayTryAgain }); }

  #go() {
    const all = [...this.#all.values()];
    const running = all.filter(({ state }) => state === "running").length;
    all.filter(({ state }) => state === "waiting").slice(0, Math.max(0, 2 - running)).forEach((arrival) => this.#send(arrival));
  }

  #send(arrival) {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("file", arrival.file, arrival.name);
    if (arrival.isAnother) body.append("is_another", "on");
    request.open("POST", this.#addresses.upload);
    request.setRequestHeader("X-CSRFToken", document.querySelector("input[name=csrfmiddlewaretoken]").value);
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      if (arrival.state === "running") this.#become(arrival, { progress: total ? Math.round((100 * loaded) / total) : 0 });
    });
    request.addEventListener("loadend", () => {
      if (arrival.state === "running") this.#answer(arrival, request);
      this.#go();
    });
    this.#become(arrival, { state: "running", request, progress: 0 });
    request.send(body);
  }

  #answer(arrival, { status, responseText }) {
    let told = null;
    try { told = JSON.parse(responseText); } catch { /* a page, such as the one to sign in by */ }
    if (status === 201 && told) this.#become(arrival, { state: "here", picture: told });
    else if (told?.alike) this.#become(arrival, { state: "asked", alike: told.alike });
    else if (told?.errors) this.#refuse(arrival, Object.values(told.errors).flat().join(" "));
    else if (status === 403) this.#refuse(arrival, `“${arrival.name}” was not taken: you may not add pictures. Ask an admin for the role of contributor.`);
    else if (status === 413) this.#refuse(arrival, `“${arrival.name}” is too large to be sent. Make it smaller and send it again.`);
    else this.#refuse(arrival, `“${arrival.name}” did not get through. The text is safe; see that you are signed in and online, and try again.`, true);
  }
};
