import { call, el, money, repeat } from './dom.js';

const switches = document.getElementById('switches');
const faults = document.getElementById('faults');
const armed = document.getElementById('armed');
const refused = document.getElementById('refused');
const invoices = document.getElementById('invoices');

function fill(values) {
  for (const [name, value] of Object.entries(values)) switches.elements[name].value = value;
}

switches.addEventListener('submit', async (event) => {
  event.preventDefault();
  fill(await call('PUT', '/api/switches', Object.fromEntries(new FormData(switches))));
  const turned = document.getElementById('turned');
  turned.textContent = 'Turned.';
  setTimeout(() => { turned.textContent = ''; }, 2000);
});

function list(all) {
  armed.replaceChildren(...all.map((fault) => el('li', {},
    el('strong', {}, fault.kind === 'CODE' ? `CODE ${fault.code}` : fault.kind), ` on ${fault.operation ?? 'any call'}`,
    fault.reference ? ` for ${fault.reference}` : '',
    fault.times === 0 ? ', until cleared' : `, ${fault.times} more`)));
}

/** What was left empty is left to the fault. */
function given(form) {
  const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
  if (form.elements.takesEffect.checked) values.takesEffect = true;
  else delete values.takesEffect;
  return values;
}

faults.addEventListener('submit', async (event) => {
  event.preventDefault();
  refused.textContent = '';
  try {
    list((await call('POST', '/api/faults', given(faults))).faults);
  } catch (error) {
    refused.textContent = error.message;
  }
});

document.getElementById('clear').addEventListener('click', async () => list((await call('DELETE', '/api/faults')).faults));

function heard(invoice) {
  if (!invoice.paid) return '';
  if (invoice.reversed) return 'heard too late: reversed';
  return invoice.acknowledged ? 'has heard' : 'has not heard yet';
}

function notifying(invoice, forged, label) {
  const send = () => call('POST', `/api/invoices/${invoice.reference}/notify`, { forged });
  return el('button', { class: 'link', onclick: send }, label);
}

function row(invoice) {
  const open = invoice.status === 'ISSUED' || invoice.status === 'PENDING_ISSUER_ACKNOWLEDGE';
  return el('tr', {},
    el('td', {}, el('code', {}, invoice.reference)),
    el('td', {}, invoice.title ?? ''),
    el('td', { class: 'number' }, money(invoice.amount)),
    el('td', {}, el('span', { class: `badge ${invoice.status}` }, invoice.status), invoice.beingPaid ? ' at the PIN' : ''),
    el('td', {}, heard(invoice)),
    el('td', { class: 'number' }, String(invoice.statusCalls)),
    el('td', { class: 'number' }, invoice.refunded === '0' ? '' : invoice.refunded),
    el('td', {},
      open ? el('a', { href: `/phone?ref=${invoice.reference}` }, 'pay') : null,
      invoice.notificationUrl ? [notifying(invoice, false, 'notify'), notifying(invoice, true, 'forge')] : null));
}

fill(await call('GET', '/api/switches'));
let shown = '';
repeat(1000, async () => {
  list((await call('GET', '/api/faults')).faults);
  const latest = (await call('GET', '/api/invoices')).invoices;
  const state = JSON.stringify(latest);
  if (state === shown) return;
  shown = state;
  invoices.replaceChildren(...(latest.length ? latest.map(row) : [el('tr', {}, el('td', { colspan: 8, class: 'quiet' }, 'None yet.'))]));
});
