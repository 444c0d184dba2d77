// The list is renewed when a file of the folder changes; what has not changed stays as it is.
const news = new EventSource("/events");
let waiting = 0;

news.addEventListener("changed", () => {
  clearTimeout(waiting);
  waiting = setTimeout(renew, 150);
});

async function renew() {
  const answer = await fetch("/");
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [ours, theirs] = [document.getElementById("journeys"), fresh.getElementById("journeys")];
  if (!ours || !theirs) {
    document.querySelector("main").replaceWith(fresh.querySelector("main"));
    return;
  }
  const known = new Map([...ours.children].map((each) => [each.dataset.name, each]));
  let before = null;
  for (const card of [...theirs.children]) {
    const old = known.get(card.dataset.name);
    known.delete(card.dataset.name);
    let kept = old;
    if (!old || old.dataset.key !== card.dataset.key || old.textContent !== card.textContent) {
      const focused = old?.contains(document.activeElement);
      kept = card;
      if (old) old.replaceWith(card);
      if (focused) card.querySelector("a").focus();
    }
    if ((before ? before.nextElementSibling : ours.firstElementChild) !== kept) {
      if (before) before.after(kept);
      else ours.prepend(kept);
    }
    before = kept;
  }
  for (const gone of known.values()) gone.remove();
}

// The maps are sheets of A3, 420 millimetres wide, however wide the cards are.
const small = new ResizeObserver(([thumb]) => {
  const scale = thumb.target.clientWidth / ((420 * 96) / 25.4);
  document.documentElement.style.setProperty("--thumb", scale);
});
const first = document.querySelector(".cards");
if (first?.firstElementChild) small.observe(first.querySelector(".thumb"));
