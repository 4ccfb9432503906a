/** What is known of a payment, as a callback and the event `seqr-status` get it. */
export interface PaymentStatus {
  /** SEQR's word: `ISSUED`, `RESERVED`, `PAID`, `CANCELED`, `FAILED`; others may come and decide nothing. */
  status: string;
  /** Ours, finer: `CREATED`, `ISSUED`, `CANCELING`, `RESERVED`, `CAPTURING`, `PAID`, `CANCELED`, `FAILED`, `REVIEW`, `REVERSED`. */
  state?: string;
  reason?: string;
  /** Rises with each change. */
  seq?: number;
  orderId?: string;
  totalAmount?: { currency: string; value: string };
  expiresAt?: string;
  /** The shop's colour, as it can be read on a light ground and on a dark one. */
  accent?: { light: string; dark: string };
  /** Where the shop makes a new payment when this one has ended unpaid. */
  renewURL?: string;
}

/** Whichever names the payment: a view's address, or a QR code's text with the address that tells its status. */
export interface PaymentName {
  /** `links.view` of the checkout. */
  view?: string;
  invoiceQRCode?: string;
  statusURL?: string;
  /** Beside a `statusURL`: takes a POST that cancels the payment, and answers as the `statusURL` does. */
  cancelURL?: string;
}

type Callback<Result = void> = (payment: PaymentStatus) => Result;

export interface SeqrPaymentOptions extends PaymentName {
  layout?: 'standard' | 'small';
  /** A language tag such as `sv` or `de-AT`; else the browser's. */
  language?: string;
  /** Else told from the browser. */
  platform?: 'desktop' | 'phone' | 'unsupported';
  /** Where to go two seconds after the payment is paid. */
  successURL?: string;
  /** Answers a POST with the name of a new payment for the same order. */
  renewURL?: string;
  renewCallback?: Callback<PaymentName | Promise<PaymentName>>;
  /** Milliseconds between two questions, at least 200; 1000 unless given. */
  pollFreq?: number | string;
  /** `'false'` leaves all style to the page. */
  injectCSS?: 'true' | 'false';
  statusCallback?: Callback;
  successCallback?: Callback;
  paidCallback?: Callback;
  canceledCallback?: Callback;
  failedCallback?: Callback;
  expiredCallback?: Callback;
}

/** `<seqr-payment view="…" layout="small" language="sv" platform="…" success-url="…" renew-url="…">` */
export class SeqrPayment extends HTMLElement {
  /** Instead of attributes; set before the element is put into the page. */
  options?: SeqrPaymentOptions;
  /** Shows another payment, or the same one in another way. */
  start(options: SeqrPaymentOptions): void;
  stop(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'seqr-payment': SeqrPayment;
  }
  interface HTMLElementEventMap {
    'seqr-status': CustomEvent<PaymentStatus>;
  }
}
