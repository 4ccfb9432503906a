import { call, clock, el, repeat } from './dom.js';

const facts = document.getElementById('facts');
const entries = document.getElementById('entries');

function fact(name, value) {
  facts.append(el('dt', {}, name), el('dd', {}, value));
}

function row(entry) {
  return el('tr', {},
    el('td', {}, clock(entry.at)),
    el('td', {}, entry.what),
    el('td', {}, el('code', {}, entry.reference ?? '')),
    el('td', {}, entry.outcome),
    el('td', { class: 'bad' }, entry.fault ?? ''),
    el('td', { class: 'number' }, String(entry.millis)));
}

const about = await call('GET', '/api/about');
fact('SOAP address', el('code', {}, about.soapUrl));
fact('WSDL', el('a', { href: `${about.soapUrl}?wsdl` }, el('code', {}, `${about.soapUrl}?wsdl`)));
fact('Terminal (TERMINALID)', el('code', {}, about.terminalId));
fact('Reseller (RESELLERUSER, user 9900)', el('code', {}, about.resellerId));

repeat(1000, async () => {
  const log = await call('GET', '/api/log');
  if (log.entries.length) entries.replaceChildren(...log.entries.map(row));
});
