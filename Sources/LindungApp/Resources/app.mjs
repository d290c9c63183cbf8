// Draws the pictures of a page. Each has its Vega-Lite specification in a block of data beside it.

const isDark = matchMedia("(prefers-color-scheme: dark)");

/** Colours of series that paper carries and a dark window swallows. */
const lighter = { "#1f4e79": "#5b9bd5", "#777777": "#aeb8c1", "#4d4d4d": "#d5dbe1", "#a23b3b": "#d87070" };

/** Colours and sizes of the window, put over what the specification says for paper. */
function fitted(specification, width) {
  const spec = JSON.parse(JSON.stringify(specification, (_, value) =>
    isDark.matches ? lighter[value] ?? value : value));
  spec.background = "transparent";
  spec.autosize = { type: "fit-x", contains: "padding" };
  const config = spec.config ?? {};
  if (isDark.matches) {
    const ink = "#d5dbe1", line = "#56606b";
    Object.assign(config.axis ??= {}, {
      labelColor: ink, titleColor: ink, domainColor: line, tickColor: line, gridColor: "#323a42",
    });
    Object.assign(config.title ??= {}, { color: "#f1f4f6" });
    Object.assign(config.legend ??= {}, { labelColor: ink, titleColor: ink });
    Object.assign(config.header ??= {}, { labelColor: ink });
  }
  for (const part of ["axis", "legend"]) {
    Object.assign(config[part] ??= {}, { labelFontSize: 12, titleFontSize: 12 });
  }
  config.header = { ...config.header, labelFontSize: 13 };
  config.legend = { ...config.legend, orient: "bottom", columns: width < 560 ? 1 : 3, labelLimit: 300 };
  spec.config = config;
  // Regions of one colour still show where each ends.
  if (spec.mark?.type === "geoshape") spec.mark.stroke = isDark.matches ? "#171b1f" : "#9aa5b1";
  const labels = spec.encoding?.y?.axis;
  if (labels && width < 560) labels.labelLimit = 120;
  if (spec.facet) {
    delete spec.autosize;
    const columns = Math.max(1, Math.min(spec.columns ?? 3, Math.floor(width / 260)));
    spec.columns = columns;
    spec.spec.width = Math.max(150, Math.floor(width / columns) - 70);
  } else if (spec.vconcat) {
    // Names stand at the left of each part.
    delete spec.autosize;
    for (const part of spec.vconcat) part.width = Math.max(140, width - 220);
  } else {
    spec.width = Math.max(240, width - 8);
  }
  // The heading of the section says it already.
  delete spec.title;
  return spec;
}

/** A tooltip without styles of its own, which the page's policy would refuse. */
function tip(_, event, item, value) {
  const box = document.getElementById("tip") ?? document.body.appendChild(
    Object.assign(document.createElement("div"), { id: "tip", role: "presentation" }));
  if (value == null || value === "") { box.hidden = true; return; }
  const pairs = typeof value === "object" ? Object.entries(value) : [["", value]];
  box.replaceChildren(...pairs.map(([name, text]) =>
    Object.assign(document.createElement("p"), { textContent: name ? `${name}: ${text}` : text })));
  box.hidden = false;
  box.style.left = `${Math.min(event.clientX + 14, innerWidth - box.offsetWidth - 8)}px`;
  box.style.top = `${event.clientY + 14}px`;
}

async function draw(place) {
  const data = document.getElementById(place.dataset.picture);
  const specification = JSON.parse(data.textContent);
  const frame = place.parentElement;
  const label = frame.getAttribute("aria-label");
  const { view } = await window.vegaEmbed(place, fitted(specification, frame.clientWidth), {
    ast: true, defaultStyle: false, actions: false, renderer: "svg", tooltip: tip,
    // Errors alone: that a height in steps stays as it is needs no warning.
    logLevel: 1,
  });
  frame.classList.add("done");
  // The table below says all of it to those who do not see the picture.
  const picture = place.querySelector("svg");
  picture?.setAttribute("role", "img");
  picture?.setAttribute("aria-label", label);
  for (const part of picture?.querySelectorAll("[aria-roledescription], g[role]") ?? []) {
    for (const name of ["aria-roledescription", "aria-label", "role"]) part.removeAttribute(name);
  }
  if (place.id === "peta") {
    view.addEventListener("click", (_, item) => {
      const code = item?.datum?.properties?.code;
      if (code) location.assign(place.dataset.open + encodeURIComponent(code));
    });
  }
}

async function drawAll(place = document) {
  const places = [...place.querySelectorAll("[data-picture]")];
  if (!places.length) return;
  await import("/vega.js");
  for (const place of places) await draw(place);
  document.documentElement.dataset.drawn = "true";
}

/** Fetches a part of the page that takes its time, and tells meanwhile how far it has come. */
async function load(part) {
  const address = part.dataset.part;
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", part.firstElementChild.textContent);
  part.querySelector(".waiting").replaceChildren(bar);
  const timer = setInterval(async () => {
    const share = await (await fetch(`/kemajuan?untuk=${encodeURIComponent(address)}`)).text();
    if (share) bar.value = Number(share);
  }, 400);
  try {
    const answer = await fetch(`${address}&bagian=1`);
    part.innerHTML = await answer.text();
    part.removeAttribute("data-part");
    // What came may hold parts of its own.
    for (const inner of part.querySelectorAll("[data-part]")) approaching.observe(inner);
    await drawAll(part);
  } finally {
    clearInterval(timer);
  }
}

const approaching = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    approaching.unobserve(target);
    load(target);
  }
}, { rootMargin: "200px" });

let waiting;
let last = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === last) return;
  last = innerWidth;
  clearTimeout(waiting);
  waiting = setTimeout(() => drawAll(), 150);
});
isDark.addEventListener("change", () => drawAll());
await drawAll();
for (const part of document.querySelectorAll("[data-part]")) approaching.observe(part);
