"use strict";
// A card lights the figures that it speaks of; a marked figure leads back to its card.
const marks = [...document.querySelectorAll("main mark")];
const cards = [...document.querySelectorAll(".finding")];
const namesOf = (element) => (element.dataset.names || "").split(" ").filter(Boolean);

function light(card, scroll) {
  const names = new Set(namesOf(card));
  for (const mark of marks) {
    mark.classList.toggle("lit", namesOf(mark).some((name) => names.has(name)));
  }
  if (scroll) {
    const own = marks.find((mark) => namesOf(mark).includes(card.id));
    if (own) own.scrollIntoView({ block: "center" });
  }
}

for (const card of cards) {
  card.addEventListener("mouseenter", () => light(card, false));
  card.addEventListener("click", () => light(card, true));
  card.addEventListener("keydown", (event) => {
    if (event.key === "Enter") light(card, true);
  });
}

for (const mark of marks) {
  mark.addEventListener("click", () => {
    const card = cards.find((one) => namesOf(one).some((name) => namesOf(mark).includes(name)));
    if (!card) return;
    card.scrollIntoView({ block: "nearest" });
    card.focus();
    light(card, false);
  });
}

document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if (!step || !cards.length) return;
  const at = cards.indexOf(document.activeElement);
  const next = cards[Math.min(Math.max(at + step, 0), cards.length - 1)];
  next.focus();
  light(next, true);
});
