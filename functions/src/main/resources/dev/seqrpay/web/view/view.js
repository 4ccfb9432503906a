// <seqr-payment>: shows one payment where it stands in a shop's page, and follows it until it has ended.

const DONE = ['PAID', 'RESERVED']; // the shopper's part
const FINAL = [...DONE, 'CANCELED', 'FAILED', 'EXPIRED'];
const RENEWABLE = ['expiring', 'expired', 'canceled-by-payer', 'failed', 'not-started'];
const CONFIRMATION = 2 * SECOND; // for which "paid" is seen before the shop's page comes
const SPOKEN_AT = [10, 30, 60, 300]; // seconds left; of several passed in a sleep, the first is said
const STORES = [
  ['App Store', 'https://apps.apple.com/app/id494224742', /iPhone|iPad|iPod|Macintosh/],
  ['Google Play', 'https://play.google.com/store/apps/details?id=com.seamless.seqr', /Android/],
];
const KEYS = [...Object.keys(STANDINGS).flatMap((name) => [`${name}.heading`, `${name}.text`]), ...WORDS];
const ATTRIBUTES = ['view', 'layout', 'language', 'platform', 'successURL', 'renewURL'];

class SeqrPayment extends HTMLElement {
  connectedCallback() {
    const given = ATTRIBUTES.map((name) => [name, this.getAttribute(name.replace('URL', '-url'))]);
    this.start(this.options || Object.fromEntries(given.filter(([, value]) => value !== null)));
  }

  disconnectedCallback() {
    this.stop();
  }

  start(options) {
    this.stop();
    this.options = options;
    const { invoiceQRCode, statusURL } = options;
    [this.language, this.locale] = languageOf(options.language);
    this.platform = platformOf(options.platform);
    this.payment = { seq: 0, qrCode: invoiceQRCode, state: invoiceQRCode ? 'ISSUED' : 'CREATED' };
    this.address = statusURL ? undefined : addressOf(options);
    this.frame();
    if (statusURL || this.address) this.follow(Number(options.pollFreq));
    else this.refuse('no payment to show', 'FAILED', 'NOT_ISSUED');
  }

  follow(pause) {
    const polling = [(signal) => this.ask(signal), pause >= 200 ? pause : SECOND, (gone) => this.trouble(gone)];
    this.live = new Live((answer) => this.take(answer), ...polling);
    this.live.ask();
    this.clock = setInterval(() => this.tick(), SECOND);
  }

  stop() {
    if (this.live) this.live.stop();
    clearInterval(this.clock);
    clearTimeout(this.leaving);
  }

  refuse(why, state, reason) {
    console.error(`seqr: ${why}. Give viewId, or invoiceQRCode and statusURL.`);
    this.stop();
    this.trouble(false);
    Object.assign(this.payment, { state, reason });
    this.render();
    return true;
  }

  /* ---- what SEQR says ---- */

  send(address, init) {
    return fetch(address, { cache: 'no-store', credentials: 'same-origin', referrerPolicy: 'no-referrer', ...init });
  }

  async ask(signal) {
    const { statusURL } = this.options;
    const answer = await this.send(statusURL || this.address + (this.payment.qrCode ? '/status' : '/view'), { signal });
    if (answer.status === 404 && this.address && !this.payment.seq && !signal.aborted)
      return this.refuse(`there is no such payment: ${this.address}`, 'UNKNOWN');
    const json = await answer.json();
    return answer.ok && !signal.aborted && this.take(json);
  }

  /** @returns whether this was an answer at all */
  take(answer) {
    const { status, seq, now } = answer;
    if (typeof status !== 'string') return false;
    this.trouble(false);
    if (seq < this.payment.seq) return true; // overtaken by a newer one
    const before = this.payment;
    this.payment = { ...before, state: undefined, reason: undefined, ...answer };
    this.paint();
    this.skew = (Date.parse(now) || Date.now()) - Date.now();
    if (this.isOver()) this.stop();
    else if (answer.socket) this.live.hear(answer.socket);
    this.render();
    if (status !== before.status) this.tell(status);
    return true;
  }

  /** The shop's colour, which the server has made readable. Set by script, so that no policy has to allow inline styles. */
  paint() {
    const { accent } = this.payment;
    if (!accent) return;
    const hasBoth = CSS.supports('color', 'light-dark(#000, #fff)');
    this.style.setProperty('--accent', hasBoth ? `light-dark(${accent.light}, ${accent.dark})` : accent.light);
  }

  isOver() {
    return FINAL.includes(this.payment.status) || this.payment.state === 'REVIEW';
  }

  /** The shop's functions run by themselves: what they throw is theirs to see, and ends nothing here. */
  tell(status) {
    const { options, payment } = this;
    const timedOut = payment.reason === 'EXPIRED' && options.expiredCallback;
    const names = ['statusCallback', timedOut ? 'expiredCallback' : `${status.toLowerCase()}Callback`];
    if (DONE.includes(status)) names.push('successCallback');
    for (const callback of names.map((name) => named(options[name])))
      if (callback) queueMicrotask(() => callback({ ...payment }));
    this.dispatchEvent(new CustomEvent('seqr-status', { detail: { ...payment }, bubbles: true, composed: true }));
    const next = DONE.includes(status) && options.successURL && webAddress(options.successURL);
    if (next) this.leaving = setTimeout(() => location.assign(next), CONFIRMATION);
  }

  /* ---- what the shopper does ---- */

  async press(button, action, working) {
    if (button.ariaDisabled) return;
    const { textContent } = button;
    button.ariaDisabled = true;
    if (working) this.say((button.textContent = working));
    try {
      await action();
    } catch {
      this.trouble(true);
    }
    button.ariaDisabled = null;
    button.textContent = textContent;
  }

  /** A shop that tells the status itself is the one to cancel, too. */
  cancelAddress() {
    const { cancelURL } = this.options;
    return this.address ? `${this.address}/cancel` : cancelURL && webAddress(cancelURL);
  }

  async cancel() {
    const answer = await this.send(this.cancelAddress(), { method: 'POST' });
    if (answer.ok) this.take(await answer.json());
    else this.live.now();
  }

  /** Only the shop can make a payment; it is asked for one only when this one cannot be paid any more. */
  async renew() {
    if (!this.isOver() && this.cancelAddress()) await this.cancel();
    if (!this.isOver() || this.payment.status === 'PAID') return;
    const { view, viewId, invoiceId, invoiceReference, invoiceQRCode, statusURL, cancelURL, ...kept } = this.options;
    const callback = named(kept.renewCallback);
    const fresh = callback
      ? await callback({ ...this.payment })
      : await (await this.send(webAddress(kept.renewURL), { method: 'POST' })).json();
    this.start({ ...kept, ...fresh });
    this.focusHeading();
  }

  /* ---- showing ---- */

  text(key) {
    return (TEXTS[this.language] || TEXTS.en).split('\n')[KEYS.indexOf(key)];
  }

  /** The script has English and what the browser asks for; the words of another language come beside the first answer. */
  async learn() {
    const { language, options } = this;
    try {
      const base = options.base || new URL('../../', this.address);
      const answer = await this.send(new URL(`assets/texts.${language}.txt`, base), { cache: 'default' });
      TEXTS[language] = answer.ok ? await answer.text() : TEXTS.en;
    } catch {
      TEXTS[language] = TEXTS.en; // better than no view at all
    }
    if (this.options === options) this.frame();
  }

  frame() {
    const style = this.options.injectCSS !== 'false';
    this.root ||= style ? this.attachShadow({ mode: 'open' }) : this;
    if (style && !this.root.adoptedStyleSheets.length) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      this.root.adoptedStyleSheets = [sheet];
    }
    this.body = make('div', { class: 'body' });
    this.offline = this.notice('offline');
    this.offline.hidden = true;
    this.spoken = make('p', { class: 'spoken', role: 'status' });
    const css = `view ${this.options.layout === 'small' ? 'small' : 'standard'} ${this.platform}`;
    const view = make('div', { class: css, role: 'group', 'aria-label': 'SEQR', lang: this.language });
    view.append(this.offline, this.body, this.spoken);
    view.hidden = !TEXTS[this.language];
    if (view.hidden) this.learn();
    this.root.replaceChildren(view);
    this.shown = undefined;
    this.render();
  }

  /** The name of how the payment stands; undefined for what this view does not know, which leaves it as it is. */
  standing() {
    const { status, state = status, reason } = this.payment;
    if (state === 'ISSUED' && this.secondsLeft() === 0) return 'expiring';
    const saying = (meaning) => Object.keys(STANDINGS).find((name) => STANDINGS[name][1].split(' ').includes(meaning));
    return saying(`${state}/${reason}`) || saying(state);
  }

  render() {
    const standing = this.standing();
    const { qrCode, seqrLink } = this.payment;
    const key = standing + qrCode + seqrLink;
    if (!standing || key === this.shown) return;
    const hadFocus = this.body.contains(this.root.activeElement || ofPage('activeElement'));
    const isFirst = !this.shown;
    this.shown = key;
    this.timer = undefined;
    this.body.replaceChildren(...this.parts(standing).filter(Boolean));
    if (hadFocus) this.focusHeading();
    if (standing === 'expiring') this.live.hurry(); // a look behind the end is what ends it
    if (!isFirst) this.say(`${this.text(`${standing}.heading`)}. ${this.text(`${standing}.text`)}`);
    this.tick();
  }

  parts(standing) {
    const isWaiting = standing === 'waiting' && this.payment.qrCode;
    return [
      this.head(),
      this.notice(standing),
      ...(isWaiting ? [this.pay(), this.left()] : []),
      this.ways(standing),
      isWaiting && this.stores(),
    ];
  }

  head() {
    const { shop, totalAmount } = this.payment;
    if (!totalAmount) return undefined;
    const { currency, value } = totalAmount;
    const amount = new Intl.NumberFormat(this.locale, { style: 'currency', currency }).format(value);
    return make('p', { class: 'head' }, make('bdi', {}, shop), make('span', { class: 'amount' }, amount));
  }

  notice(name) {
    const heading = make('b', { tabindex: -1 }, this.text(`${name}.heading`));
    const icon = drawing('icon', 24, STANDINGS[name][0]);
    icon.setAttribute('aria-hidden', true);
    return make('div', { class: `notice ${name}` }, icon, heading, make('p', {}, this.text(`${name}.text`)));
  }

  /** On a phone the way into the app; else, and for another phone than this one, the code. */
  pay() {
    const { qrCode, seqrLink } = this.payment;
    const href = /^seqr/i.test(seqrLink) ? seqrLink : qrCode.replace(/^https?:/i, 'seqr:');
    const scan = this.text('code.scan');
    const drawn = drawnCode(qrCode, scan);
    if (this.platform === 'phone' && href !== qrCode) return this.app(href, drawn);
    return make('div', { class: 'pay' },
      this.platform === 'unsupported' && make('p', {}, this.text('unsupported')),
      drawn,
      make('b', {}, scan));
  }

  /** Where ours is not installed, or within another app's browser, it may go nowhere: the hosted page knows what helps. */
  app(href, drawn) {
    const help = this.address && make('a', { href: `${this.address}?lang=${this.locale}` }, this.text('unopened.heading'));
    const open = make('a', { class: 'open', href }, this.text('open'));
    return make('div', { class: 'way' }, open, help, this.folded('code.show', drawn));
  }

  folded(name, ...content) {
    return make('details', { class: name.replace('.', '-') }, make('summary', {}, this.text(name)), ...content);
  }

  left() {
    if (!this.payment.expiresAt) return undefined;
    this.timer = make('span', { role: 'timer' });
    return make('p', {}, `${this.text('left')} `, this.timer);
  }

  ways(standing) {
    const { renewURL, renewCallback } = this.options;
    const isRenewable = RENEWABLE.includes(standing) && (named(renewCallback) || (renewURL && webAddress(renewURL)));
    const ways = make('div', { class: 'ways' });
    if (isRenewable) ways.append(this.button('renew'));
    else if (this.isOver() && RENEWABLE.includes(standing)) ways.append(...this.renewal());
    if (standing === 'waiting' && this.cancelAddress()) ways.append(this.question());
    if (standing === 'paid' && this.address)
      ways.append(make('a', { href: `${this.address}/receipt?lang=${this.locale}` }, this.text('receipt.open')));
    return ways.firstChild && ways;
  }

  /** The way to the shop's own page for it; in the whole window, so that its cookies come along. */
  renewal() {
    const href = this.payment.renewURL && webAddress(this.payment.renewURL);
    return href ? [make('a', { class: 'renew', href, target: '_top' }, this.text('renew'))] : [];
  }

  button(name, label, working) {
    const button = make('button', { type: 'button', class: name }, this.text(label || name));
    button.addEventListener('click', () => this.press(button, () => this[name](), working && this.text(working)));
    return button;
  }

  /** A payment is not cancelled by one slip of a finger. */
  question() {
    const no = make('button', { type: 'button' }, this.text('cancel.no'));
    const yes = this.button('cancel', 'cancel.yes', 'cancel.working');
    const details = this.folded('cancel', make('p', {}, this.text('cancel.ask')), make('div', { class: 'ways' }, yes, no));
    no.addEventListener('click', () => {
      details.open = false;
      details.firstChild.focus();
    });
    return details;
  }

  stores() {
    const own = STORES.filter(([, , phone]) => phone.test(navigator.userAgent));
    const stores = this.platform === 'phone' && own.length ? own : STORES;
    const links = stores.map(([name, href]) => make('a', { href, target: '_blank', rel: 'noreferrer' }, name));
    return make('div', { class: 'about' },
      make('p', { class: 'stores' }, this.text('app.get'), ...links),
      this.folded('what', make('p', {}, this.text('what.text'))));
  }

  focusHeading() {
    this.body.querySelector('.notice b').focus();
  }

  say(text) {
    if (this.spoken.textContent !== text) this.spoken.textContent = text;
  }

  trouble(isGone) {
    if (this.offline.hidden === !isGone) return;
    this.offline.hidden = !isGone;
    if (isGone) this.say(this.text('offline.text'));
  }

  /* ---- the time left, by the server's clock ---- */

  secondsLeft() {
    const { expiresAt } = this.payment;
    return expiresAt ? Math.max(0, Math.ceil((Date.parse(expiresAt) - Date.now() - this.skew) / SECOND)) : Infinity;
  }

  tick() {
    if (!this.timer) return;
    const before = this.seconds;
    const seconds = (this.seconds = this.secondsLeft());
    this.timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    const passed = SPOKEN_AT.find((threshold) => seconds <= threshold && threshold < before);
    if (passed) this.say(`${this.text('left')} ${this.inWords(passed)}`);
    if (seconds === 0) this.render();
  }

  inWords(seconds) {
    const [number, unit] = seconds >= 60 ? [seconds / 60, 'minute'] : [seconds, 'second'];
    return new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(number);
  }
}

if (!customElements.get('seqr-payment')) customElements.define('seqr-payment', SeqrPayment);
