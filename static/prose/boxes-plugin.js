// Our own plugin for CKEditor: what stands apart from the running text, and is written where it stands.
// A pull quote is <figure data-quote="pull"><blockquote>…</blockquote><figcaption>…</figcaption></figure>, a fact box <aside data-box="fact">…</aside>.
CKEDITOR.plugins.add("newsroomboxes", {
  requires: "widget",

  init(editor) {
    const make = (name, children = []) => {
      const element = new CKEDITOR.htmlParser.element(name);
      children.forEach((child) => element.add(child));
      return element;
    };
    const isEmpty = (element) => !element.getHtml().replace(/<(?!img|table|hr|figure)[^>]*>|&nbsp;|\s/g, "");

    // Enter goes into the box that is selected, Escape selects the box that one writes in.
    const into = (widget) => {
      const range = editor.createRange();
      range.moveToElementEditablePosition(Object.values(widget.editables)[0]);
      editor.focus();
      range.select();
    };
    const byKeyboard = (widget) => widget.on("edit", (event) => { event.cancel(); into(widget); });
    editor.on("key", (event) => {
      const widget = event.data.keyCode === 27 && editor.widgets.widgetHoldingFocusedEditable;
      if (!widget) return;
      event.cancel();
      editor.focus();
      widget.focus();
    }, null, null, 0);

    // Beneath the block in which the writer is, and with a line beneath it on which to go on.
    const insertBelow = (html) => {
      const range = editor.createRange();
      const path = editor.elementPath();
      const block = path && path.elements.filter((element) => element.getParent()?.equals(editor.editable()))[0];
      if (block) range.setStartAfter(block); else range.moveToElementEditEnd(editor.editable());
      range.collapse(true);
      const isLast = !block?.getNext((node) => node.type === CKEDITOR.NODE_ELEMENT && !node.data("cke-temp"));
      const known = new Set(Object.keys(editor.widgets.instances));
      editor.insertHtml(isLast ? `${html}<p>&nbsp;</p>` : html, "html", range);
      return Object.values(editor.widgets.instances).find(({ id }) => !known.has(String(id)));
    };
    // In the place of a widget, while the writer may be writing elsewhere.
    const replace = (widget, html) => {
      const wasFocused = editor.widgets.focused === widget;
      const bookmarks = wasFocused ? null : editor.getSelection()?.createBookmarks();
      const known = new Set(Object.keys(editor.widgets.instances));
      const range = editor.createRange();
      range.setStartBefore(widget.wrapper);
      range.setEndAfter(widget.wrapper);
      editor.editable().insertHtmlIntoRange(html, range);
      editor.widgets.checkWidgets({ initOnlyNew: true });
      editor.widgets.destroy(widget, true);
      if (bookmarks) editor.getSelection().selectBookmarks(bookmarks);
      editor.fire("change");
      const made = Object.values(editor.widgets.instances).find(({ id }) => !known.has(String(id)));
      if (wasFocused) made?.focus();
      return made;
    };
    editor.newsroomBoxes = { byKeyboard, insertBelow, isEmpty, replace };

    const offer = (name, label, command, html) => {
      editor.addCommand(command, { exec() {
        const widget = insertBelow(html());
        if (widget) into(widget);
        editor.fire("saveSnapshot");
      } });
      editor.ui.addButton(name, { label, command, toolbar: "insert" });
    };

    editor.widgets.add("newsroomquote", {
      pathName: "pull quote",
      inline: false,
      requiredContent: "figure[data-quote]",
      editables: {
        words: { selector: "blockquote" },
        source: { selector: "figcaption", allowedContent: "strong em s sub sup cite; a[!href]; span[lang,dir]" },
      },
      upcast(element) {
        if (element.name !== "figure" || !element.attributes["data-quote"]) return false;
        const children = element.children.slice();
        const captions = children.filter((child) => child.name === "figcaption");
        const words = children.filter((child) => child.name !== "figcaption").flatMap((child) => (child.name === "blockquote" ? child.children.slice() : [child]));
        children.forEach((child) => child.remove());
        element.add(make("blockquote", words.length ? words : [make("p")]));
        element.add(make("figcaption", captions.flatMap((caption) => caption.children.slice())));
        return true;
      },
      downcast(element) {
        const source = element.getFirst("figcaption");
        if (source && isEmpty(source)) source.remove();
        return element;
      },
      init() { byKeyboard(this); },
    });
    offer("NewsroomQuote", "Pull quote", "newsroomQuote", () => {
      const chosen = editor.getSelection()?.getSelectedText().trim() || "";
      return `<figure data-quote="pull"><blockquote><p>${CKEDITOR.tools.htmlEncode(chosen)}</p></blockquote><figcaption></figcaption></figure>`;
    });

    editor.widgets.add("newsroombox", {
      pathName: "fact box",
      inline: false,
      requiredContent: "aside[data-box]",
      editables: { words: { selector: "aside" } },
      upcast: (element) => element.name === "aside" && Boolean(element.attributes["data-box"]),
      init() { byKeyboard(this); },
    });
    offer("NewsroomBox", "Fact box", "newsroomBox", () => '<aside data-box="fact"><h3></h3><p></p></aside>');
  },
});
