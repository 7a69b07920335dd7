// A QR code carries the certificate's code behind the #, which no server sees: move it into the form, clear the address.
const code = decodeURIComponent(location.hash.slice(1));
const field = document.querySelector("#verify [name=code]");
if (code && field) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
  field.form.querySelector("button").focus();
}
