"use strict";
const items = [...document.querySelectorAll("li[data-number]")];
const boxes = [...document.querySelectorAll("input[type=checkbox]")];
const shown = document.getElementById("shown");

function filter() {
  const off = new Set(boxes.filter(box => !box.checked).map(box => box.name + "=" + box.value));
  let count = 0;
  for (const item of items) {
    item.hidden = off.has("severity=" + item.dataset.severity) || off.has("kind=" + item.dataset.kind);
    if (!item.hidden) count++;
  }
  shown.textContent = String(count);
}

function choose(number, from) {
  document.querySelectorAll(".chosen").forEach(each => each.classList.remove("chosen"));
  const item = items.find(each => each.dataset.number === number);
  const mark = document.querySelector(`mark[data-number="${number}"]`);
  for (const each of [item, mark]) {
    if (!each) continue;
    each.classList.add("chosen");
    if (each !== from) each.scrollIntoView({ block: "center" });
  }
}

document.addEventListener("click", event => {
  const target = event.target.closest("[data-number]");
  if (target) choose(target.dataset.number, target);
});
document.addEventListener("keydown", event => {
  const target = event.target.closest("[data-number]");
  if (!target) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    choose(target.dataset.number, target);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const visible = items.filter(item => !item.hidden);
    const next = visible[visible.indexOf(target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
      choose(next.dataset.number, next);
    }
  }
});
boxes.forEach(box => box.addEventListener("change", filter));
