// The report at the width that there is: it is set for a sheet of A3.
const frame = document.getElementById("report");
const paper = document.getElementById("paper");
const WIDTH = (420 * 96) / 25.4;

function fit() {
  const scale = Math.max(paper.clientWidth / WIDTH, 0.55);
  frame.style.width = `${WIDTH}px`;
  frame.style.transform = `scale(${scale})`;
  const inside = frame.contentDocument?.documentElement;
  if (!inside) return;
  const height = inside.scrollHeight;
  frame.style.height = `${height}px`;
  paper.style.height = `${height * scale}px`;
}

if (frame) {
  frame.addEventListener("load", fit);
  new ResizeObserver(fit).observe(paper);
  if (frame.contentDocument?.readyState === "complete") fit();
}
