// Our own plugin for CKEditor: a picture from the library, as <figure data-picture="12"><figcaption>…</figcaption></figure>.
/* global choosePicture */
// In the editor it shows a thumbnail and a caption that can be written in; what is saved has no image address at all.
CKEDITOR.plugins.add("newsroompicture", {
  requires: "widget",

  init(editor) {
    const addresses = editor.config.newsroomPictures;
    const thumbnail = (id) => addresses.thumbnail.replace("/0/", `/${id}/`);

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
        if (!element.getFirst("figcaption")) element.add(new CKEDITOR.htmlParser.element("figcaption"));
        element.children.filter((child) => child.name === "img").forEach((child) => child.remove());
        element.add(image, 0);
        return true;
      },

      downcast(element) {
        element.children.filter((child) => child.name === "img").forEach((child) => child.remove());
        const caption = element.getFirst("figcaption");
        const words = caption && caption.getHtml().replace(/<br[^>]*>|&nbsp;|\s/g, "");
        if (caption && !words) caption.remove();
        return element;
      },
    });

    const insert = (picture) => {
      const figure = editor.document.createElement("figure", { attributes: { "data-picture": String(picture.id) } });
      const caption = editor.document.createElement("figcaption");
      caption.setText(picture.caption || "");
      figure.append(caption);
      editor.insertHtml(figure.getOuterHtml());
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
