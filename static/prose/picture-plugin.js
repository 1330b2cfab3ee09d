// Our own plugin for CKEditor: a picture from the library, as <figure data-picture="12"><figcaption>…</figcaption></figure>.
/* global choosePicture, libraryAt, tellOfPicture */
// In the editor it shows a thumbnail and a caption that can be written in; what is saved has no image address at all. A credit and an alternative
// text of this story alone stand in data-credit and data-alt.
CKEDITOR.plugins.add("newsroompicture", {
  requires: "widget,newsroomboxes",

  init(editor) {
    const addresses = editor.config.newsroomPictures;
    const library = libraryAt(addresses);
    const thumbnail = (id) => addresses.thumbnail.replace("/0/", `/${id}/`);
    const isOurs = (child) => child.name === "img" || child.name === "div";
    editor.newsroomLibrary = library;
    editor.newsroomThumbnail = thumbnail;

    editor.widgets.add("newsroompicture", {
      pathName: "picture",
      inline: false,
      requiredContent: "figure[data-picture]",
      editables: {
        caption: { selector: "figcaption", allowedContent: "strong em s sub sup cite; a[!href]" },
      },

      upcast(element) {
        const id = element.name === "figure" && element.attributes["data-picture"];
        if (!id) return false;
        const image = new CKEDITOR.htmlParser.element("img", { src: thumbnail(id), alt: "", class: "picture-here" });
        const told = new CKEDITOR.htmlParser.element("div", { class: "picture-told" });
        if (!element.getFirst("figcaption")) element.add(new CKEDITOR.htmlParser.element("figcaption"));
        element.children.filter(isOurs).forEach((child) => child.remove());
        element.add(image, 0);
        element.add(told);
        return true;
      },

      downcast(element) {
        element.children.filter(isOurs).forEach((child) => child.remove());
        const caption = element.getFirst("figcaption");
        const words = caption && caption.getHtml().replace(/<br[^>]*>|&nbsp;|\s/g, "");
        if (caption && !words) caption.remove();
        return element;
      },

      init() {
        this.on("edit", (event) => { event.cancel(); change(this); });
        this.wrapper.on("click", ({ data }) => {
          const button = data.getTarget().getAscendant("button", true);
          if (button) { data.preventDefault(); change(this, { focusAlt: button.hasClass("picture-asks") }); }
        });
        show(this);
        learnSoon();
      },
    });

    // Beneath the caption: whose it is, and what is missing. Of the editor's own making, so no step to be undone.
    const show = (widget) => {
      const told = widget.element.findOne(".picture-told");
      const [id, credit, alt] = ["data-picture", "data-credit", "data-alt"].map((name) => widget.element.getAttribute(name));
      const picture = library.of(id);
      if (!told) return;
      const line = (name, words) => {
        const made = new CKEDITOR.dom.element(name, editor.document);
        made.setText(words);
        return made;
      };
      const button = (words, attributes) => {
        const made = line("button", words);
        made.setAttributes({ type: "button", tabindex: "-1", ...attributes });
        return made;
      };
      editor.fire("lockSnapshot");
      told.setHtml("");
      if (credit) told.append(line("span", `Credit in this story: ${credit}`));
      else if (picture) told.append(line("span", picture.credit ? `Credit: ${picture.credit}` : "No credit"));
      if (alt) told.append(line("span", `Alternative text in this story: ${alt}`));
      const asks = !alt && picture && !picture.alt && picture.is_decorative === false;
      told.append(asks ? button("No alternative text yet. Describe it…", { class: "picture-asks" }) : button("Texts…", {}));
      editor.fire("unlockSnapshot");
    };
    const all = () => Object.values(editor.widgets.instances).filter(({ name }) => name === "newsroompicture");
    const learn = async (ids) => {
      await library.ask(ids);
      if (editor.status === "ready" && editor.editable()) all().forEach(show);
    };
    let soon;
    const learnSoon = () => {
      clearTimeout(soon);
      soon = setTimeout(() => learn(all().map(({ element }) => element.getAttribute("data-picture"))));
    };

    const change = async (widget, { focusAlt = false } = {}) => {
      const { element, editables } = widget;
      const id = element.getAttribute("data-picture");
      const back = () => { editor.focus(); widget.focus(); };
      await learn([id]);
      const use = { id, caption: editables.caption.getData(), credit: element.getAttribute("data-credit") || "", alt: element.getAttribute("data-alt") || "" };
      tellOfPicture(library, use, { focusAlt }, ({ caption, credit, alt }) => {
        editor.fire("saveSnapshot");
        Object.entries({ "data-credit": credit, "data-alt": alt }).forEach(([name, words]) => {
          if (words) element.setAttribute(name, words); else element.removeAttribute(name);
        });
        if (caption !== use.caption) editables.caption.setData(caption);
        all().forEach(show);
        editor.fire("saveSnapshot");
        editor.fire("change");
        back();
      }, back);
    };

    editor.newsroomFigure = ({ id, caption = "", credit = "", alt = "" }) => {
      const own = Object.entries({ "data-alt": alt, "data-credit": credit }).filter(([, words]) => words);
      const attributes = own.map(([name, words]) => ` ${name}="${CKEDITOR.tools.htmlEncodeAttr(words)}"`).join("");
      return `<figure data-picture="${Number(id)}"${attributes}>${caption ? `<figcaption>${caption}</figcaption>` : ""}</figure>`;
    };
    const insert = (picture) => {
      library.remember(picture);
      editor.insertHtml(editor.newsroomFigure({ id: picture.id, caption: CKEDITOR.tools.htmlEncode(picture.caption || "") }));
    };

    // CKEditor looks only some moments after a click where the caret went. A key that comes sooner, on a busy computer, would still
    // belong to the place before: a picture that was selected swallows letters and goes with Backspace, and Enter splits a caption.
    let clicked = false;
    editor.on("contentDom", () => editor.editable().attachListener(editor.document, "mouseup", () => { clicked = true; }));
    editor.on("key", () => {
      if (clicked) editor.selectionChange(true);
      clicked = false;
    }, null, null, 0); // the widgets listen at 1

    editor.addCommand("newsroomPicture", {
      exec() {
        choosePicture(addresses, (picture) => { editor.focus(); insert(picture); }, () => editor.focus());
        return true;
      },
    });
    editor.ui.addButton("NewsroomPicture", { label: "Picture from the library", command: "newsroomPicture", toolbar: "insert" });
    editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.SHIFT + 80 /* P */, "newsroomPicture");
  },
});
