package dev.seqrpay.handler;

import dev.seqrpay.accounting.Accounts;
import dev.seqrpay.accounting.DayBook;
import dev.seqrpay.accounting.SettlementList;
import dev.seqrpay.accounting.ShopDay;
import dev.seqrpay.accounting.SieFile;
import dev.seqrpay.accounting.Unbookable;
import dev.seqrpay.accounting.Voucher;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.Response;
import dev.seqrpay.http.SettlementQuery;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.reconciliation.BookedMoney;
import dev.seqrpay.reconciliation.BookedPayment;
import dev.seqrpay.reconciliation.Difference;
import dev.seqrpay.reconciliation.Reconciliation;
import dev.seqrpay.reconciliation.Reconciliations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was paid and given back on a shop's day, for its bookkeeping: a list, or the voucher that a program imports. */
final class Settlements {
    /** The feed, which says what was moved when, is kept for thirty. */
    private static final Duration KEPT = Duration.ofDays(29);
    /** Lambda takes 6 MB. */
    private static final int LONGEST = 5 << 20;
    /** Reconciliations of a day are among so many. */
    private static final int LATEST = 50;

    private final BookedMoney booked;
    private final PaymentStore payments;
    private final Reconciliations reconciliations;
    private final InstantSource clock;

    Settlements(BookedMoney booked, PaymentStore payments, Reconciliations reconciliations, InstantSource clock) {
        this.booked = booked;
        this.payments = payments;
        this.reconciliations = reconciliations;
        this.clock = clock;
    }

    /** A payment that was moved on the day, with all its refunds. */
    private record Moved(Payment payment, List<Refund> refunds) {}

    Response answer(Merchant merchant, SettlementQuery query) {
        ShopDay day = new ShopDay(query.day(), merchant.seller().timeZone());
        if (day.begin().isBefore(clock.instant().minus(KEPT)))
            throw new Problem(410, "Gone", "What was moved before is not kept: a day can be asked for 29 days long.");
        return query.isVoucher() ? voucher(merchant, query, day) : list(merchant, day);
    }

    /** A refund is of the day on which it began, and may have been settled on a later one. */
    private List<Moved> moved(String merchantId, ShopDay day) {
        Instant soon = clock.instant().plusSeconds(1);
        return booked.between(merchantId, day.begin(), soon).stream()
                .map(BookedPayment::paymentId)
                .distinct()
                .flatMap(id -> payments.find(id).stream())
                .map(payment -> new Moved(payment, payments.refunds(payment.id())))
                .sorted(Comparator.comparing(each -> each.payment().createdAt()))
                .toList();
    }

    private Response list(Merchant merchant, ShopDay day) {
        StringBuilder text = new StringBuilder();
        try {
            SettlementList list = new SettlementList(day, text);
            for (Moved each : moved(merchant.id(), day)) list.write(each.payment(), each.refunds());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] csv = text.toString().getBytes(StandardCharsets.UTF_8);
        if (csv.length > LONGEST)
            throw new Problem(422, "Too long", "The list of that day is longer than an answer can be.");
        return file(day.date() + ".csv", "text/csv; charset=utf-8", csv);
    }

    private Response voucher(Merchant merchant, SettlementQuery query, ShopDay day) {
        Map<String, DayBook> books = new TreeMap<>();
        for (Moved each : moved(merchant.id(), day)) {
            Currency currency = each.payment().invoice().total().currency();
            books.computeIfAbsent(currency.getCurrencyCode(), code -> new DayBook(day, currency))
                    .add(each.payment(), each.refunds());
        }
        books.values().removeIf(book -> book.paid() == 0 && book.refunded() == 0);
        String currency = query.currencyAmong(books.keySet());
        DayBook book = books.get(currency);
        if (book == null) throw new Problem(404, "Nothing moved", "No money was moved on that day.");
        Long reported = books.size() > 1 ? null : reportedNet(merchant.id(), day.date(), book);
        return file(
                day.date() + "-" + currency + ".si", "application/octet-stream", sie(merchant, query, book, reported));
    }

    private byte[] sie(Merchant merchant, SettlementQuery query, DayBook book, @Nullable Long reported) {
        try {
            Accounts accounts = Accounts.BAS.with(query.accounts());
            Voucher voucher = Voucher.of(book, accounts, reported).orElseThrow(Problem::notFound);
            String legalName = merchant.seller().legalName();
            return SieFile.of(
                    voucher,
                    legalName == null ? merchant.name() : legalName,
                    merchant.seller().organisationNumber(),
                    "",
                    ShopDay.of(clock.instant(), book.day().zone()).date());
        } catch (Unbookable e) {
            throw new Problem(422, "Cannot be booked", String.valueOf(e.getMessage()));
        }
    }

    /** What SEQR owes by its reports of the day: what we say, and all in which they do not agree; {@code null} without one. */
    private @Nullable Long reportedNet(String merchantId, LocalDate day, DayBook book) {
        List<Reconciliation> ofDay = reconciliations.latest(merchantId, LATEST).stream()
                .filter(each -> each.day().equals(day))
                .toList();
        if (ofDay.isEmpty()) return null;
        long owed = Math.subtractExact(book.paid(), book.refunded());
        for (Reconciliation each : ofDay) {
            OptionalLong more = owedMore(each);
            if (more.isEmpty()) return null;
            owed = Math.addExact(owed, more.getAsLong());
        }
        return owed;
    }

    private OptionalLong owedMore(Reconciliation one) {
        List<Difference> told = reconciliations.differences(one.merchantId(), one.number());
        if (one.outcome() == null || one.outcome().differences() != told.size()) return OptionalLong.empty();
        long sum = 0;
        for (Difference difference : told) {
            OptionalLong more = difference.owedMore();
            if (more.isEmpty()) return more;
            sum = Math.addExact(sum, more.getAsLong());
        }
        return OptionalLong.of(sum);
    }

    private static Response file(String name, String contentType, byte[] bytes) {
        return Response.bytes(
                Map.of(
                        "content-type",
                        contentType,
                        "content-disposition",
                        "attachment; filename=\"" + name + "\"",
                        "cache-control",
                        "no-store",
                        "x-content-type-options",
                        "nosniff"),
                bytes);
    }
}
