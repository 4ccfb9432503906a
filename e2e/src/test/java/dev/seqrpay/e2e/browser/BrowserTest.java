package dev.seqrpay.e2e.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A test in a real Chromium against the whole local stack, which a parameter of type {@link BrowserWorld} gives it. Where there is no
 * browser it is skipped, but not where {@code CI} is set: there it fails. Tests share the browser, and each has tabs and payments
 * of its own, so they run beside each other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(WorldOnce.class)
@interface BrowserTest {}
