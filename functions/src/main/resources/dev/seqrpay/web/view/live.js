// Hears by a WebSocket how a payment stands, and asks by HTTP as long as there is no socket that speaks.

const BEAT = 12 * SECOND; // between two signs of life: in time for SEQR's 20 seconds, as each captures a payment without a notification
const SOON = 2 * SECOND; // the same once the time is up, until the end is told
const SILENCE = 3 * SECOND; // after which a socket that owes an answer counts as lost
const LONGEST_REST = 60 * SECOND; // before another one is tried

class Live {
  /**
   * @param take given an answer, returns whether it was one at all
   * @param polling what a Poll is made with
   */
  constructor(take, ...polling) {
    Object.assign(this, { take, polling, failures: 0, pause: BEAT, end: new AbortController() });
    const { signal } = this.end;
    listen(document, 'visibilitychange', () => ofPage('hidden') || this.back(), { signal });
    listen(window, 'pageshow', ({ persisted }) => persisted && this.back(), { signal });
    listen(window, 'online', () => this.back(), { signal });
    listen(window, 'offline', () => this.lost(), { signal });
    listen(window, 'focus', () => this.beat(), { signal });
  }

  /** Asks until it is told of a socket. */
  ask() {
    this.poll ||= new Poll(...this.polling);
  }

  /** @param url of the socket, with the view id that every message of ours consists of */
  hear(url) {
    if (this.url) return;
    this.url = url;
    this.hush();
    this.open();
  }

  now() {
    if (this.poll) this.poll.now();
    else this.ask();
  }

  stop() {
    this.end.abort();
    this.hush();
    this.drop();
  }

  hush() {
    if (this.poll) this.poll.stop();
    this.poll = undefined;
  }

  drop() {
    clearTimeout(this.timer);
    const { socket } = this;
    this.socket = undefined;
    if (socket) socket.close();
  }

  /** A new socket is told at once how the payment stands. */
  open() {
    if (ofPage('hidden')) return this.wait(LONGEST_REST, () => this.open());
    try {
      const socket = (this.socket = new WebSocket(this.url));
      socket.onmessage = ({ data }) => socket === this.socket && this.heard(data);
      socket.onclose = () => socket === this.socket && this.lost();
      this.wait(SILENCE, () => this.lost());
    } catch {
      this.lost(); // an old browser, or a policy that forbids it
    }
  }

  heard(data) {
    try {
      if (!this.take(JSON.parse(data)) || this.end.signal.aborted) return;
    } catch {
      return; // not JSON: no sign of life either
    }
    this.heardAt = Date.now();
    this.failures = 0;
    this.hush();
    this.wait(this.pause, () => this.beat());
  }

  /** A hidden page need not ask: coming back is soon enough. */
  beat() {
    if (ofPage('hidden') || !this.socket || this.socket.readyState !== WebSocket.OPEN) return;
    this.socket.send(new URL(this.url).searchParams.get('view'));
    this.wait(SILENCE, () => this.lost());
  }

  /** One look decides nothing if SEQR was asked just before, so more follow soon. */
  hurry() {
    this.pause = SOON;
    this.beat();
  }

  /** A socket may have died while the phone slept without anybody noticing, so both are asked. */
  back() {
    if (!this.url || Date.now() - this.heardAt < SECOND) return;
    this.ask();
    this.beat();
  }

  lost() {
    if (!this.url) return;
    this.drop();
    this.ask();
    const rest = Math.min(LONGEST_REST, 5 * SECOND * 2 ** this.failures++);
    this.wait(rest * (0.5 + Math.random() / 2), () => this.open());
  }

  wait(time, then) {
    clearTimeout(this.timer);
    this.timer = setTimeout(then, time);
  }
}
