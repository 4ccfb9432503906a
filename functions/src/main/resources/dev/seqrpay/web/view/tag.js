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

const script = document.currentScript || document.getElementById('seqrShop');
const payment = document.createElement('seqr-payment');
payment.options = { ...parametersOf(script), base: script.src };

const isInHead = document.head.contains(script);

/** In the head there is no place to show anything, and the page behind it may still be on its way. */
function place() {
  if (isInHead) (document.getElementById('seqrPayment') || document.body).prepend(payment);
  else script.after(payment);
}

if (isInHead && document.readyState === 'loading') document.addEventListener('DOMContentLoaded', place);
else place();
