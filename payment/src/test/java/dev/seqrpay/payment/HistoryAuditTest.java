package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.HistoryAudit.Finding;
import dev.seqrpay.payment.HistoryEntry.Books;
import dev.seqrpay.payment.HistoryEntry.Step;
import dev.seqrpay.payment.memory.InMemoryPayments;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RecordBuilder.Include({HistoryEntry.class, Step.class, Books.class})
class HistoryAuditTest {
    /** 1,000 in all. */
    private static final int PLANTED_OF_A_KIND = 125;

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryPayments store = new InMemoryPayments();

    private Payment paidAndRefunded(int refunds) {
        Payment payment = StoreFixture.fresh("pay_1", "terminal", SampleOrders.full(), NOW);
        payment = store.commit(Change.created(payment, 1)).payment();
        payment = commit(payment, payment.issued("4711", "HTTP://SEQR.SE/R1", NOW.plusSeconds(1)));
        payment = commit(payment, payment.paid("ers-1", 2, NOW.plusSeconds(2)));
        Money one = Money.of("SEK", "1");
        for (int number = 0; number < refunds; number++) {
            Refund refund = Refund.requested("ref_" + number, "pay_1", one, NOW);
            Payment reserved =
                    payment.refunding(payment.refunded(), payment.reserved().plus(one), NOW.plusSeconds(3));
            payment = store.commit(Change.of(payment, reserved, refund)).payment();
            Payment settled = payment.refunding(payment.refunded().plus(one), one.zero(), NOW.plusSeconds(4));
            Change given = Change.decided(
                    payment, settled, refund.settled("ers-r"), new Decision("support", "it is in the report"));
            payment = store.commit(given).payment();
        }
        return payment;
    }

    private Payment commit(Payment before, Payment after) {
        return store.commit(Change.of(before, after, Cause.POLL)).payment();
    }

    /** Of a release that kept neither hashes nor books. */
    private static HistoryEntry old(HistoryEntry entry) {
        return HistoryEntryBuilder.builder(entry).books(null).previous("").build();
    }

    @Test
    void an_old_history_is_whole_as_long_as_its_row_is_as_old() {
        Payment payment = paidAndRefunded(0);
        List<HistoryEntry> old =
                store.history("pay_1").stream().map(HistoryAuditTest::old).toList();
        Payment oldRow = new Payment(payment.purchase(), payment.version(), payment.changedAt(), payment.standing());

        assertThat(HistoryAudit.check("pay_1", oldRow, old)).isEmpty();
        assertThat(HistoryAudit.check("pay_1", payment, old)).isNotEmpty();
        assertThat(HistoryAudit.check("pay_1", oldRow, store.history("pay_1"))).isNotEmpty();
    }

    @Test
    void a_hash_is_one_of_all_that_a_refund_is() {
        HistoryEntry.Step step = new HistoryEntry.Step(4, State.PAID, State.PAID, Cause.REFUND, null, null, NOW);
        RefundDetails.Row row = new RefundDetails.Row(1, BigDecimal.ONE, Money.of("SEK", "1"));
        List<String> hashes = Stream.of(
                        refund(NOW, new RefundDetails(List.of(row), "broken", "support")),
                        refund(NOW.plusMillis(1), new RefundDetails(List.of(row), "broken", "support")),
                        refund(NOW, new RefundDetails(List.of(row), "lost", "support")),
                        refund(NOW, new RefundDetails(List.of(row), "broken", "the owner")),
                        refund(NOW, new RefundDetails(List.of(), "broken", "support")),
                        refund(NOW, new RefundDetails(List.of(row, row), "broken", "support")))
                .map(refund -> new HistoryEntry(step, null, refund, null, "").hash("pay_1"))
                .toList();

        assertThat(hashes).doesNotHaveDuplicates();
    }

    private static Refund refund(Instant at, RefundDetails details) {
        return Refund.requested("ref_1", "pay_1", Money.of("SEK", "1"), details, at);
    }

    @Test
    void a_history_that_nobody_touched_is_whole() {
        Payment payment = paidAndRefunded(3);

        assertThat(HistoryAudit.check("pay_1", payment, store.history("pay_1"))).isEmpty();
    }

    /** What somebody who can write the table might do to it. */
    enum Mischief {
        ANOTHER_TIME {
            @Override
            int doTo(List<HistoryEntry> history, int at) {
                Step was = history.get(at).step();
                return put(
                        history,
                        at,
                        HistoryEntryStepBuilder.builder(was)
                                .at(was.at().plusMillis(1))
                                .build());
            }
        },
        ANOTHER_CAUSE {
            @Override
            int doTo(List<HistoryEntry> history, int at) {
                Step was = history.get(at).step();
                Cause other = was.cause() == Cause.SWEEP ? Cause.PAGE : Cause.SWEEP;
                return put(
                        history,
                        at,
                        HistoryEntryStepBuilder.builder(was).cause(other).build());
            }
        },
        ANOTHER_AMOUNT {
            @Override
            int doTo(List<HistoryEntry> history, int at) {
                HistoryEntry was = history.get(at);
                Money more = was.books().refunded().plus(Money.of("SEK", "0.01"));
                Books books = HistoryEntryBooksBuilder.builder(was.books())
                        .refunded(more)
                        .build();
                history.set(at, HistoryEntryBuilder.builder(was).books(books).build());
                return at;
            }
        },
        ANOTHER_PERSON {
            @Override
            int doTo(List<HistoryEntry> history, int at) {
                HistoryEntry was = history.get(at);
                Decision decision = was.decision() == null
                        ? new Decision("somebody", "no reason")
                        : new Decision("somebody else", was.decision().why());
                history.set(
                        at, HistoryEntryBuilder.builder(was).decision(decision).build());
                return at;
            }
        },
        ANOTHER_REFUND {
            @Override
            int doTo(List<HistoryEntry> history, int at) {
                HistoryEntry was = history.get(at);
                Refund refund = was.refund() == null
                        ? Refund.requested("ref_x", "pay_1", Money.of("SEK", "5"), NOW)
                        : was.refund().settled("ers-x");
                history.set(at, HistoryEntryBuilder.builder(was).refund(refund).build());
                return at;
            }
        },
        ANOTHER_HASH {
            @Override
            int doTo(List<HistoryEntry> history, int at) {
                HistoryEntry was = history.get(at);
                String other = "0".repeat(64);
                history.set(at, HistoryEntryBuilder.builder(was).previous(other).build());
                return at;
            }
        },
        LEFT_OUT {
            @Override
            int doTo(List<HistoryEntry> history, int at) {
                history.remove(at);
                return at;
            }
        },
        /** Each of two neighbours in the place of the other. */
        SWAPPED {
            @Override
            int doTo(List<HistoryEntry> history, int at) {
                int next = at + 1 == history.size() ? 0 : at + 1;
                HistoryEntry one = history.get(at);
                HistoryEntry other = history.get(next);
                history.set(at, numbered(other, at + 1));
                history.set(next, numbered(one, next + 1));
                return at;
            }
        };

        /** @return the place of what was done */
        abstract int doTo(List<HistoryEntry> history, int at);

        static int put(List<HistoryEntry> history, int at, Step step) {
            HistoryEntry was = history.get(at);
            history.set(at, HistoryEntryBuilder.builder(was).step(step).build());
            return at;
        }

        static HistoryEntry numbered(HistoryEntry entry, int version) {
            Step step = HistoryEntryStepBuilder.builder(entry.step())
                    .version(version)
                    .build();
            return HistoryEntryBuilder.builder(entry).step(step).build();
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_mischief_is_found_where_it_was_done(Mischief mischief) {
        Payment payment = paidAndRefunded(8);
        Random random = new Random(mischief.ordinal());
        for (int planted = 0; planted < PLANTED_OF_A_KIND; planted++) {
            List<HistoryEntry> history = new ArrayList<>(store.history("pay_1"));
            int version = mischief.doTo(history, random.nextInt(history.size())) + 1;

            Set<Integer> found = HistoryAudit.check("pay_1", payment, history).stream()
                    .map(Finding::version)
                    .collect(Collectors.toSet());

            assertThat(found).as(mischief + " at " + version).contains(version).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void an_edit_is_found_at_its_place_alone() {
        Payment payment = paidAndRefunded(2);
        List<HistoryEntry> history = new ArrayList<>(store.history("pay_1"));
        Mischief.ANOTHER_PERSON.doTo(history, 3);

        assertThat(HistoryAudit.check("pay_1", payment, history))
                .extracting(Finding::version)
                .containsExactly(4);
    }

    @Test
    void a_row_that_was_edited_is_found() {
        Payment payment = paidAndRefunded(1);
        Payment other = PaymentBuilder.builder(payment)
                .standing(payment.refunding(payment.refunded().zero(), payment.reserved(), NOW)
                        .standing())
                .build();

        assertThat(HistoryAudit.check("pay_1", other, store.history("pay_1")))
                .containsExactly(new Finding(5, "says other than the payment"));
    }

    @Test
    void a_history_whose_end_was_cut_off_is_found() {
        Payment payment = paidAndRefunded(1);
        List<HistoryEntry> history = store.history("pay_1").subList(0, 3);

        assertThat(HistoryAudit.check("pay_1", payment, history))
                .containsExactly(new Finding(4, "is missing"), new Finding(5, "is missing"));
    }

    @Test
    void a_row_that_was_put_back_or_taken_away_is_found() {
        Payment before = paidAndRefunded(0);
        List<HistoryEntry> history = new ArrayList<>(store.history("pay_1"));
        history.add(Mischief.numbered(history.get(2), 4));

        assertThat(HistoryAudit.check("pay_1", before, history))
                .extracting(Finding::version)
                .contains(4);
        assertThat(HistoryAudit.check("pay_1", null, store.history("pay_1")))
                .containsExactly(new Finding(3, "has no payment"));
    }

    /** A payment of before hashes were kept goes on with them. */
    @Test
    void old_entries_have_no_hash_and_are_no_finding() {
        Payment payment = paidAndRefunded(1);
        List<HistoryEntry> history = new ArrayList<>(store.history("pay_1"));
        for (int i = 0; i < 3; i++)
            history.set(i, new HistoryEntry(history.get(i).step(), null, null, null, ""));
        HistoryEntry first = history.get(3);
        history.set(
                3,
                HistoryEntryBuilder.builder(first).decision(null).previous("").build());
        HistoryEntry last = history.get(4);
        history.set(
                4,
                HistoryEntryBuilder.builder(last)
                        .previous(history.get(3).hash("pay_1"))
                        .build());
        Payment gone = PaymentBuilder.builder(payment)
                .version(5)
                .historyHash(history.get(4).hash("pay_1"))
                .build();

        assertThat(HistoryAudit.check("pay_1", gone, history)).isEmpty();
    }

    /** As docs/api.md describes it to a shop. */
    @Test
    void the_hash_is_the_documented_one() throws Exception {
        HistoryEntry entry = new HistoryEntry(
                new Step(1, null, State.CREATED, Cause.CHECKOUT, null, null, NOW),
                null,
                null,
                new Books(Money.of("SEK", "10"), null, Money.of("SEK", "0"), Money.of("SEK", "0")),
                "");
        String text = "0:5:pay_11:1-7:CREATED8:CHECKOUT--20:2026-01-01T12:00:00Z3:SEK5:10.00-4:0.004:0.00";

        byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(entry.hash("pay_1")).isEqualTo(java.util.HexFormat.of().formatHex(digest));
    }
}
