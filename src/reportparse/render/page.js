"use strict";
// A card lights the figures that it speaks of; a marked figure leads back to its card. What an
// auditor holds of a finding is kept in this browser until it is saved to a file.
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const all = (selector) => [...document.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const marks = all("main [data-names]");
const cards = all(".finding");
const aside = document.querySelector("aside");
const namesOf = (element) => (element.dataset.names || "").split(" ").filter(Boolean);
const lang = () => (root.lang === "en" ? "en" : "zh");
const told = (key, values = {}) =>
  data.said[key][lang()].replace(/\{(\w+)\}/g, (_, name) => values[name]);

const marksOf = new Map();
for (const mark of marks) {
  for (const name of namesOf(mark)) {
    if (!marksOf.has(name)) marksOf.set(name, []);
    marksOf.get(name).push(mark);
  }
}

// Light -------------------------------------------------------------------------------------

let lit = [];
let current = null;

function light(element) {
  for (const mark of lit) mark.classList.remove("lit");
  const names = !element ? [] : element.id ? [element.id] : namesOf(element);
  lit = names.flatMap((name) => marksOf.get(name) || []);
  for (const mark of lit) mark.classList.add("lit");
}

function choose(element) {
  if (current) current.classList.remove("current");
  current = element;
  if (current) current.classList.add("current");
  light(current);
}

const isShown = (element) => element.getClientRects().length > 0;

function reveal(element) {
  choose(element);
  const pinned = (mark) => mark.dataset.pin && isShown(mark);
  const first = lit.find(pinned) || lit.find(isShown);
  if (first) first.scrollIntoView({ block: "center" });
}

const entryOf = (event) => event.target.closest(".finding, details li");
const isField = (target) => target.closest("input, textarea, label, button, summary");

aside.addEventListener("mouseover", (event) => light(entryOf(event) || current));
aside.addEventListener("mouseleave", () => light(current));
aside.addEventListener("focusin", (event) => {
  const entry = entryOf(event);
  if (entry && entry !== current) choose(entry);
});
aside.addEventListener("click", (event) => {
  const entry = entryOf(event);
  if (entry && !isField(event.target)) reveal(entry);
});

const main = document.querySelector("main");
main.addEventListener("click", (event) => {
  const mark = event.target.closest("[data-names]");
  if (!mark) return;
  const names = namesOf(mark);
  const own = (card) => names.includes(card.id);
  const speaksOf = (card) => namesOf(card).some((name) => names.includes(name));
  const shown = cards.filter((card) => !card.hidden);
  const card = shown.find(own) || shown.find(speaksOf);
  if (!card) return;
  card.scrollIntoView({ block: "nearest" });
  card.focus({ preventScroll: true });
  choose(card);
});
main.addEventListener("mouseover", (event) => {
  const mark = event.target.closest("[data-names]");
  if (!mark) return;
  const at = lang() === "en" ? 1 : 0;
  const hints = namesOf(mark).map((name) =>
    data.hints[name] ? data.hints[name][at] : data.findings[name] && data.findings[name].said[at]);
  mark.title = [...new Set(hints.filter(Boolean))].join("\n");
});

// Filters -----------------------------------------------------------------------------------

const chosen = (name) =>
  new Set(all(`input[name="${name}"]:checked`).map((input) => input.value));

function filter() {
  const severities = chosen("severity");
  const families = chosen("family");
  const undecided = chosen("undecided").size > 0;
  let count = 0;
  for (const card of cards) {
    const { severity, family } = card.dataset;
    card.hidden = !severities.has(severity) || !families.has(family)
      || (undecided && Boolean(verdictOf(card).verdict));
    count += card.hidden ? 0 : 1;
  }
  const gone = new Set(cards.filter((card) => card.hidden).map((card) => card.id));
  for (const mark of marks) {
    const own = namesOf(mark).filter((name) => name[0] === "f");
    mark.classList.toggle("off", own.length > 0 && own.every((name) => gone.has(name)));
  }
  if (current && current.hidden) choose(null);
  if (byId("count")) byId("count").textContent = `${told("shown")} ${count} / ${cards.length}`;
}

// Verdicts ----------------------------------------------------------------------------------

const KEPT = `reportparse:${data.source.sha256}`;
let others = [];
let isSaved = true;

function verdictOf(card) {
  const radio = card.querySelector("input:checked");
  const remark = card.querySelector("textarea").value.trim();
  return { verdict: radio ? radio.value : "", remark };
}

function collected() {
  const given = [];
  for (const card of cards) {
    const own = verdictOf(card);
    if (!own.verdict && !own.remark) continue;
    const { code, said } = data.findings[card.id];
    given.push({ fingerprint: card.dataset.fingerprint, code, message: said[0], ...own });
  }
  return { schema: data.schema, source: data.source, verdicts: [...given, ...others] };
}

function place(given) {
  if (!given || given.schema !== data.schema || !Array.isArray(given.verdicts)) {
    throw new TypeError(data.schema);
  }
  const byPrint = new Map(cards.map((card) => [card.dataset.fingerprint, card]));
  others = [];
  for (const one of given.verdicts) {
    const card = byPrint.get(one.fingerprint);
    if (!card) {
      others.push(one);
      continue;
    }
    for (const input of card.querySelectorAll('input[type="radio"]')) {
      input.checked = input.value === one.verdict;
    }
    card.querySelector("textarea").value = String(one.remark || "");
  }
  return given.verdicts.length - others.length;
}

function keep() {
  isSaved = false;
  // A page opened from disk may have no store; then only the file keeps verdicts.
  try { localStorage.setItem(KEPT, JSON.stringify(collected())); } catch { /* as said */ }
}

function restore() {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept) place(JSON.parse(kept));
  } catch { /* nothing was kept, or it is of another version */ }
}

function save() {
  const written = JSON.stringify({ ...collected(), saved: new Date().toISOString() }, null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([written + "\n"], { type: "application/json" }));
  const name = data.source.name.split(/[\\/]/).pop().replace(/\.\w+$/, "");
  link.download = `${name}.verdicts.json`;
  link.click();
  isSaved = true;
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

async function load(file) {
  let said = "";
  try {
    const placed = place(JSON.parse(await file.text()));
    said = told("loaded", { placed });
    if (others.length) said += told("unplaced", { left: others.length });
    keep();
  } catch {
    said = `${file.name}: ${told("not_verdicts")}`;
  }
  byId("told").textContent = said;
  filter();
}

aside.addEventListener("input", (event) => {
  if (event.target.closest(".finding")) keep();
});
aside.addEventListener("change", (event) => {
  const { name } = event.target;
  if (["severity", "family", "undecided"].includes(name)) filter();
});
window.addEventListener("beforeunload", (event) => {
  if (!isSaved) event.preventDefault();
});

// Tools -------------------------------------------------------------------------------------

byId("save").addEventListener("click", save);
byId("load").addEventListener("change", (event) => {
  if (event.target.files.length) load(event.target.files[0]);
  event.target.value = "";
});
byId("print").addEventListener("click", () => window.print());
byId("language").addEventListener("click", () => {
  root.lang = lang() === "en" ? "zh-CN" : "en";
  byId("told").textContent = "";
  filter();
});
byId("unfold").addEventListener("click", (event) => {
  const isOpen = document.body.classList.toggle("unfolded");
  event.currentTarget.setAttribute("aria-expanded", String(isOpen));
});
const pages = byId("pages");
if (pages) {
  pages.addEventListener("click", () => {
    const isOn = pages.getAttribute("aria-pressed") !== "true";
    pages.setAttribute("aria-pressed", String(isOn));
    byId("sheets").hidden = !isOn;
    byId("text").hidden = isOn;
    if (current) reveal(current);
  });
}
for (const link of all("nav a")) {
  link.addEventListener("click", () => {
    document.body.classList.remove("unfolded");
    byId("unfold").setAttribute("aria-expanded", "false");
    if (pages && pages.getAttribute("aria-pressed") === "true") pages.click();
  });
}

const folded = all("details");
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = folded.filter((one) => one.open);
  for (const one of folded) one.open = true;
});
window.addEventListener("afterprint", () => {
  for (const one of folded) one.open = opened.includes(one);
});

// Keys --------------------------------------------------------------------------------------

function step(by) {
  const shown = cards.filter((card) => !card.hidden);
  if (!shown.length) return;
  const at = shown.indexOf(current);
  const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  reveal(next);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest("textarea")) {
    event.target.closest(".finding").focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("textarea")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (!current || !aside.contains(document.activeElement)) return;
  else if (event.key === "Enter" && !isField(event.target)) reveal(current);
  else if (!current.matches(".finding")) return;
  else if ("123".includes(event.key)) {
    current.querySelectorAll('input[type="radio"]')[Number(event.key) - 1].click();
  } else if (event.key === "r") {
    event.preventDefault();
    current.querySelector("textarea").focus();
  }
});

restore();
filter();
