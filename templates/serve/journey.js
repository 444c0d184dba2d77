// One journey: its text, and its map that follows while one writes.
import { editor } from "./editor.js";
import { fit, frame } from "./sheets.js";

const $ = (id) => document.getElementById(id);
const main = $("content");
const words = JSON.parse(main.dataset.words);
const name = main.dataset.name;
const here = `/journeys/${encodeURIComponent(name)}`;
/** Long enough not to draw every letter, short enough to seem at once. In milliseconds. */
const PAUSE = 80;

let mark = main.dataset.mark;
let saved = $("text").value;
let theirs = null;
let sheet = null;
let zoom = 1;
let pause = 0;

const said = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, gap) => gaps[gap]);
const unsaved = () => writing.text() !== saved;

const writing = await editor({
  holder: $("editor"),
  field: $("text"),
  address: main.dataset.editor,
  nonce: main.dataset.nonce,
  label: words.editor,
  phrases: JSON.parse(main.dataset.phrases),
  changed() {
    state(words.unsaved);
    clearTimeout(pause);
    pause = setTimeout(draw, PAUSE);
  },
});
// A browser may put back what stood in the field before it was loaded again.
if (writing.text() !== saved) writing.put(saved);

// --- The map ---

let drawing = false;
let stale = false;

/** Draws what is written now; one request at a time, and the last text is always drawn. */
async function draw() {
  stale = true;
  if (drawing) return;
  drawing = true;
  while (stale) {
    stale = false;
    const answer = await ask(`${here}/drawing`, { method: "POST", body: writing.text() });
    if (!answer) break;
    if (answer.ok) show(await answer.json());
    else if (answer.status === 413) notice(words.large);
  }
  drawing = false;
}

function show({ map, problems }) {
  writing.show(problems);
  list(problems);
  $("old").hidden = Boolean(map) || !sheet;
  $("none").hidden = Boolean(map || sheet);
  if (map) place(map);
  else main.dataset.drawn = "";
}

/** Puts a map where the one before stands, once it is there: nothing flickers. */
function place(map) {
  const made = frame(`/maps/${map.key}`, $("map-title").textContent, map.width, map.height * map.sheets);
  made.className = "coming";
  made.addEventListener("load", () => {
    for (const each of [...$("scaled").children]) {
      if (each === made) break;
      each.remove();
    }
    made.className = "";
    main.dataset.drawn = map.key;
  });
  $("scaled").append(made);
  sheet = map;
  scale();
  prints(map);
}

function scale() {
  if (sheet) fit($("paper"), $("scaled"), sheet.width, sheet.height * sheet.sheets, zoom);
}

function prints(map) {
  const links = [["PDF", `/maps/${map.key}/1.pdf`]];
  for (let number = 1; number <= map.sheets; number += 1) {
    const text = map.sheets > 1 ? said(words.sheet_png, { sheet: number }) : words.png;
    links.push([text, `/maps/${map.key}/${number}.png`]);
  }
  const old = [...$("prints").children];
  links.forEach(([text, address], at) => {
    const link = old[at] ?? $("prints").appendChild(document.createElement("a"));
    link.className = "button";
    link.textContent = text;
    link.href = address;
  });
  for (const each of old.slice(links.length)) each.remove();
  $("prints").hidden = false;
}

new ResizeObserver(scale).observe($("paper"));
$("larger").addEventListener("click", () => zoomed(zoom * 1.4));
$("smaller").addEventListener("click", () => zoomed(zoom / 1.4));
$("whole").addEventListener("click", () => zoomed(1));

function zoomed(to) {
  zoom = Math.min(Math.max(to, 0.5), 8);
  scale();
}

// --- What must be mended ---

function list(problems) {
  const count = problems.length;
  const text = count === 0 ? words.no_problems : count === 1 ? words.one_problem : words.problems;
  if ($("count").textContent !== said(text, { count })) $("count").textContent = said(text, { count });
  $("problems").replaceChildren(...problems.map(listed));
}

function listed(problem) {
  const item = document.createElement("li");
  item.className = `problem ${problem.sort}`;
  const first = item.appendChild(document.createElement("p"));
  const code = first.appendChild(document.createElement("b"));
  code.textContent = `${words[problem.sort]} ${problem.code}`;
  first.append(" ");
  if (problem.line) {
    const link = first.appendChild(document.createElement("button"));
    link.type = "button";
    link.className = "link";
    link.textContent = said(words.line, { line: problem.line });
    link.addEventListener("click", () => writing.go(problem.line, problem.column));
  } else first.append(words.file);
  for (const [text, kind] of [[problem.fact, "fact"], [problem.hint, "quiet"]]) {
    if (!text) continue;
    const line = item.appendChild(document.createElement("p"));
    line.className = kind;
    line.textContent = text;
  }
  return item;
}

// --- The file ---

async function save() {
  if (theirs) return $("conflict").focus();
  state(words.saving);
  const text = writing.text();
  const headers = { "If-Match": `"${mark}"`, "Content-Type": "text/plain; charset=utf-8" };
  const answer = await ask(`${here}/text`, { method: "PUT", body: text, headers });
  if (!answer) return state(words.unsaved);
  if (answer.status === 409) return conflict(await answer.json());
  if (!answer.ok) {
    state(words.unsaved);
    return notice(answer.status === 404 ? words.gone : answer.status === 413 ? words.large : words.not_saved);
  }
  mark = (await answer.json()).mark;
  saved = text;
  notice("");
  state(unsaved() ? words.unsaved : words.saved);
  if ($("versions").open) versions();
}

/** Looks whether the file is what it was; what is not saved here is never thrown away. */
async function look() {
  const answer = await ask(`${here}/text`);
  if (!answer) return;
  if (answer.status === 404) return notice(words.gone);
  if (!answer.ok) return;
  const now = await answer.json();
  if (now.mark === mark) return;
  if (now.text === writing.text()) return adopt(now);
  if (unsaved()) return conflict(now);
  adopt(now);
  notice(words.updated);
}

function adopt(now) {
  mark = now.mark;
  saved = now.text;
  theirs = null;
  $("conflict").hidden = true;
  writing.put(now.text);
  state(words.saved);
}

function conflict(now) {
  theirs = now;
  state(words.unsaved);
  $("theirs").value = now.text;
  if ($("conflict").hidden) {
    $("conflict").hidden = false;
    $("conflict").focus();
  }
}

$("take-theirs").addEventListener("click", () => {
  adopt(theirs);
  writing.focus();
});
$("keep-mine").addEventListener("click", () => {
  mark = theirs.mark;
  saved = theirs.text;
  theirs = null;
  $("conflict").hidden = true;
  state(words.unsaved);
  writing.focus();
});
$("save").addEventListener("click", save);
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
    event.preventDefault();
    save();
  }
});
addEventListener("beforeunload", (event) => {
  if (unsaved()) event.preventDefault();
});

// --- Older versions ---

$("versions").addEventListener("toggle", () => $("versions").open && versions());
$("versions").addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  $("versions").open = false;
  $("versions").querySelector("summary").focus();
});

async function versions() {
  const answer = await ask(`${here}/versions`);
  if (!answer?.ok) return;
  const kept = await answer.json();
  $("no-versions").hidden = kept.length > 0;
  $("kept").replaceChildren(...kept.map(offered));
}

function offered({ number, written }) {
  const item = document.createElement("li");
  const button = item.appendChild(document.createElement("button"));
  button.type = "button";
  button.textContent = said(words.version, { written });
  button.addEventListener("click", async () => {
    const answer = await ask(`${here}/versions/${number}`);
    if (!answer?.ok) return;
    writing.put(await answer.text());
    $("versions").open = false;
    notice(said(words.restored, { written }));
    writing.focus();
  });
  return item;
}

// --- Speaking with the server, and with who reads ---

async function ask(address, options) {
  try {
    return await fetch(address, options);
  } catch {
    notice(words.lost);
    return null;
  }
}

function state(text) {
  $("state").textContent = text;
  $("state").classList.toggle("unsaved", text !== words.saved);
}

function notice(text) {
  $("notice").textContent = text;
  $("notice").hidden = !text;
}

const news = new EventSource("/events");
let away = false;
news.addEventListener("changed", (event) => (event.data === name ? look() : draw()));
news.addEventListener("error", () => {
  away = true;
  notice(words.lost);
});
news.addEventListener("open", () => {
  if (!away) return;
  away = false;
  notice("");
  look();
});
draw();
