// A QR code carries a code behind the #, which no server and no log ever sees: move it into the form, clear the address.
// Only what looks like a code: the page's own links end in names such as #page.
const [, code] = location.hash.match(/^#([0-9A-Z]{8,32})$/) ?? [];
const field = document.querySelector("main form [name=code]");
if (code && field) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
  [...field.form.elements].find((one) => one.type !== "hidden" && !one.value)?.focus();
}
