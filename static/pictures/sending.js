// Sends a file to the library. send(address, body, { progress, signal }): a promise of { status, answer }, where `answer` is
// what the library said in JSON, or null if it was something else; rejected when the connection broke or was called off.
// `progress` is called with the part that is sent, from 0 to 1.

export const send = (address, body, { progress = () => {}, signal } = {}) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.setRequestHeader("X-CSRFToken", document.querySelector("input[name=csrfmiddlewaretoken]").value);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) progress(event.loaded / event.total);
  });
  request.addEventListener("load", () => {
    let answer = null;
    try { answer = JSON.parse(request.responseText); } catch { /* a page, perhaps of a proxy */ }
    resolve({ status: request.status, answer });
  });
  request.addEventListener("error", () => reject(new Error("The connection broke.")));
  request.addEventListener("abort", () => reject(new DOMException("Called off.", "AbortError")));
  signal?.addEventListener("abort", () => request.abort());
  request.send(body);
});
