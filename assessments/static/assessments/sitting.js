// Saves each answer as soon as it is chosen, says truthfully where it stands, and turns pages without a line. Without
// this script each Next saves. A test on one page has all questions in its form, any other the one that is shown.
const form = document.querySelector("#sitting");
const state = document.querySelector("#state");
const words = state.dataset;
const over = document.querySelector(".over");
const PAUSE_IN_TYPING = 1200;
const NO_ANSWER = ["item", "form", "back"];

const known = new Map(); // item: its fields as they were shown, saved or put into the outbox
const chosen = new Map(); // item: what was answered here and the server's pages may not hold yet
const leaves = new Map(); // position: the question, once all are here
let sequence = Number(form.elements.sequence.value);
let last = null;
let typing;
let box;
let end;
// Whoever leaves or signs out leaves nothing behind; the server's own sweep needs a safe line, this does not.
let leave;

const shown = () => [...form.querySelectorAll(".asked")];
const fieldsIn = (asked) => [...asked.querySelectorAll("input, select, textarea")];
const plain = (name) => name.replace(/^q\d+-/, "");
const itemOf = (asked) => fieldsIn(asked).find((field) => plain(field.name) === "item").value;
const isTick = (field) => field.type === "radio" || field.type === "checkbox";

const firstOf = (field) =>
  field.options ? ([...field.options].find((one) => one.defaultSelected) ?? field.options[0]).value : field.defaultValue;

// `isFirst`: as the server sent it, whatever was chosen since.
function read(asked, isFirst = false) {
  const sent = fieldsIn(asked).filter((field) => !isTick(field) || (isFirst ? field.defaultChecked : field.checked));
  const pairs = sent.map((field) => [plain(field.name), isFirst && !isTick(field) ? firstOf(field) : field.value]);
  return [["form", form.elements.form.value], ...pairs];
}

function fill(asked, fields) {
  for (const field of fieldsIn(asked)) {
    const values = fields.filter(([name]) => name === plain(field.name)).map(([, value]) => value);
    if (isTick(field)) field.checked = values.includes(field.value);
    else if (field.type !== "hidden" && values.length) [field.value] = values;
  }
}

// Shows what was answered here and is newer than the page.
function learn(asked) {
  const item = itemOf(asked);
  const mine = chosen.get(item);
  if (mine) fill(asked, mine);
  known.set(item, JSON.stringify(read(asked)));
}

function keep(asked) {
  const item = itemOf(asked);
  const fields = read(asked);
  if (known.get(item) === JSON.stringify(fields) || box.isOver) return;
  known.set(item, JSON.stringify(fields));
  chosen.set(item, fields);
  sequence += 1;
  form.elements.sequence.value = sequence;
  box.put(sequence, item, fields);
}

function keepAll() {
  clearTimeout(typing);
  shown().forEach(keep);
}

function say(kind, text, link = "", label = "") {
  if (state.textContent.trim() === `${text} ${label}`.trim()) return;
  const span = document.createElement("span");
  span.className = `saved ${kind}`;
  span.textContent = text;
  state.replaceChildren(span);
  if (!link) return;
  const way = document.createElement("a");
  way.href = link;
  way.textContent = label;
  state.append(" ", way);
}

const counting = (one, many) => (box.size === 1 ? one : many.replace("{n}", box.size));

function sayWhereItStands() {
  if (box.size && box.trouble === "out") say("unsaved", words.out, `${words.login}?next=${location.pathname}`, words.in);
  else if (box.size && box.trouble && box.isKept) say("unsaved", counting(words.kept, words.keptMany));
  else if (box.size && box.trouble) say("unsaved", counting(words.held, words.heldMany));
  else if (box.size) say("waiting", words.saving);
  else if (last?.state === "closed") say("unsaved", last.message, words.result, words.over);
  else if (last) say(last.state === "saved" ? "" : "unsaved", last.message);
}

function told(answer, one) {
  if (answer) {
    last = answer;
    if (answer.state === "saved") mark(one, answer);
    if (box.isOver) for (const asked of shown()) for (const field of fieldsIn(asked)) field.disabled = true;
  }
  sayWhereItStands();
}

function linkTo(position) {
  return over.querySelector(`li:nth-child(${position}) a`);
}

function mark({ item, fields }, { counted, left }) {
  if (counted) document.querySelector("#counted").textContent = counted;
  if (left !== null) setEnd(left);
  const asked = [...leaves.values(), ...shown()].find((each) => itemOf(each) === item);
  if (!asked) return;
  const link = linkTo(asked.dataset.position);
  link.classList.toggle("did", fields.some(([name, value]) => value && !NO_ANSWER.includes(name)));
  link.classList.toggle("back", fields.some(([name]) => name === "back"));
  describe(link);
}

function describe(link) {
  const has = (name) => link.classList.contains(name);
  const kind = link.hasAttribute("aria-current") ? "here" : has("did") && has("back") ? "both" : has("did") ? "did" : "open";
  link.querySelector(".vh").textContent = ` ${over.dataset[kind]}`;
}

// All questions at once, so that Next and Back need no line. The sheet is a page of its own and has its number.
async function fetchSheet() {
  const answer = await box.ask(words.sheet, { headers: { Accept: "text/x-sheet" } });
  const sheet = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#sheet");
  if (sheet?.dataset.sitting !== words.sitting) return;
  sequence = Math.max(sequence, Number(sheet.dataset.sequence));
  const [here] = shown();
  for (const found of sheet.querySelectorAll(".asked")) {
    const asked = document.adoptNode(found);
    // Each question is a tree of its own now; in the form it stands alone, and its names need no prefix.
    for (const field of asked.querySelectorAll("[name]")) field.name = plain(field.name);
    for (const picture of asked.querySelectorAll("img")) picture.loading = "eager";
    if (asked.dataset.position === here.dataset.position) leaves.set(asked.dataset.position, here);
    else {
      learn(asked);
      leaves.set(asked.dataset.position, asked);
    }
  }
}

function turn(position, isNew = true) {
  const next = leaves.get(String(position));
  const [here] = shown();
  if (!next || next === here) return Boolean(next);
  form.querySelector("[role=alert]")?.remove();
  here.replaceWith(next);
  const [before, link] = [linkTo(here.dataset.position), linkTo(position)];
  before.removeAttribute("aria-current");
  link.setAttribute("aria-current", "step");
  [before, link].forEach(describe);
  document.title = document.title.replace(here.dataset.title, next.dataset.title);
  form.action = link.href;
  if (isNew) history.pushState(null, "", link.href);
  next.querySelector("h1").focus({ preventScroll: true });
  scrollTo(0, 0);
  return true;
}

// A page that needs the server is opened once nothing waits; until then the state line says why not.
async function leaveFor(address) {
  await box.flush();
  if (!box.size && !box.isOver) location.assign(address);
  else if (box.trouble === "line" && address === words.finish) say("unsaved", counting(words.wait, words.waitMany));
}

const toTheEnd = () => leaveFor(words.finish);

function submit(event) {
  event.preventDefault();
  const go = event.submitter?.value ?? "next";
  keepAll();
  if (go === "finish") toTheEnd();
  if (go === "finish" || go === "stay") return;
  const position = Number(shown()[0].dataset.position) + (go === "prev" ? -1 : 1);
  const link = linkTo(position);
  if (!link) toTheEnd();
  else if (!turn(position)) leaveFor(link.href);
}

function click(event) {
  const link = event.target.closest("a");
  if (!link) return;
  if (link.matches(".leave")) leave();
  const isPage = over.contains(link) && !link.hash;
  if (!isPage && link.id !== "finish") return;
  event.preventDefault();
  keepAll();
  if (link.id === "finish") toTheEnd();
  else if (!turn([...over.children].indexOf(link.parentElement) + 1)) leaveFor(link.href);
}

function setEnd(seconds) {
  end = performance.now() + 1000 * seconds;
}

// Never by the clock of the phone: it may be hours wrong. The server's figure counts down from when the page was asked.
function countDown() {
  const place = document.querySelector("#left");
  if (!place) return;
  end = 1000 * Number(place.dataset.seconds);
  setInterval(() => {
    const minutes = Math.max(0, Math.floor((end - performance.now()) / 60000));
    const { one, many, none } = place.dataset;
    const text = end <= performance.now() ? none : minutes === 1 ? one : many.replace("{n}", minutes);
    if (place.textContent !== text) place.textContent = text;
  }, 5000);
}

function listen() {
  form.addEventListener("submit", submit);
  form.addEventListener("change", ({ target }) => keep(target.closest(".asked")));
  form.addEventListener("input", ({ target }) => {
    clearTimeout(typing);
    if (!isTick(target)) typing = setTimeout(() => keep(target.closest(".asked")), PAUSE_IN_TYPING);
  });
  document.addEventListener("click", click);
  document.addEventListener("submit", ({ target }) => target.getAttribute("action") === words.logout && leave());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keepAll());
  addEventListener("popstate", () => {
    keepAll();
    const position = location.pathname.match(/(\d+)\/$/)?.[1];
    if (!turn(position, false)) location.reload();
  });
  addEventListener("beforeunload", (event) => {
    keepAll();
    // What is only in memory would be gone; the browser asks.
    if (box.size && !box.isKept) event.preventDefault();
  });
}

// Answers of an earlier page, of a browser that was closed or killed: shown, and sent.
async function begin({ Outbox, forgetAll }) {
  box = new Outbox(words, form.elements.csrfmiddlewaretoken.value, told);
  leave = () => {
    box.drop();
    forgetAll();
  };
  for (const asked of shown()) known.set(itemOf(asked), JSON.stringify(read(asked, true)));
  listen();
  countDown();
  keepAll();
  await box.ready;
  const left = [...box.waiting.values()].sort((one, other) => one.sequence - other.sequence);
  const here = new Set(chosen.keys());
  for (const { item, fields } of left) if (!here.has(item)) chosen.set(item, fields);
  for (const asked of shown()) if (!here.has(itemOf(asked)) && chosen.has(itemOf(asked))) learn(asked);
  if (box.size) box.flush();
  if (!("onePage" in form.dataset)) await fetchSheet();
}

import(words.outbox).then(begin);
