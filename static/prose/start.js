// Puts the editor in the place of each textarea that asks for one, lets it grow with its text, and tells the form of changes.
const LOWEST = { story: 420, bio: 160 };

const dress = (editor) => {
  const root = editor.document.getDocumentElement();
  const theme = document.documentElement.dataset.theme;
  if (theme) root.setAttribute("data-theme", theme);
};

const grow = (editor, lowest) => {
  const body = editor.document?.getBody();
  if (!body || editor.commands.maximize?.state === CKEDITOR.TRISTATE_ON) return;
  const wanted = Math.max(lowest, body.$.scrollHeight + 24);
  const holder = editor.ui.space("contents");
  if (Math.abs(parseInt(holder.getStyle("height"), 10) - wanted) > 4) editor.resize("100%", wanted, true);
};

const start = (source) => {
  if (source.dataset.started || source.id.includes("__prefix__")) return;
  source.dataset.started = "1";
  const config = JSON.parse(source.dataset.editor);
  const editor = CKEDITOR.replace(source, config);
  const lowest = config.height || LOWEST.story;
  editor.on("contentDom", () => { dress(editor); grow(editor, lowest); });
  editor.on("change", () => {
    editor.updateElement();
    source.dispatchEvent(new Event("input", { bubbles: true }));
    grow(editor, lowest);
  });
  editor.on("instanceReady", () => { grow(editor, lowest); source.dataset.ready = "1"; });
};

const startAll = () => document.querySelectorAll("textarea[data-editor]").forEach(start);
startAll();
document.addEventListener("formset:added", startAll);
