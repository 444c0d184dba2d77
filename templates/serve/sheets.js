// Maps and reports are set in millimetres; here they are made to fit the width that there is.
const PER_MM = 96 / 25.4;

/** A sheet of paper as a frame, `width` and `height` in millimetres, not yet in the page. */
export function frame(address, title, width, height) {
  const made = document.createElement("iframe");
  made.setAttribute("sandbox", "allow-same-origin");
  made.title = title;
  made.src = address;
  made.style.width = `${width * PER_MM}px`;
  made.style.height = `${height * PER_MM}px`;
  return made;
}

/** Scales what is inside `holder` to the width of `paper`, times `zoom`. */
export function fit(paper, holder, width, height, zoom = 1) {
  // Not the width inside the scroll bars: they come and go with what is shown.
  const scale = ((paper.clientWidth || 1) / (width * PER_MM)) * zoom;
  holder.style.width = `${width * PER_MM * scale}px`;
  holder.style.height = `${height * PER_MM * scale}px`;
  for (const each of holder.children) each.style.transform = `scale(${scale})`;
}
