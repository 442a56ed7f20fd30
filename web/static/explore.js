// The explored picture is a drawing with links in a scrolling frame. This module lets it be walked with the arrow keys,
// zoomed, dragged and saved as PNG, and keeps what one looks at in its place from one step to the next.

const ZOOM = 1.25, SMALLEST = 0.1, LARGEST = 3, MOVED = 4;
const MOST_PIXELS = 48e6, SIDE = 16000;
const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const KEPT = "explore";

// The nearest thing in a direction, so that the arrow keys move as the eye does.
function next(boxes, from, [dx, dy]) {
  let best = null;
  for (const box of boxes) {
    const x = box.dataset.x - from.dataset.x, y = box.dataset.y - from.dataset.y;
    const along = x * dx + y * dy, across = Math.abs(x * dy) + Math.abs(y * dx);
    if (box !== from && along > 1) {
      const distance = along + 2 * across;
      if (best === null || distance < best.distance) best = { box, distance };
    }
  }
  return best === null ? from : best.box;
}

class Frame {
  constructor(frame) {
    this.frame = frame;
    this.picture = frame.querySelector("svg.explore-picture");
    this.boxes = [...frame.querySelectorAll("a.box")];
    this.size = this.picture.viewBox.baseVal;
    this.scale = 1;
    this.boxes.forEach((box) => { box.tabIndex = -1; });
    this.walkTo(frame.querySelector("a.box-chosen") ?? this.boxes[0]);
  }

  walkTo(box, focus = false) {
    if (!box) return;
    if (this.current) this.current.tabIndex = -1;
    this.current = box;
    box.tabIndex = 0;
    if (!focus) return;
    box.focus({ preventScroll: true });
    this.reveal(box);
  }

  // Scroll no more than is needed to see a thing.
  reveal(box) {
    const seen = this.frame.getBoundingClientRect(), at = box.getBoundingClientRect(), room = 24;
    const by = (low, high, from, to) => Math.min(low - from - room, 0) || Math.max(high - to + room, 0);
    this.frame.scrollBy(by(at.left, at.right, seen.left, seen.right), by(at.top, at.bottom, seen.top, seen.bottom));
  }

  // Zoom about a point of the frame, its middle where none is given.
  zoom(scale, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2) {
    const to = Math.min(Math.max(scale, SMALLEST), LARGEST), factor = to / this.scale;
    const left = (this.frame.scrollLeft + x) * factor - x, top = (this.frame.scrollTop + y) * factor - y;
    this.scale = to;
    this.picture.setAttribute("width", this.size.width * to);
    this.picture.setAttribute("height", this.size.height * to);
    this.frame.scrollTo(left, top);
  }

  whole() {
    const { clientWidth, clientHeight } = this.frame;
    this.zoom(Math.min(clientWidth / this.size.width, clientHeight / this.size.height, 1));
  }

  place(box) {
    const seen = this.frame.getBoundingClientRect(), at = box.getBoundingClientRect();
    return { x: at.left - seen.left, y: at.top - seen.top };
  }

  // Keep the thing one acts on where it is; without one, show the chosen thing in the middle.
  settle() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    sessionStorage.removeItem(KEPT);
    if (kept) this.zoom(kept.scale);
    const box = (kept && this.boxes.find((one) => one.dataset.key === kept.key)) ?? this.current;
    if (!box) return;
    const at = this.place(box), { width, height } = box.getBoundingClientRect();
    const to = kept?.key === box.dataset.key ? kept : { x: (this.frame.clientWidth - width) / 2, y: (this.frame.clientHeight - height) / 2 };
    this.frame.scrollBy(at.x - to.x, at.y - to.y);
    if (kept) scrollTo(0, kept.page);
    if (kept?.walked) box.focus({ preventScroll: true });
  }

  keep(box) {
    const walked = this.frame.contains(document.activeElement);
    sessionStorage.setItem(KEPT, JSON.stringify({ key: box?.dataset.key, scale: this.scale, page: scrollY, walked, ...(box && this.place(box)) }));
  }
}

function button(text, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

function drag(seen) {
  const { frame } = seen;
  let from = null;
  frame.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0) from = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop };
  });
  addEventListener("pointermove", (event) => {
    if (!from) return;
    const x = event.clientX - from.x, y = event.clientY - from.y;
    if (Math.hypot(x, y) > MOVED) frame.classList.add("dragged");
    if (frame.classList.contains("dragged")) frame.scrollTo(from.left - x, from.top - y);
  });
  addEventListener("pointerup", () => {
    from = null;
    // After the click that ends a drag, so that no link is followed.
    setTimeout(() => frame.classList.remove("dragged"));
  });
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  frame.addEventListener("click", (event) => { if (frame.classList.contains("dragged")) event.preventDefault(); }, true);
}

async function png(seen) {
  const image = new Image();
  image.src = seen.frame.dataset.svg;
  await image.decode();
  const { width, height } = seen.size;
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)), SIDE / width, SIDE / height);
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
  const made = document.createElement("a");
  made.href = URL.createObjectURL(blob);
  made.download = "explore.png";
  made.click();
  URL.revokeObjectURL(made.href);
}

function enhance(frame) {
  const seen = new Frame(frame), said = frame.dataset;
  const tools = document.createElement("div");
  tools.className = "explore-tools";
  tools.append(
    button("+", said.in, () => seen.zoom(seen.scale * ZOOM)),
    button("−", said.out, () => seen.zoom(seen.scale / ZOOM)),
    button("⤢", said.whole, () => seen.whole()),
    button("PNG", said.png, () => png(seen)),
  );
  const help = document.createElement("p");
  help.className = "hint";
  help.id = "picture-help";
  help.textContent = said.help;
  frame.setAttribute("aria-describedby", help.id);
  document.querySelector(".explore-bar").append(tools);
  frame.after(help);
  frame.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isBox = seen.boxes.includes(document.activeElement);
    if (event.key in DIRECTIONS && isBox) seen.walkTo(next(seen.boxes, seen.current, DIRECTIONS[event.key]), true);
    else if (event.key === "+") seen.zoom(seen.scale * ZOOM);
    else if (event.key === "-") seen.zoom(seen.scale / ZOOM);
    else if (event.key === "0") seen.whole();
    else return;
    event.preventDefault();
  });
  frame.addEventListener("focusin", (event) => { if (seen.boxes.includes(event.target)) seen.walkTo(event.target); });
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const at = frame.getBoundingClientRect();
    seen.zoom(seen.scale * ZOOM ** (-Math.sign(event.deltaY) / 2), event.clientX - at.left, event.clientY - at.top);
  }, { passive: false });
  drag(seen);
  document.querySelector(".explore").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || link.classList.contains("past")) return;
    const to = new URL(link.getAttribute("href"), location.href);
    if (to.pathname !== location.pathname) return;
    // Of a large picture the state stands once: what a thing leads to is made here.
    if (link.dataset.key && to.hash !== "#at") to.searchParams.set("at", link.dataset.key);
    seen.keep(link.closest("a.box[data-key]") ?? frame.querySelector("a.box-chosen"));
    // What is kept says where to look; the spot would move it.
    to.hash = "";
    link.setAttribute("href", to);
  });
  seen.settle();
  frame.dataset.ready = "true";
}

const frame = document.querySelector(".explore-frame");
if (frame) enhance(frame);
