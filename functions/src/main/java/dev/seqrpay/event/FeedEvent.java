package dev.seqrpay.event;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * An event in a shop's feed.
 *
 * @param position in the feed, from 1, without gaps
 * @param id the same wherever and however often the event is sent; Standard Webhooks' {@code webhook-id}
 * @param type such as {@code payment.paid.v1}
 * @param at when it happened
 * @param body the JSON that is sent, to the letter: its signature is one of these bytes
 */
@RecordBuilder
public record FeedEvent(String merchantId, long position, String id, String type, Instant at, String body) {}
