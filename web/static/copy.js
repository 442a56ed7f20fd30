// A link to the page becomes a button that copies it. Without this module it is still a link.

async function copied(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Without a secure connection there is no clipboard; what is selected can still be copied.
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new DOMException("not copied", "NotAllowedError");
}

function enhance(link) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = link.dataset.copy;
  const said = document.createElement("span");
  said.className = "copy-said";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    said.textContent = await copied(link.href).then(() => link.dataset.copied, () => link.dataset.failed);
  });
  link.replaceWith(button, said);
}

document.querySelectorAll("a.copy").forEach(enhance);
