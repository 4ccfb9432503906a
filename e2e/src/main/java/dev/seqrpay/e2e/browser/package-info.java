/**
 * A real Chromium, driven over its own DevTools protocol: for the browser tests and the screenshots. It needs the JDK and an
 * installed browser, no driver, no Node.js and no download.
 */
package dev.seqrpay.e2e.browser;
