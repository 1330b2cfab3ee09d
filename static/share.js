// Two ways to pass a story on that a link cannot be: the clipboard, and the system's own sheet.
const share = document.querySelector(".share");

if (share) {
  const { address, title } = share.dataset;
  const said = share.querySelector(".share-said");
  const offer = (button, able, act) => {
    if (!able) return button.parentElement.remove();
    button.hidden = false;
    button.addEventListener("click", act);
  };

  offer(share.querySelector(".share-copy"), navigator.clipboard, async ({ currentTarget: { dataset } }) => {
    said.textContent = ""; // so that a second copy is announced too
    const done = await navigator.clipboard.writeText(address).then(() => true, () => false);
    said.textContent = done ? dataset.done : dataset.failed;
  });

  offer(share.querySelector(".share-further"), navigator.share, () => {
    navigator.share({ title, url: address }).catch(() => {}); // which is how the reader's “no” arrives
  });
}
