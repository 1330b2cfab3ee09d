// Our own plugin for CKEditor: files that are dropped into the text or pasted become pictures, where they were dropped.
/* global Arrivals, askAboutArrival, sentenceOf, waysOf */
// While one is on its way a placeholder stands in the text, with its name, how far it is, and what can be done. It is never part of what is saved.
CKEDITOR.plugins.add("newsroomarrivals", {
  requires: "widget,newsroomboxes,newsroompicture",

  init(editor) {
    const mark = "data-cke-arrival";
    const { newsroomLibrary: library, newsroomFigure: figure } = editor;
    const stands = (widget) => Boolean(widget?.wrapper?.getParent() && editor.editable()?.contains(widget.wrapper));
    const placeholders = () => Object.values(editor.widgets.instances).filter((widget) => widget.name === "newsroomarrival" && stands(widget));
    const placeholderOf = ({ id }) => placeholders().find(({ element }) => element.getAttribute(mark) === String(id));

    const spoken = document.createElement("p");
    spoken.className = "visually-hidden";
    spoken.setAttribute("role", "status");
    editor.on("instanceReady", () => editor.container.$.after(spoken));
    const say = (words) => { spoken.textContent = words; };

    editor.filter.allow(`figure[!${mark}]`, "newsroomarrival", true);
    editor.widgets.add("newsroomarrival", {
      pathName: "picture on its way",
      inline: false,
      upcast: (element) => element.name === "figure" && mark in element.attributes,
      downcast: () => new CKEDITOR.htmlParser.text(""),
      init() {
        this.on("edit", (event) => { event.cancel(); ask(this); });
        this.wrapper.on("click", ({ data }) => {
          const index = data.getTarget().getAscendant("button", true)?.data("way");
          const arrival = arrivals.get(this.element.getAttribute(mark));
          if (index === undefined || index === null || !arrival) return;
          data.preventDefault();
          waysOf(arrivals, arrival)[index][1]();
        });
        // One that comes back by undo may be long since here.
        setTimeout(() => settle(arrivals.get(this.element.getAttribute(mark)), this));
      },
    });

    const ask = (widget) => {
      const arrival = arrivals.get(widget.element.getAttribute(mark));
      if (arrival) askAboutArrival(arrivals, arrival, () => { editor.focus(); if (placeholderOf(arrival)) widget.focus(); });
    };

    const show = (arrival, widget) => {
      const make = (name, words, attributes = {}) => {
        const made = new CKEDITOR.dom.element(name, editor.document);
        if (words) made.setText(words);
        made.setAttributes(attributes);
        return made;
      };
      const parts = [];
      if (arrival.state === "asked") parts.push(make("img", "", { src: arrival.alike[0].thumbnail, alt: arrival.alike[0].alt || "", class: "picture-here" }));
      parts.push(make("p", sentenceOf(arrival)));
      if (arrival.state === "running") parts.push(make("progress", "", { max: 100, value: arrival.progress, "aria-label": arrival.name }));
      waysOf(arrivals, arrival).forEach(([label], index) => parts.push(make("button", label, { type: "button", tabindex: "-1", "data-way": index })));
      editor.fire("lockSnapshot");
      widget.element.setAttribute("data-cke-state", arrival.state);
      widget.element.setHtml("");
      parts.forEach((part) => widget.element.append(part));
      editor.fire("unlockSnapshot");
    };

    // Brings what stands in the text up to what became of the file. That is no step of its own: undoing the drop takes the picture away.
    const settle = (arrival, widget) => {
      if (!stands(widget)) return;
      if (!arrival || arrival.state === "gone") {
        editor.fire("lockSnapshot");
        editor.widgets.del(widget);
        editor.fire("unlockSnapshot");
        editor.fire("change");
      } else if (arrival.state === "here") {
        editor.fire("lockSnapshot");
        editor.newsroomBoxes.replace(widget, figure({ id: arrival.picture.id }));
        editor.fire("unlockSnapshot");
      } else show(arrival, widget);
    };

    let told = null; // once the writer was told that saving waits
    const arrivals = new Arrivals(editor.config.newsroomPictures, (arrival) => {
      const widget = placeholderOf(arrival);
      if (arrival.state === "here") library.remember(arrival.picture);
      // Whoever deletes a placeholder, or takes the drop back, wants no picture.
      if (!widget && ["waiting", "running", "asked"].includes(arrival.state) && arrival.wasShown) { arrivals.drop(arrival); return; }
      settle(arrival, widget);
      if (arrival.state === "here") say(`${arrival.name} is in the text.${arrival.picture.alt || arrival.picture.is_decorative ? "" : " It has no alternative text yet: select it and press Enter."}`);
      if (["asked", "refused"].includes(arrival.state)) say(`${sentenceOf(arrival)} Select it in the text and press Enter.`);
      told?.look();
    });

    // Between two blocks, so that no sentence is torn: before the block at whose beginning the caret stands, else beneath it.
    const place = () => {
      const range = editor.createRange();
      const here = editor.getSelection()?.getRanges()[0];
      const block = editor.elementPath()?.elements.find((element) => element.getParent()?.equals(editor.editable()));
      if (!block || !here) range.moveToElementEditEnd(editor.editable());
      else if (here.checkBoundaryOfElement(block, CKEDITOR.START) && block.getText().trim()) range.setStartBefore(block);
      else range.setStartAfter(block);
      range.collapse(true);
      return range;
    };
    const take = (files) => {
      editor.focus();
      const range = place();
      const taken = files.map((file) => arrivals.take(file));
      editor.fire("saveSnapshot");
      editor.insertHtml(taken.map(({ id }) => `<figure ${mark}="${id}"></figure>`).join(""), "html", range);
      taken.forEach((arrival) => { arrival.wasShown = true; });
      editor.fire("saveSnapshot");
      say(`${taken.length === 1 ? taken[0].name : `${taken.length} files`} on the way.`);
    };

    // Text that was copied in an office program brings a drawing of itself along. A picture that was copied alone is a file, and its HTML says nothing.
    const saysSomething = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
    editor.on("paste", (event) => {
      const { dataTransfer, dataValue } = event.data;
      const count = dataTransfer?.getFilesCount() || 0;
      if (!count || dataValue || dataTransfer.getTransferType(editor) === CKEDITOR.DATA_TRANSFER_INTERNAL) return;
      if (saysSomething(dataTransfer.getData("text/html") || "") || dataTransfer.getData("text/plain")) return;
      event.cancel();
      take(Array.from({ length: count }, (_, index) => dataTransfer.getFile(index)));
    }, null, null, 0.5);

    // A save waits for what is on its way, and says so.
    const form = editor.element.$.form;
    const wait = (submitter) => {
      const words = document.createElement("p");
      const without = Object.assign(document.createElement("button"), { type: "button", textContent: "Save without them" });
      const stay = Object.assign(document.createElement("button"), { type: "button", textContent: "Go on writing" });
      const box = document.createElement("div");
      box.className = "told arrivals-wait";
      box.setAttribute("role", "alert");
      const end = () => { told = null; box.remove(); };
      const look = () => {
        const { open } = arrivals;
        const asked = open.filter(({ state }) => state === "asked");
        if (!open.length) { end(); form.requestSubmit(submitter); return; }
        const names = open.map(({ name }) => `“${name}”`).join(", ");
        words.textContent = asked.length === open.length
          ? `Not saved yet: the library asks about ${names}. Answer in the text, and the story is saved.`
          : `Not saved yet: ${names} ${open.length === 1 ? "is" : "are"} on the way. The story is saved as soon as ${open.length === 1 ? "it is" : "they are"} here.`;
      };
      without.addEventListener("click", () => { arrivals.open.forEach((arrival) => arrivals.drop(arrival)); });
      stay.addEventListener("click", end);
      box.append(words, without, " ", stay);
      editor.container.$.before(box);
      told = { look };
      look();
      box.scrollIntoView({ block: "nearest" });
    };
    form?.addEventListener("submit", (event) => {
      arrivals.open.filter((arrival) => !placeholderOf(arrival)).forEach((arrival) => arrivals.drop(arrival));
      if (!arrivals.open.length) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!told) wait(event.submitter);
    }, true);
  },
});
