"use strict";
// A column's head puts the reports in its order; a second click turns the order round.
const root = document.documentElement;
const body = document.querySelector("tbody");
const heads = [...document.querySelectorAll("thead th")];
const shownIn = (cell) => cell.innerText.trim();

function order(head) {
  const at = heads.indexOf(head);
  const first = head.querySelector("button").dataset.way;
  const other = first === "ascending" ? "descending" : "ascending";
  const way = head.getAttribute("aria-sort") === first ? other : first;
  for (const one of heads) one.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", way);
  const sign = way === "ascending" ? 1 : -1;
  const lines = [...body.rows].map((row) => [shownIn(row.cells[at]), row]);
  lines.sort((one, two) => sign * one[0].localeCompare(two[0], "zh", { numeric: true }));
  body.append(...lines.map((line) => line[1]));
}

document.querySelector("thead").addEventListener("click", (event) => {
  const head = event.target.closest("th");
  if (head) order(head);
});
document.getElementById("language").addEventListener("click", () => {
  root.lang = root.lang === "en" ? "zh-CN" : "en";
});
