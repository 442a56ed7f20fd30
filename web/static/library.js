// The box above the questions keeps those with the words while they are written. Without this module it is a form.

const field = document.getElementById("filter");
const said = document.getElementById("filter-count");

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("sv");

const questions = [...document.querySelectorAll(".task .questions > li")].map((item) => ({
  item,
  words: folded(`${item.textContent} ${item.dataset.words}`).split(/[^\p{L}\p{N}]+/u),
}));

function keep() {
  const asked = folded(field.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  let count = 0;
  for (const { item, words } of questions) {
    item.hidden = !asked.every((one) => words.some((word) => word.startsWith(one)));
    if (!item.hidden) count += 1;
  }
  for (const task of document.querySelectorAll(".task")) {
    task.hidden = !task.querySelector(".questions > li:not([hidden])");
    const entry = document.querySelector(`.library-tasks a[href="#${task.querySelector("h2").id}"]`);
    entry.parentElement.hidden = task.hidden;
  }
  said.textContent = asked.length ? said.dataset.some.replace("#", count) : "";
}

// Only where all questions stand in the page can they be kept or brought back.
if (!field.value) field.addEventListener("input", keep);
