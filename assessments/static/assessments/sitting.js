// Saves each answer when it is chosen and says truthfully where it stands. Without this script, each Next saves.
const form = document.querySelector("#sitting");
const state = document.querySelector("#state");
let counter = Number(form.elements.sequence.value);
let last = 0;

function say(kind, words) {
  const span = document.createElement("span");
  span.className = `saved ${kind}`;
  span.textContent = words;
  state.replaceChildren(span);
}

async function save() {
  const mine = ++last;
  counter += 1;
  form.elements.sequence.value = counter;
  const data = new URLSearchParams(new FormData(form));
  say("waiting", form.dataset.saving);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: data,
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(15000),
    });
    const told = await answer.json();
    if (mine !== last) return;
    say(told.state === "saved" ? "" : "unsaved", told.message);
  } catch {
    if (mine === last) say("unsaved", form.dataset.unsaved);
  }
}

form.addEventListener("change", save);
form.addEventListener("submit", () => {
  counter += 1;
  form.elements.sequence.value = counter;
});
