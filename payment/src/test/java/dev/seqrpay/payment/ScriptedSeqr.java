package dev.seqrpay.payment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** SEQR as a script: answers in the order they were laid out, and remembers what it was asked. */
public final class ScriptedSeqr implements SeqrGateway {
    static final Money TOTAL = Money.of("SEK", "100");

    public final List<String> calls = new ArrayList<>();
    private final Deque<Supplier<Object>> answers = new ArrayDeque<>();

    public ScriptedSeqr issues(String reference) {
        return then(() -> new SentInvoice(reference, "HTTP://SEQR.SE/R" + reference));
    }

    public ScriptedSeqr says(String word, int version) {
        return then(() -> new InvoiceStatus(word, version, null, null, null));
    }

    public ScriptedSeqr saysPaid(int version, String ersReference) {
        return then(() -> new InvoiceStatus("PAID", version, ersReference, "1001", TOTAL));
    }

    public ScriptedSeqr says(InvoiceStatus status) {
        return then(() -> status);
    }

    public ScriptedSeqr agrees() {
        return then(() -> "");
    }

    public ScriptedSeqr refunds(String ersReference) {
        return then(() -> ersReference);
    }

    public ScriptedSeqr answers(int code) {
        return then(() -> {
            throw SeqrException.answered("call", code);
        });
    }

    public ScriptedSeqr isSilent() {
        return then(() -> {
            throw SeqrException.unknown("call", "nothing came back", null);
        });
    }

    public ScriptedSeqr mumbles() {
        return then(() -> {
            throw SeqrException.unreadable("call", "it has no version", null);
        });
    }

    public ScriptedSeqr isNotReached() {
        return then(() -> {
            throw SeqrException.notSent("call", "the connection was refused", null);
        });
    }

    /** Something that happens while SEQR has the call, before the answer that was laid out last. */
    public ScriptedSeqr meanwhile(Runnable event) {
        Supplier<Object> answer = answers.removeLast();
        return then(() -> {
            event.run();
            return answer.get();
        });
    }

    private ScriptedSeqr then(Supplier<Object> answer) {
        answers.add(answer);
        return this;
    }

    void forgetsTheRest() {
        answers.clear();
        calls.clear();
    }

    public boolean hasSaidAll() {
        return answers.isEmpty();
    }

    private Object answer(String call) {
        calls.add(call);
        if (answers.isEmpty()) throw new AssertionError("SEQR was not expected to be asked: " + call);
        return answers.remove().get();
    }

    @Override
    public SentInvoice sendInvoice(Payment payment, Addresses addresses) {
        return (SentInvoice) answer("sendInvoice");
    }

    @Override
    public InvoiceStatus getPaymentStatus(Payment payment, int version) {
        return (InvoiceStatus) answer("getPaymentStatus " + payment.reference() + " v" + version);
    }

    @Override
    public void updateInvoice(Payment payment, Addresses addresses) {
        answer("updateInvoice " + payment.reference() + " " + payment.invoice().total() + answers(payment));
    }

    private static String answers(Payment payment) {
        return payment.offer()
                .filter(TokenOffer::isAnswered)
                .map(offer -> offer.tokens().stream()
                        .map(token -> " " + token.id() + " " + token.status())
                        .collect(Collectors.joining()))
                .orElse("");
    }

    @Override
    public void cancelInvoice(Payment payment, String reference) {
        answer("cancelInvoice " + reference);
    }

    @Override
    public void commitReservation(Payment payment) {
        answer("commitReservation " + payment.reference() + " "
                + payment.invoice().total());
    }

    @Override
    public void submitPaymentReceipt(Payment payment, byte[] html) {
        answer("submitPaymentReceipt " + payment.ersReference() + " " + new String(html, StandardCharsets.UTF_8));
    }

    @Override
    public String refundPayment(Payment payment, Refund refund) {
        return (String) answer("refundPayment " + refund.amount());
    }
}
