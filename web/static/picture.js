// Draws the neighbourhood of a thing with vis-network from data in the page. The table beside it holds the same.

const ZOOM = 1.25;
const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function options(ink) {
  return {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: false, dragNodes: true, zoomView: false, tooltipDelay: 200 },
    nodes: { font: { size: 13, color: ink, face: "system-ui, sans-serif", multi: false }, widthConstraint: { maximum: 150 }, borderWidthSelected: 4 },
    edges: { arrows: { to: { scaleFactor: 0.6 } }, color: { color: ink, opacity: 0.45, inherit: false }, smooth: { type: "cubicBezier", forceDirection: "vertical", roundness: 0.35 } },
  };
}

// The nearest node in a direction, so that the arrow keys move as the eye does.
function next(nodes, from, [dx, dy]) {
  let best = null;
  for (const node of nodes) {
    const along = (node.x - from.x) * dx + (node.y - from.y) * dy;
    const across = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
    if (node.id !== from.id && along > 1) {
      const distance = along + 2 * across;
      if (best === null || distance < best.distance) best = { node, distance };
    }
  }
  return best === null ? from : best.node;
}

function button(text, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

function draw(frame) {
  const data = JSON.parse(frame.dataset.picture);
  const byId = new Map(data.nodes.map((node) => [node.id, node]));
  const canvas = document.createElement("div");
  canvas.className = "canvas";
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", frame.dataset.label);
  canvas.setAttribute("aria-describedby", "picture-help");
  const tools = document.createElement("div");
  tools.className = "tools";
  const chosen = document.createElement("p");
  chosen.className = "chosen-node";
  const help = document.createElement("p");
  help.id = "picture-help";
  help.className = "hint";
  help.textContent = frame.dataset.help;
  frame.replaceChildren(tools, canvas, chosen, help);

  const ink = () => getComputedStyle(frame).color;
  const network = new vis.Network(canvas, { nodes: data.nodes, edges: data.edges }, options(ink()));
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });
  const whole = () => network.fit({ animation: false, maxZoomLevel: 1 });
  let current = byId.get(data.centre);

  function choose(id, follow) {
    current = byId.get(id) ?? current;
    network.selectNodes([current.id]);
    if (follow) network.moveTo({ position: { x: current.x, y: current.y }, animation: false });
    chosen.replaceChildren(current.title);
    if (current.url) {
      const link = document.createElement("a");
      link.href = current.url;
      link.textContent = frame.dataset.open;
      link.setAttribute("aria-label", `${frame.dataset.open} ${current.title}`);
      chosen.append(" ", link);
    }
  }

  tools.append(
    button("+", frame.dataset.zoomIn, () => zoom(ZOOM)),
    button("−", frame.dataset.zoomOut, () => zoom(1 / ZOOM)),
    button("⤢", frame.dataset.whole, whole),
  );
  canvas.addEventListener("keydown", (event) => {
    if (event.key in DIRECTIONS) choose(next(data.nodes, current, DIRECTIONS[event.key]).id, true);
    else if (event.key === "Enter" && current.url) window.location.href = current.url;
    else if (event.key === "+") zoom(ZOOM);
    else if (event.key === "-") zoom(1 / ZOOM);
    else return;
    event.preventDefault();
  });
  network.on("selectNode", ({ nodes }) => choose(nodes[0], false));
  network.on("doubleClick", ({ nodes }) => {
    const url = byId.get(nodes[0])?.url;
    if (url) window.location.href = url;
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => network.setOptions(options(ink())));
  whole();
  choose(data.centre, false);
  chosen.setAttribute("aria-live", "polite");
  frame.dataset.drawn = "true";
}

const frame = document.getElementById("picture");
if (frame && window.vis) draw(frame);
