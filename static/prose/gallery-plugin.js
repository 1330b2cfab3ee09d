// Our own plugin for CKEditor: several pictures together, as <figure data-gallery="strip"><figure data-picture="3">…</figure>…<figcaption>…</figcaption></figure>.
/* global arrangeGallery */
// In the editor it shows them small and as one thing; a dialog arranges them.
CKEDITOR.plugins.add("newsroomgallery", {
  requires: "widget,newsroomboxes,newsroompicture",

  init(editor) {
    const { newsroomLibrary: library, newsroomThumbnail: thumbnail, newsroomFigure: figure } = editor;
    const { insertBelow, replace } = editor.newsroomBoxes;
    const isPicture = (child) => child.name === "figure" && child.attributes["data-picture"];
    const isOurs = (child) => /\bpicture-(here|told)\b/.test(child.attributes?.class);

    editor.widgets.add("newsroomgallery", {
      pathName: "gallery",
      inline: false,
      requiredContent: "figure[data-gallery]",
      upcast(element) {
        if (element.name !== "figure" || !element.attributes["data-gallery"] || element.attributes["data-picture"]) return false;
        element.children.filter(isPicture).forEach((picture) => {
          picture.add(new CKEDITOR.htmlParser.element("img", { src: thumbnail(picture.attributes["data-picture"]), alt: "", class: "picture-here" }), 0);
        });
        const told = new CKEDITOR.htmlParser.element("div", { class: "picture-told" });
        const name = element.attributes["data-gallery"] === "essay" ? "Picture essay" : "Gallery";
        told.setHtml(`<span>${name}</span><button type="button" tabindex="-1">Arrange…</button>`);
        element.add(told);
        return true;
      },
      downcast(element) {
        element.children.filter(isOurs).forEach((child) => child.remove());
        element.children.filter(isPicture).forEach((picture) => picture.children.filter(isOurs).forEach((child) => child.remove()));
        return element;
      },
      init() {
        this.on("edit", (event) => { event.cancel(); change(this); });
        this.wrapper.on("click", ({ data }) => { if (data.getTarget().is("button")) { data.preventDefault(); change(this); } });
      },
    });

    // What is saved of a gallery, taken to pieces.
    const taken = (widget) => {
      const html = editor.dataProcessor.toDataFormat(widget.wrapper.getOuterHtml());
      const element = new DOMParser().parseFromString(html, "text/html").querySelector("figure[data-gallery]");
      const within = (parent, selector) => [...parent.children].filter((child) => child.matches(selector));
      const captionOf = (parent) => within(parent, "figcaption")[0]?.innerHTML.trim() || "";
      return {
        look: element.dataset.gallery,
        caption: captionOf(element),
        pictures: within(element, "figure[data-picture]").map((each) => ({ id: each.dataset.picture, caption: captionOf(each), credit: each.dataset.credit || "", alt: each.dataset.alt || "" })),
        rest: within(element, ":not(figure[data-picture], figcaption)").map((each) => each.outerHTML).join(""),
      };
    };
    const written = ({ look, caption, pictures, rest = "" }) => `<figure data-gallery="${look}">${pictures.map(figure).join("")}${rest}${caption ? `<figcaption>${caption}</figcaption>` : ""}</figure>`;
    const loose = ({ caption, pictures, rest = "" }) => pictures.map(figure).join("") + rest + (caption ? `<p>${caption}</p>` : "");

    const change = async (widget) => {
      const before = taken(widget);
      const back = () => { editor.focus(); widget.focus(); };
      await library.ask(before.pictures.map(({ id }) => id));
      arrangeGallery(editor.config.newsroomPictures, library, before, (after) => {
        editor.focus();
        editor.fire("saveSnapshot");
        const all = { ...after, rest: before.rest };
        const made = replace(widget, after.apart ? loose(all) : written(all));
        editor.fire("saveSnapshot");
        made?.focus();
      }, back);
    };

    editor.addCommand("newsroomGallery", {
      exec() {
        const selected = editor.widgets.focused;
        if (selected?.name === "newsroomgallery") { change(selected); return; }
        arrangeGallery(editor.config.newsroomPictures, library, { look: "strip", caption: "", pictures: [] }, (gallery) => {
          editor.focus();
          insertBelow(written(gallery))?.focus();
          editor.fire("saveSnapshot");
        }, () => editor.focus());
      },
    });
    editor.ui.addButton("NewsroomGallery", { label: "Gallery or essay", command: "newsroomGallery", toolbar: "insert" });
  },
});
