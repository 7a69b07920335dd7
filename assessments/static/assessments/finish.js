// Before the end: what waits in the outbox is sent first, and the page says how much is not with the server yet.
const state = document.querySelector("#state");
const words = state.dataset;
const form = document.querySelector("form.bye");
let hasSent = false;
let isWarned = false;

function say(kind, text) {
  const span = document.createElement("span");
  span.className = `saved ${kind}`;
  span.textContent = text;
  state.replaceChildren(span);
}

const counting = (box) => (box.size === 1 ? words.wait : words.waitMany.replace("{n}", box.size));

import(words.outbox).then(async ({ Outbox, forgetAll }) => {
  const box = new Outbox(words, form.elements.csrfmiddlewaretoken.value, (answer) => {
    hasSent ||= Boolean(answer);
    // The list of open questions was made before these answers came.
    if (hasSent && !box.size) location.reload();
    else if (box.size) say(box.trouble ? "unsaved" : "waiting", box.trouble === "out" ? words.out : counting(box));
  });
  form.addEventListener("submit", (event) => {
    if (!box.size) box.drop();
    else if (!isWarned) {
      event.preventDefault();
      isWarned = !box.sending;
      say("unsaved", `${counting(box)} ${words.anyway}`);
      box.retryNow();
    }
  });
  document.addEventListener("click", ({ target }) => target.closest(".leave") && (box.drop(), forgetAll()));
  document.addEventListener("submit", ({ target }) => {
    if (target.getAttribute("action") === words.logout) (box.drop(), forgetAll());
  });
  await box.ready;
  if (box.size) box.flush();
});
