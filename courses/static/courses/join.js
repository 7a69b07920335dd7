// A QR code carries the join code behind the #, which no server and no log ever sees: move it into the form.
const code = decodeURIComponent(location.hash.slice(1));
const field = document.querySelector("#join [name=code]");
if (code && field) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
  field.form.querySelector("button").focus();
}
