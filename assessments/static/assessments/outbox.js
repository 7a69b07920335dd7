// What was answered and is not with the server yet. It lies in IndexedDB, so that a browser that is closed or killed
// loses nothing; in memory alone where other people use the device, or where the browser keeps nothing.
const STORE = "answers";
const PREFIX = "sitting-";
const PAGE = 1000000;
const PATIENCE = 15000;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30000;
const STATES = ["saved", "late", "overtaken", "refused", "closed", "gone"];

const result = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });

const committed = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });

export const forget = (sitting) => window.indexedDB?.deleteDatabase(PREFIX + sitting);

export async function forgetAll() {
  const all = (await window.indexedDB?.databases?.()) ?? [];
  for (const { name } of all) if (name.startsWith(PREFIX)) indexedDB.deleteDatabase(name);
}

export class Outbox {
  // `place`: the data of the page's state line. `tell` is called whenever something moved.
  constructor(place, token, tell) {
    this.place = place;
    this.token = token;
    this.tell = tell;
    this.waiting = new Map();
    this.database = null;
    this.trouble = "";
    this.pause = FIRST_PAUSE;
    this.isOver = false;
    this.ready = this.open();
    for (const [where, name] of [[window, "online"], [document, "visibilitychange"]])
      where.addEventListener(name, () => document.visibilityState === "visible" && this.retryNow());
  }

  get size() {
    return this.waiting.size;
  }

  get isKept() {
    return this.database !== null;
  }

  async open() {
    if ("shared" in this.place) {
      forget(this.place.sitting);
      return;
    }
    try {
      const asked = indexedDB.open(PREFIX + this.place.sitting);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
      const database = await result(asked);
      // Another tab leaves or hands in: it must not be kept from deleting everything.
      database.onversionchange = database.onclose = () => this.close();
      this.database = database;
      const left = await result(database.transaction(STORE).objectStore(STORE).getAll());
      for (const one of left) if (!this.waiting.has(one.key)) this.waiting.set(one.key, one);
    } catch {
      this.close();
    }
  }

  close() {
    this.database?.close();
    this.database = null;
  }

  // Of one page only the newest answer to a question is kept; of several pages one each: the server says which stands.
  async put(sequence, item, fields) {
    if (this.isOver) return;
    const one = { key: `${item}/${Math.floor(sequence / PAGE)}`, item, sequence, fields };
    this.waiting.set(one.key, one);
    this.tell();
    await this.ready;
    await this.write((store) => store.put(one));
    this.tell();
    await this.flush();
  }

  async write(change) {
    if (!this.database) return;
    try {
      const transaction = this.database.transaction(STORE, "readwrite", { durability: "strict" });
      change(transaction.objectStore(STORE));
      await committed(transaction);
    } catch {
      this.close();
    }
  }

  // What was replaced while it was on its way stays.
  async settle({ key, sequence }) {
    if (this.waiting.get(key)?.sequence === sequence) this.waiting.delete(key);
    await this.write((store) => {
      store.get(key).onsuccess = ({ target }) => {
        if (target.result?.sequence === sequence) store.delete(key);
      };
    });
  }

  drop() {
    this.isOver = true;
    clearTimeout(this.timer);
    this.waiting.clear();
    this.close();
    forget(this.place.sitting);
  }

  retryNow() {
    this.pause = FIRST_PAUSE;
    if (this.size) this.flush();
  }

  // Ends when nothing waits any more, or at the first answer that did not get through.
  flush() {
    this.sending ??= this.send().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  async send() {
    clearTimeout(this.timer);
    await this.ready;
    while (this.size && !this.isOver) {
      const [one] = this.waiting.values();
      try {
        const told = await this.post(one);
        this.trouble = "";
        this.pause = FIRST_PAUSE;
        if (told.state === "closed" || told.state === "gone") this.drop();
        else await this.settle(one);
        this.tell(told, one);
      } catch (problem) {
        if (this.isOver) return;
        this.trouble = problem.message === "out" ? "out" : "line";
        this.tell();
        this.timer = setTimeout(() => this.flush(), this.pause * (0.5 + Math.random()));
        this.pause = Math.min(2 * this.pause, LONGEST_PAUSE);
        return;
      }
    }
  }

  async post(one) {
    const body = new URLSearchParams([["csrfmiddlewaretoken", this.token], ["sequence", one.sequence], ...one.fields]);
    const answer = await this.ask(this.place.answer, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.redirected) throw new Error(new URL(answer.url).pathname === this.place.login ? "out" : "line");
    // Somebody signed in again in another tab: the page's token is an old one.
    if (answer.status === 403) await this.renewToken();
    const told = await answer.json();
    const isTrue = told.state !== "saved" || (answer.ok && /^\d\d:\d\d$/.test(told.at));
    if (!STATES.includes(told.state) || !isTrue) throw new Error("line");
    return told;
  }

  async renewToken() {
    const page = await (await this.ask(this.place.finish, {})).text();
    const found = new DOMParser().parseFromString(page, "text/html").querySelector("[name=csrfmiddlewaretoken]");
    if (found) this.token = found.value;
  }

  async ask(address, options) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    try {
      return await fetch(address, { ...options, signal: patience.signal, cache: "no-store" });
    } finally {
      clearTimeout(timer);
    }
  }
}
