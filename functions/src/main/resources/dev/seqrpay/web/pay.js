// Follows a payment, so that its page need not be reloaded. Each text there is to show is in the page already; this
// script hides and shows until the status is final. Without it the page works too, only more slowly.

const FINAL = ['PAID', 'RESERVED', 'CANCELED', 'FAILED'];
const CONFIRMATION = 2 * SECOND; // for which "paid" is seen before the receipt comes
const UNOPENED = 3 * SECOND; // after which a page that is still seen says that the app did not open
const LEAVING = 10; // seconds, in which the shopper may say to stay
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
  for (const part of all('[data-while]')) part.hidden = !part.dataset.while.split(' ').includes(state);
  const heading = shown.querySelector('h1, h2').textContent;
  document.title = document.title.replace(/^[^–]*/, `${heading} `);
  say(`${heading}. ${shown.querySelector('p').textContent}`);
  leave(state, reason);
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
  if (number > seq && state === 'ISSUED' && dataset.state === 'ISSUED') location.reload(); // another total
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
  if (status === 'PAID' || status === 'RESERVED') setTimeout(() => location.replace(dataset.receipt), CONFIRMATION);
}

/** The answer, or the next one, says how the payment stands; an error here changes nothing. */
async function cancel(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const button = form.querySelector('button');
  if (button.ariaDisabled) return;
  const { textContent } = button;
  button.ariaDisabled = true;
  say((button.textContent = form.dataset.cancel));
  try {
    const answer = await fetch(form.action, { method: 'POST' });
    if (answer.ok) take(await answer.json());
    else live.now();
  } catch {
    showOffline(true);
  }
  button.ariaDisabled = null;
  button.textContent = textContent;
}

/** In place, and with the focus on the question: who presses twice has not answered it. */
function toggle(event) {
  event.preventDefault();
  for (const part of event.currentTarget.closest('.cancel').children) part.hidden = !part.hidden;
  main.querySelector('.cancel > :not([hidden]) p, .cancel > a:not([hidden])').focus();
}

/* ---- where the app does not open ---- */

function opened() {
  setTimeout(() => {
    const help = main.querySelector('[data-help=unopened]');
    if (document.hidden || !help.closest('.start:not([hidden])') || all('[data-help]').some((each) => !each.hidden)) return;
    help.hidden = false;
    say(help.querySelector('h2').textContent);
  }, UNOPENED);
}

async function copy({ currentTarget: button }) {
  const address = button.parentElement.querySelector('textarea');
  address.select();
  try {
    await navigator.clipboard.writeText(address.value);
  } catch {
    document.execCommand('copy'); // an older browser, or one inside of an app
  }
  button.textContent = button.dataset.copy;
  say(button.textContent);
}

/* ---- back to the shop ---- */

/** Not out of a frame, which the shop's own page is around, and not twice. */
function leave(state, reason) {
  const means = (word) => word === state || word === `${state}/${reason}`;
  const leaving = all('[data-leave]').find((each) => each.dataset.leave.split(' ').some(means));
  if (!leaving || window.top !== window) return;
  const to = all('a.back').find((link) => !link.hidden).href;
  const left = leaving.querySelector('[data-leave-in]');
  let seconds = LEAVING;
  left.textContent = inWords(seconds);
  leaving.hidden = false;
  say(`${spoken.textContent} ${leaving.firstChild.textContent}${left.textContent}`);
  const clock = setInterval(() => {
    seconds -= 1;
    left.textContent = inWords(seconds);
    if (seconds === 0) location.assign(to);
    if (seconds === 0) clearInterval(clock);
  }, SECOND);
  const stay = () => {
    clearInterval(clock);
    leaving.hidden = true;
  };
  leaving.querySelector('[data-stay]').addEventListener('click', stay);
  addEventListener('beforeprint', stay);
  addEventListener('pagehide', stay);
}

/* ---- starting ---- */

for (const print of all('[data-print]')) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

for (const form of all('[data-cancel]')) form.addEventListener('submit', cancel);

for (const link of all('[data-ask], [data-keep]')) link.addEventListener('click', toggle);

for (const button of all('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', copy);
}

for (const link of all('[data-open]')) link.addEventListener('click', opened);

/** Neither who comes back nor who looks once more is sent away. */
const [{ type } = {}] = performance.getEntriesByType('navigation');
if ('news' in dataset && type === 'navigate') leave(...dataset.news.split('/'));

if (!isOver) {
  if (left) setInterval(countDown, SECOND);
  live.hear(dataset.socket);
}
