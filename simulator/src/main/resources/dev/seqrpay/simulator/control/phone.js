/**
 * The payer's phone. It opens on an invoice with ?ref=<reference> or #seqr://SEQR.SE/R<reference>, which is what a link
 * to the app would say.
 */
import { call, el, money, repeat } from './dom.js';

const screen = document.getElementById('screen');
const hint = document.getElementById('hint');
const pinLength = 4;

const switches = await call('GET', '/api/switches');
let invoice = null;
let pin = '';
let problem = '';
let view = 'home';

/** The key that has the focus keeps it, although it is a new one: the pad can be used from the keyboard. */
function show(next, ...content) {
  const focused = document.activeElement?.id;
  view = next;
  screen.replaceChildren(...content.filter(Boolean));
  if (focused) document.getElementById(focused)?.focus();
}

function button(label, action, id) {
  return el('button', { type: 'button', id, onclick: action }, label);
}

function trouble() {
  return el('p', { class: 'bad center', role: 'alert', id: 'problem' }, problem);
}

/* Home: scan a code, by pasting it or by picking an invoice that waits. */

function home() {
  invoice = null;
  const code = el('input', { id: 'code', placeholder: 'HTTP://SEQR.SE/R…', autocomplete: 'off', 'aria-label': 'Code' });
  const form = el('form', { onsubmit: (event) => { event.preventDefault(); scan(code.value); } },
    el('label', { for: 'code' }, 'Paste a QR text, a seqr link, a reference or a printed code'),
    code,
    el('p', {}, el('button', { class: 'main' }, 'Scan')));
  show('home', el('h1', {}, 'Scan'), form, trouble(), el('h2', {}, 'Waiting to be paid'), el('ul', { class: 'open', id: 'open' }));
  hint.textContent = '';
  code.focus();
  refresh();
}

function waiting(open) {
  const label = el('span', {}, open.title ?? open.reference, el('br'), el('span', { class: 'quiet small' }, open.shop));
  return el('li', {}, el('button', { type: 'button', 'data-reference': open.reference, onclick: () => scan(open.reference) },
    label, el('strong', {}, money(open.amount))));
}

function list(invoices) {
  const open = invoices.filter((one) => one.status === 'ISSUED' || one.status === 'PENDING_ISSUER_ACKNOWLEDGE');
  const items = document.getElementById('open');
  const state = JSON.stringify(open.map((one) => [one.reference, one.title, one.amount]));
  if (!items || items.dataset.state === state) return;
  items.dataset.state = state;
  items.replaceChildren(...(open.length ? open.map(waiting) : [el('li', { class: 'quiet' }, 'No invoice is open.')]));
}

async function scan(code) {
  await attempt(async () => {
    invoice = await call('POST', '/api/scan', { code });
    pin = '';
    history.replaceState(null, '', `/phone?ref=${invoice.reference}`);
    prompt();
  }, home);
}

/* The invoice and the PIN prompt. */

function rows() {
  return invoice.rows.length === 0 ? null : el('ul', { class: 'rows' }, invoice.rows.map((row) =>
    el('li', {}, el('span', {}, `${row.quantity} × ${row.description ?? ''}`), el('span', {}, money(row.total)))));
}

function dots() {
  return el('div', { class: 'dots', role: 'img', 'aria-label': `${pin.length} digits entered` },
    Array.from({ length: pinLength }, (_, i) => el('i', { class: i < pin.length ? 'full' : null })));
}

function pad() {
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => button(digit, () => press(digit), `key-${digit}`));
  return el('div', { class: 'pad', role: 'group', 'aria-label': 'PIN' }, keys,
    button('⌫', erase, 'erase'), button('0', () => press('0'), 'key-0'), button('Clear', () => { pin = ''; prompt(); }, 'clear'));
}

function prompt() {
  const waits = invoice.status === 'PENDING_ISSUER_ACKNOWLEDGE';
  show('prompt',
    el('p', { class: 'center quiet' }, invoice.shop),
    el('p', { class: 'center' }, invoice.title ?? ''),
    el('div', { class: 'total' }, money(invoice.amount)),
    rows(),
    invoice.tokens.length ? el('p', { class: 'small quiet center' }, `Offered: ${invoice.tokens.map((t) => t.description).join(', ')}`) : null,
    waits ? el('p', { class: 'center', role: 'status' }, 'Waiting for the shop…') : dots(),
    trouble(),
    el('div', { class: 'grow' }),
    waits ? null : pad(),
    waits ? null : el('button', { type: 'button', class: 'main', id: 'confirm', disabled: pin.length === 0, onclick: confirm }, 'Confirm'),
    el('div', { class: 'three' },
      button('Cancel', cancel, 'cancel'), button('Walk away', walkAway, 'walk-away'), button('Loyalty card', offer, 'offer')));
  hint.textContent = `This payer’s PIN is ${switches.pin}`;
}

function press(digit) {
  if (pin.length >= 8) return;
  pin += digit;
  problem = '';
  prompt();
}

function erase() {
  pin = pin.slice(0, -1);
  prompt();
}

const act = (action, body = {}) => call('POST', `/api/invoices/${invoice.reference}/${action}`, body);

/** Without a digit there is nothing to confirm: it would cost the payer a try. */
async function confirm() {
  if (pin === '') return;
  const entered = pin;
  pin = '';
  await attempt(async () => { invoice = await act('pay', { pin: entered }); result(); }, again);
}

async function cancel() {
  await attempt(async () => { invoice = await act('cancel'); result(); }, again);
}

async function walkAway() {
  await attempt(async () => { await act('walk-away'); leave(); }, leave);
}

async function offer() {
  await attempt(async () => { invoice = await act('tokens'); prompt(); }, again);
}

/** What the phone was told no to may have ended the prompt: then there is nothing left to enter. */
async function again() {
  invoice = await call('GET', `/api/invoices/${invoice.reference}`);
  if (invoice.beingPaid) prompt();
  else if (invoice.status === 'ISSUED') leave();
  else result();
}

function leave() {
  history.replaceState(null, '', '/phone');
  home();
}

/* How it ended. The app then opens the shop's backURL, after a payment as after a cancel. */

const outcomes = {
  PAID: ['✓', 'good', 'Paid'],
  RESERVED: ['✓', 'good', 'Reserved'],
  CANCELED: ['✕', 'bad', 'Cancelled'],
  FAILED: ['✕', 'bad', 'Failed'],
  EXPIRED: ['✕', 'bad', 'Expired'],
};

function outcome() {
  const [mark, kind, word] = invoice.reversed ? ['↺', 'bad', 'Reversed'] : outcomes[invoice.status] ?? ['…', '', invoice.status];
  return [el('div', { class: `mark ${kind}`, 'aria-hidden': 'true' }, mark), el('h1', { class: 'center', id: 'outcome' }, word)];
}

/** Only what a browser may open: a shop can put anything into a backURL. */
function backButton() {
  const ok = /^https?:\/\//i.test(invoice.backUrl ?? '');
  return ok ? el('button', { type: 'button', class: 'main', id: 'back', onclick: () => location.assign(invoice.backUrl) }, 'Back to the shop') : null;
}

function result() {
  problem = '';
  show('result', ...outcome(),
    el('div', { class: 'total' }, money(invoice.paid ?? invoice.amount)),
    el('p', { class: 'center quiet' }, `${invoice.shop} ${invoice.title ? `– ${invoice.title}` : ''}`),
    invoice.ersReference ? el('p', { class: 'center small quiet' }, 'Reference ', el('code', {}, invoice.ersReference)) : null,
    ...invoice.sms.map((sms) => el('p', { class: 'sms' }, el('strong', {}, 'SMS from SEQR: '), sms.text)),
    el('div', { class: 'grow' }),
    backButton(),
    button('Scan another', leave, 'another'));
  hint.textContent = invoice.backUrl ? 'The app opens the shop’s page after a payment and after a cancel.' : '';
  (document.getElementById('back') ?? screen.querySelector('button')).focus();
}

async function attempt(action, otherwise) {
  try {
    problem = '';
    await action();
  } catch (error) {
    problem = error.message;
    await otherwise();
  }
}

/* The shop may act meanwhile: update or cancel the invoice, or miss the payment. */

async function refresh() {
  if (view === 'home') return list((await call('GET', '/api/invoices')).invoices);
  const shown = JSON.stringify(invoice);
  const latest = await call('GET', `/api/invoices/${invoice.reference}`);
  if (latest.reference !== invoice?.reference) return;
  const ended = view === 'prompt' && !latest.beingPaid;
  const changed = JSON.stringify({ ...latest, statusCalls: 0 }) !== JSON.stringify({ ...JSON.parse(shown), statusCalls: 0 });
  invoice = latest;
  if (ended && latest.status === 'ISSUED') { problem = 'The phone waited too long.'; leave(); }
  else if (ended || (changed && view === 'result')) result();
  else if (changed) prompt();
}

document.addEventListener('keydown', (event) => {
  if (view !== 'prompt' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^[0-9]$/.test(event.key)) press(event.key);
  else if (event.key === 'Backspace') erase();
  else if (event.key === 'Enter' && event.target.tagName !== 'BUTTON') confirm();
  else if (event.key === 'Escape') walkAway();
});

function start() {
  const link = decodeURIComponent(location.hash.slice(1));
  const code = new URLSearchParams(location.search).get('ref') ?? link;
  if (code) scan(code);
  else home();
}

window.addEventListener('hashchange', start);
start();
repeat(1000, refresh);
