// Follows a payment, so that its page need not be reloaded. Whatever there is to show is in the page already; this
// script hides and shows until the status is final. Without it the page works too, only more slowly.

const FINAL = ['PAID', 'CANCELED', 'FAILED'];
const CONFIRMATION = 2 * SECOND; // for which "paid" is seen before the receipt comes
const SPOKEN_AT = [10, 30, 60, 300]; // seconds left; of several passed in a sleep, the first is said

const main = document.querySelector('main');
const { dataset } = main;
const language = document.documentElement.lang;
const all = (selector) => [...main.querySelectorAll(selector)];

/* ---- showing ---- */

const notices = all('[data-for]');
const offline = main.querySelector('[data-offline]');
const spoken = main.querySelector('[role=status]');

function say(text) {
  if (spoken.textContent !== text) spoken.textContent = text;
}

function noticeFor(state, reason) {
  const saying = (meaning) => notices.find((notice) => notice.dataset.for.split(' ').includes(meaning));
  return saying(`${state}/${reason}`) || saying(state);
}

/** Shows what a state means; a state that this page does not know leaves it as it is. */
function show(state, reason) {
  const shown = noticeFor(state, reason);
  if (!shown || !shown.hidden) return;
  for (const notice of notices) notice.hidden = notice !== shown;
  for (const part of all('[data-while]')) part.hidden = part.dataset.while !== state;
  const heading = shown.querySelector('h1, h2').textContent;
  document.title = document.title.replace(/^[^–]*/, `${heading} `);
  say(`${heading}. ${shown.querySelector('p').textContent}`);
}

function showOffline(isOffline) {
  if (offline.hidden !== isOffline) return;
  offline.hidden = !isOffline;
  if (isOffline) say(offline.textContent);
}

/* ---- the time left, by the server's clock ---- */

const left = main.querySelector('[data-left]');
let skew = Date.parse(dataset.now) - Date.now();
let expiresAt = Date.parse(dataset.expiresAt);
let secondsLeft = Infinity;

function inWords(seconds) {
  const [number, unit] = seconds >= 60 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(number);
}

function countDown() {
  if (dataset.state !== 'ISSUED') return;
  const before = secondsLeft;
  secondsLeft = Math.max(0, Math.ceil((expiresAt - Date.now() - skew) / SECOND));
  if (secondsLeft === 0 && before > 0) timeIsUp();
  left.textContent = `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')}`;
  const passed = SPOKEN_AT.find((threshold) => secondsLeft <= threshold && threshold < before && before < Infinity);
  if (passed) say(left.parentElement.firstChild.textContent + inWords(passed));
}

/** A look behind the end is what ends it. */
function timeIsUp() {
  show('CANCELING', 'EXPIRED');
  live.hurry();
}

/* ---- hearing ---- */

let seq = Number(dataset.seq);
let isOver = !dataset.status;
const live = new Live(take, ask, SECOND, showOffline);

async function ask(signal) {
  const answer = await fetch(dataset.status, { cache: 'no-store', signal });
  const json = await answer.json();
  return answer.ok && !signal.aborted && take(json);
}

/** @returns whether this was an answer at all */
function take({ status, state = status, reason, seq: number, expiresAt: end, now }) {
  if (typeof status !== 'string' || !Number.isInteger(number)) return false;
  showOffline(false);
  if (number < seq) return true; // overtaken by a newer one
  seq = number;
  skew = (Date.parse(now) || Date.now() + skew) - Date.now();
  expiresAt = Date.parse(end) || expiresAt;
  if (state !== dataset.state) changed(status, state, reason);
  return true;
}

function changed(status, state, reason) {
  isOver = FINAL.includes(status);
  if (isOver) live.stop();
  if ('reload' in dataset) return location.reload();
  show(state, reason);
  dataset.state = state;
  if (status === 'PAID') setTimeout(() => location.replace(dataset.receipt), CONFIRMATION);
}

/** Whatever comes of it: how the payment stands is what the answer says, or the next one. */
async function cancel({ currentTarget: button }) {
  button.disabled = true;
  try {
    const answer = await fetch(dataset.status.replace(/status$/, 'cancel'), { method: 'POST' });
    if (answer.ok) take(await answer.json());
    else live.now();
  } catch {
    showOffline(true);
  }
  button.disabled = false;
}

/* ---- starting ---- */

const local = new Intl.DateTimeFormat(language, {
  year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
});
for (const time of all('time')) time.textContent = local.format(new Date(time.dateTime));

for (const print of all('[data-print]')) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

for (const button of all('[data-cancel]')) {
  button.hidden = false;
  button.addEventListener('click', cancel);
}

if (!isOver) {
  if (left) setInterval(countDown, SECOND);
  live.hear(dataset.socket);
}
