// Sends levers as they are turned, and shows what comes back.

const form = document.getElementById("tuas");
const results = document.getElementById("hasil");
const token = document.querySelector('meta[name="token"]').content;

/** Fields that say which trial it is, and the levers that are off their value. */
function turned() {
  const fields = new URLSearchParams({ token });
  for (const field of form.elements) {
    if (!field.name) continue;
    if (field.dataset.initial === undefined) fields.set(field.name, field.value);
    else if (field.value !== "" && field.value !== field.dataset.initial) fields.set(field.name, field.value);
  }
  return fields;
}

let isAsking = false, isStale = false;

/** One request at a time; what was turned meanwhile goes with the next one. */
async function ask() {
  if (isAsking) { isStale = true; return; }
  isAsking = true;
  const start = performance.now();
  try {
    const answer = await fetch("/coba/hasil", { method: "POST", body: turned() });
    // Of names that are being typed nothing is lost.
    const typed = results.querySelector('[name="nama"]')?.value;
    results.innerHTML = await answer.text();
    const name = results.querySelector('[name="nama"]');
    if (name && typed) name.value = typed;
    results.dataset.trip = String(performance.now() - start);
  } catch {
    results.dataset.lost = "true";
  }
  isAsking = false;
  if (isStale) { isStale = false; ask(); }
}

/** Whether a field is off its value; and of long numbers how they are read. */
function mark(field) {
  const lever = field.closest(".lever");
  lever.classList.toggle("turned", field.value !== field.dataset.initial);
  const said = lever.querySelector(".said");
  const number = Number(field.value);
  if (said) said.value = Math.abs(number) >= 1e5 ? number.toLocaleString(document.documentElement.lang) : "";
}

form.addEventListener("input", ({ target }) => {
  const lever = target.closest(".lever");
  const field = lever?.querySelector("[data-initial]");
  if (!field) return;
  if (target.type === "range") field.value = target.value;
  const slider = lever.querySelector('input[type="range"]');
  if (slider && slider !== target) slider.value = field.value;
  mark(field);
  ask();
});

form.addEventListener("submit", (event) => event.preventDefault());

results.addEventListener("click", ({ target }) => {
  const name = target.closest("[data-undo]")?.dataset.undo;
  const field = name && form.elements.namedItem(name);
  if (!field) return;
  field.value = field.dataset.initial;
  const slider = field.closest(".lever").querySelector('input[type="range"]');
  if (slider) slider.value = field.value;
  mark(field);
  ask();
});

// A browser that comes back to the page keeps what was typed.
for (const field of form.querySelectorAll("[data-initial]")) mark(field);
if (form.querySelector(".turned")) ask();
