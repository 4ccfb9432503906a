package dev.seqrpay.localstack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests against the {@link StandIn}. Where there is no Docker engine to start it on they are skipped and say why, but where
 * the environment variable {@code AWS_STANDIN} is {@code required}: there they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDocker.class)
@interface OnStandIn {}
