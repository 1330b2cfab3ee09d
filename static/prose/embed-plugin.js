// Our own plugin for CKEditor: something of another site, as <figure data-embed="youtube:dQw4w9WgXcQ"><figcaption>…</figcaption></figure>.
/* global askForEmbed */
// In the editor it shows the site's name, the address, and a caption that can be written in. Nothing is loaded from there.
CKEDITOR.plugins.add("newsroomembed", {
  requires: "widget,newsroomboxes",

  init(editor) {
    const embeds = editor.config.newsroomEmbeds;
    const { byKeyboard, insertBelow, isEmpty } = editor.newsroomBoxes;

    const told = (stored) => {
      const [key] = stored.split(":", 1);
      const id = stored.slice(key.length + 1);
      const parts = id.split("/");
      const provider = embeds[key];
      const address = provider ? provider.page.replace(/\{(\w+)\}/g, (_, name) => (name === "id" ? id : parts[name])) : "";
      return { name: provider ? provider.name : key, address };
    };
    const card = (stored) => {
      const { name, address } = told(stored);
      return `<strong>${CKEDITOR.tools.htmlEncode(name)}</strong> ${CKEDITOR.tools.htmlEncode(address)}`;
    };
    const isCard = (child) => child.name === "div" && /\bembed-here\b/.test(child.attributes.class);

    editor.widgets.add("newsroomembed", {
      pathName: "from another site",
      inline: false,
      requiredContent: "figure[data-embed]",
      editables: {
        caption: { selector: "figcaption", allowedContent: "strong em s sub sup cite; a[!href]; span[lang,dir]" },
      },
      upcast(element) {
        const stored = element.name === "figure" && !element.attributes["data-picture"] && element.attributes["data-embed"];
        if (!stored) return false;
        element.children.filter(isCard).forEach((child) => child.remove());
        if (!element.getFirst("figcaption")) element.add(new CKEDITOR.htmlParser.element("figcaption"));
        const shown = new CKEDITOR.htmlParser.element("div", { class: "embed-here" });
        shown.setHtml(card(stored));
        element.add(shown, 0);
        return true;
      },
      downcast(element) {
        element.children.filter(isCard).forEach((child) => child.remove());
        const caption = element.getFirst("figcaption");
        if (caption && isEmpty(caption)) caption.remove();
        return element;
      },
      init() {
        byKeyboard(this);
        this.on("doubleclick", (event) => { event.cancel(); change(this); });
      },
    });

    const change = (widget) => {
      const done = () => { editor.focus(); widget.focus(); };
      askForEmbed(embeds, told(widget.element.getAttribute("data-embed")).address, (stored) => {
        editor.fire("saveSnapshot");
        widget.element.setAttribute("data-embed", stored);
        widget.element.findOne(".embed-here").setHtml(card(stored));
        editor.fire("saveSnapshot");
        done();
      }, done);
    };

    editor.addCommand("newsroomEmbed", {
      exec() {
        const selected = editor.widgets.focused;
        if (selected?.name === "newsroomembed") { change(selected); return; }
        askForEmbed(embeds, "", (stored) => {
          editor.focus();
          insertBelow(`<figure data-embed="${CKEDITOR.tools.htmlEncodeAttr(stored)}"></figure>`)?.focus();
          editor.fire("saveSnapshot");
        }, () => editor.focus());
      },
    });
    editor.ui.addButton("NewsroomEmbed", { label: "From another site", command: "newsroomEmbed", toolbar: "insert" });
  },
});
