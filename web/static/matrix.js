// The cell whose list is shown beside the matrix stands in the middle of its frame.

const frame = document.querySelector(".beside .matrix-frame");
const chosen = frame?.querySelector("td.chosen, .chosen th");
if (chosen) {
  frame.scrollTop = chosen.offsetTop - frame.clientHeight / 2;
  if (chosen.matches("td")) frame.scrollLeft = chosen.offsetLeft - frame.clientWidth / 2;
}
