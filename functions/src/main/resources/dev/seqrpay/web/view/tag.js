// The script tag itself: its parameters stand behind #!, URI-encoded, and may be preceded by a JSON object in its body.

function decoded(text) {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return text;
  }
}

function parametersOf(script) {
  const hash = new URL(script.src).hash.replace(/^#!?/, '');
  const written = script.textContent.trim();
  const json = written.startsWith('{') ? JSON.parse(written) : {};
  if (/^https?:/.test(decoded(hash))) return { ...json, view: decoded(hash) }; // just the view's address
  const pairs = hash.split('&').map((pair) => pair.split(/=(.*)/s).map(decoded));
  return { ...json, ...Object.fromEntries(pairs) };
}

/** None but a script can be the tag; that of a bundle or a loader is found by its id. */
function tag() {
  const byId = inPage('querySelectorAll', 'script[id=seqrShop]');
  return [ofPage('currentScript'), ...byId].find((found) => found instanceof HTMLScriptElement && found.src);
}

const script = tag();
const isInHead = script && ofPage('head').contains(script);
const payment = inPage('createElement', 'seqr-payment');

/** In the head there is no place to show anything, and the page behind it may still be on its way. */
function place() {
  const at = inPage('getElementById', 'seqrPayment') || ofPage('body');
  if (isInHead) Element.prototype.prepend.call(at, payment);
  else script.after(payment);
}

if (!script) console.error('seqr: the script tag was not found. Give it the id seqrShop if another script loads it.');
else {
  payment.options = { ...parametersOf(script), base: script.src };
  if (isInHead && ofPage('readyState') === 'loading') listen(document, 'DOMContentLoaded', place);
  else place();
}
