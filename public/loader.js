// Fetches a file of the site for the page, which by then may ask for nothing itself. It is given an
// address and no text, and it ends before the text is read.
onmessage = ({ data }) => {
  fetch(data)
    .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(answer.status))))
    .then((bytes) => postMessage(bytes, [bytes]), () => postMessage(null));
};
