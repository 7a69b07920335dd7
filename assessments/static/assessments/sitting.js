// Saves each answer when it is chosen and says truthfully where it stands. Without this script, each Next saves.
const PATIENCE = 15000;
const form = document.querySelector("#sitting");
const state = document.querySelector("#state");
const counted = document.querySelector("#counted");
const here = document.querySelector('.over [aria-current="step"]');
let counter = Number(form.elements.sequence.value);
let last = 0;
let saving = new AbortController();

function say(kind, words) {
  const span = document.createElement("span");
  span.className = `saved ${kind}`;
  span.textContent = words;
  state.replaceChildren(span);
}

function fill(words) {
  counted.textContent = words;
  here.classList.add("did");
  here.classList.toggle("back", form.elements.back.checked);
}

// The newest state of the form goes with a higher number, so an answer sent before it and arriving later changes nothing.
function supersede() {
  saving.abort();
  saving = new AbortController();
  counter += 1;
  form.elements.sequence.value = counter;
  last += 1;
  return last;
}

async function save() {
  const mine = supersede();
  const request = saving;
  const giveUp = setTimeout(() => request.abort(), PATIENCE);
  say("waiting", form.dataset.saving);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json" },
      signal: request.signal,
    });
    const told = await answer.json();
    if (mine !== last) return;
    if (told.state === "saved") fill(told.counted);
    say(told.state === "saved" ? "" : "unsaved", told.message);
  } catch {
    if (mine === last) say("unsaved", form.dataset.unsaved);
  } finally {
    clearTimeout(giveUp);
  }
}

form.addEventListener("change", save);
form.addEventListener("submit", supersede);
