// Asks how a payment stands, each second, one request at a time, until it is told to stop.

const SECOND = 1000;
const LONGEST_PAUSE = 15 * SECOND;
const PATIENCE = 10 * SECOND; // with one request, before it counts as lost

class Poll {
  /**
   * @param ask given a signal to give up by, promises whether there was an answer at all
   * @param trouble told whether the connection is gone, after each attempt
   */
  constructor(ask, pause, trouble) {
    Object.assign(this, { ask, pause, trouble, failures: 0, end: new AbortController() });
    const { signal } = this.end;
    const now = () => this.now();
    listen(document, 'visibilitychange', now, { signal });
    for (const event of ['focus', 'online', 'pageshow']) listen(window, event, now, { signal });
    listen(window, 'offline', () => trouble(true), { signal });
    now();
  }

  stop() {
    this.end.abort();
    this.giveUp();
  }

  giveUp() {
    clearTimeout(this.timer);
    if (this.request) this.request.abort();
    this.request = undefined;
  }

  /** A request from before the phone slept may never end: it is given up, unless it was sent just now. */
  now() {
    if (this.request && Date.now() - this.sentAt < SECOND) return;
    this.giveUp();
    this.next();
  }

  async next() {
    if (ofPage('hidden') || this.end.signal.aborted) return;
    const request = (this.request = new AbortController());
    this.sentAt = Date.now();
    const lost = setTimeout(() => request.abort(), PATIENCE);
    let isAnswer = false;
    try {
      isAnswer = await this.ask(request.signal);
    } catch {
      // no connection, or not JSON: ask again like after any odd answer
    }
    clearTimeout(lost);
    if (this.request !== request) return; // given up for a newer one, or for good
    this.request = undefined;
    this.failures = isAnswer ? 0 : this.failures + 1;
    this.trouble(this.failures > 1 || (this.failures > 0 && !navigator.onLine));
    this.timer = setTimeout(() => this.next(), this.wait());
  }

  /** Doubled by each failure, and spread so that pages do not come back all at once. */
  wait() {
    if (this.failures === 0) return this.pause;
    return Math.min(LONGEST_PAUSE, this.pause * 2 ** this.failures) * (0.5 + Math.random() / 2);
  }
}
