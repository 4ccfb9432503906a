package dev.seqrpay.wiring;

import dev.seqrpay.doctor.SignIn;
import dev.seqrpay.doctor.Visit;
import dev.seqrpay.event.DeliveryQueue;
import dev.seqrpay.event.Feed;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.ProofKeys;
import dev.seqrpay.http.Tokens;
import dev.seqrpay.link.PaymentLinks;
import dev.seqrpay.live.Connections;
import dev.seqrpay.live.Sockets;
import dev.seqrpay.merchant.KeyUses;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.DayIndex;
import dev.seqrpay.payment.Notifications;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.PersonalData;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.payment.SeqrGateway;
import dev.seqrpay.payment.Workers;
import dev.seqrpay.seqr.Accounts;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.Receiver;
import dev.seqrpay.webhook.SigningKeys;
import dev.seqrpay.webhook.WebhookEndpoints;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything through which a function learns of the world or changes it; there is no other way. Tests and simulations hand in
 * their own. A supplier makes what it supplies when that is first needed, so a function that never calls SEQR has no SOAP client.
 *
 * @param clock in whole milliseconds, as everything is stored
 * @param log to standard output, where Lambda takes it from
 * @param pause how a notification waits before it asks SEQR again
 * @param workers how several payments are worked on at once
 * @param tokens ids and tokens: keys from Secrets Manager, and chance
 * @param signingKeys what webhooks are signed with, made of the same keys
 * @param proofKeys what proofs of payment are signed with, likewise
 * @param chance from 0 to 1: how much longer a retry waits
 * @param payments the table's payments
 * @param dayIndex the table's payments by day
 * @param personalData of the table's payments
 * @param paymentLinks the table's payment links
 * @param merchants the table's merchants, with their API keys
 * @param keyUses the table's counters of API keys
 * @param connections the table's open sockets
 * @param feed the table's outbox and event feeds
 * @param webhookEndpoints the table's webhook endpoints
 * @param deliveries the table's webhook deliveries
 * @param reminders the queue
 * @param sockets what is sent to browsers
 * @param deliveryQueue the queue of webhook deliveries
 * @param receiver the shops' servers
 * @param terminalOf the SEQR terminal that a shop's new payments are made with
 * @param seqr SEQR's web service
 * @param accounts whom SEQR takes us for
 * @param signIn at SEQR, for the doctor
 * @param books what reconciliation needs of the table and of SEQR
 * @param visit of our own address and of SEQR's, for the doctor
 */
public record Ports(
        InstantSource clock,
        Log log,
        Notifications.Pause pause,
        Workers workers,
        Tokens tokens,
        SigningKeys signingKeys,
        ProofKeys proofKeys,
        DoubleSupplier chance,
        PaymentStore payments,
        DayIndex dayIndex,
        PersonalData personalData,
        PaymentLinks paymentLinks,
        Merchants merchants,
        KeyUses keyUses,
        Connections connections,
        Feed feed,
        WebhookEndpoints webhookEndpoints,
        Deliveries deliveries,
        Supplier<Reminders> reminders,
        Supplier<Sockets> sockets,
        Supplier<DeliveryQueue> deliveryQueue,
        Supplier<Receiver> receiver,
        Function<Merchant, String> terminalOf,
        Supplier<SeqrGateway> seqr,
        Supplier<Accounts> accounts,
        SignIn signIn,
        Supplier<Books> books,
        Visit visit) {}
