// Shows how far a question is, and its answer once it is there.

const place = document.getElementById("kemajuan");

/** Longer and longer between looks: a long run changes little in a second. */
let pause = 300;

async function look() {
  try {
    const answer = await fetch(place.dataset.address);
    if (answer.ok) {
      place.innerHTML = await answer.text();
      if (place.querySelector("[data-ended]")) { location.reload(); return; }
    }
  } catch {
    // The program may be starting anew; the next look tells.
  }
  pause = Math.min(2000, pause * 1.2);
  setTimeout(look, pause);
}

setTimeout(look, pause);
