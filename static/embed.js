// What stands at another site is asked for only when the reader presses the button that says so.
for (const button of document.querySelectorAll(".embed-load")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = button.dataset.frame;
    frame.title = button.dataset.title;
    frame.allow = "fullscreen; encrypted-media; picture-in-picture";
    frame.referrerPolicy = "strict-origin"; // the site, which some players insist on, but not which story
    frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation";
    button.replaceWith(frame);
    frame.focus();
  });
}
