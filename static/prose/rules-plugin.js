// Our own plugin for CKEditor: what comes into the text or goes out takes the form that the rules have.
CKEDITOR.plugins.add("newsroomrules", {
  init(editor) {
    const { sameAs, foreignPicture } = editor.config.newsroomRules;
    const names = new CKEDITOR.htmlParser.filter({ elementNames: Object.entries(sameAs).map(([from, to]) => [new RegExp(`^${from}$`), to]) });
    const eachPicture = (within, act) => within.forEach((node) => { if (node.name === "img") act(node); }, CKEDITOR.NODE_ELEMENT);

    // Between the parser (5) and the editor's filter by the rules (6), which would drop the other names.
    editor.on("toHtml", (event) => {
      event.data.dataValue.filterChildren(names);
      // A picture of an imported archive is shown as a sign and not fetched from where it lies. What is saved is its address.
      eachPicture(event.data.dataValue, ({ attributes }) => {
        if (/^https?:/i.test(attributes["data-cke-saved-src"])) attributes.src = foreignPicture;
      });
    }, null, null, 5.5);

    // Browsers write a space that is typed before or after bold as one that does not break the line. Here it is a space again.
    const inline = (node) => node?.type === CKEDITOR.NODE_ELEMENT && node.name in CKEDITOR.dtd.$inline;
    const spaceAtEnd = /([^\s\u00a0;])(?:&nbsp;|\u00a0)$/;
    const spaceAtStart = /^(?:&nbsp;|\u00a0)(?=[^\s\u00a0&])/;
    editor.dataProcessor.htmlFilter.addRules({
      text(words, node) {
        let said = words;
        if (inline(node.next)) said = said.replace(spaceAtEnd, "$1 ");
        if (inline(node.previous)) said = said.replace(spaceAtStart, " ");
        return said;
      },
    });

    // Pictures on the clipboard are copies without a credit, at addresses that only the writer's computer knows.
    const wayOut = editor.config.newsroomPictures ? " Drop their files here, or use the picture button." : "";
    const sayWherePicturesComeFrom = () => editor.showNotification(`Pictures do not come along when text is pasted.${wayOut}`, "info", 8000);
    editor.on("paste", (event) => {
      if (event.data.dataTransfer.getTransferType(editor) === CKEDITOR.DATA_TRANSFER_INTERNAL) return;
      const pasted = CKEDITOR.htmlParser.fragment.fromHtml(event.data.dataValue);
      const pictures = [];
      eachPicture(pasted, (picture) => pictures.push(picture));
      if (!pictures.length) return;
      pictures.forEach((picture) => picture.remove());
      const writer = new CKEDITOR.htmlParser.basicWriter();
      pasted.writeHtml(writer);
      event.data.dataValue = writer.getHtml();
      sayWherePicturesComeFrom();
    }, null, null, 3.5);
    const sayOfFiles = (event) => { if (event.data.dataTransfer.getFilesCount() && !event.data.dataTransfer.getData("text/html")) sayWherePicturesComeFrom(); };
    editor.on("paste", sayOfFiles, null, null, 1);
  },
});
