// Works out what the shop's parameters and the browser stand for: which payment, language, kind of device and function.

/** Only what a browser may be sent to: http and https. */
function webAddress(address) {
  try {
    const url = new URL(address, ofPage('baseURI'));
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** A bare invoice reference can be guessed, so it opens nothing: what opens is the view id of the checkout's answer. */
function addressOf({ view, viewId, invoiceId, invoiceReference, base }) {
  const id = /^(pay_\w+)\.(\w+)$/.exec(viewId || invoiceId || invoiceReference);
  if (id && base) return webAddress(new URL(`pay/${id[1]}/${id[2]}`, base));
  return view && webAddress(view)?.replace(/[?#].*/, '');
}

/** @returns the language that there are texts in, and the locale for amounts: the first wish that can be met */
function languageOf(wanted) {
  for (const wish of [wanted, ...navigator.languages]) {
    const tag = String(wish).replace('_', '-');
    const language = tag.toLowerCase().replace(/-.*/, '').replace(/^n[on]$/, 'nb');
    if (LANGUAGES.includes(language)) return [language, tag.includes('-') && language !== 'nb' ? tag : language];
  }
  return ['en', 'en'];
}

function platformOf(wanted) {
  const { userAgent, maxTouchPoints } = navigator;
  if (/^(desktop|unsupported)$/.test(wanted)) return wanted;
  if (/phone|mobile|android|ios/i.test(wanted)) return 'phone';
  if (/Windows Phone|KAIOS|Tizen|BB10|BlackBerry/.test(userAgent)) return 'unsupported';
  if (/Android|iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'phone';
  return /Mobi/.test(userAgent) ? 'unsupported' : 'desktop';
}

/** A function of the shop's by its name, such as shop.paid: looked up and never evaluated. An element's name is none. */
function named(name) {
  if (typeof name !== 'string') return typeof name === 'function' ? name : undefined;
  const [first, ...rest] = name.split('.');
  const own = Object.getOwnPropertyDescriptor(window, first) && window[first];
  const found = rest.reduce((object, key) => object?.[key], own);
  return typeof found === 'function' ? found : undefined;
}
