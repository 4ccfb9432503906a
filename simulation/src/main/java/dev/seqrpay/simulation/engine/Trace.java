package dev.seqrpay.simulation.engine;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What happened, line by line. Millions of payments run without; one that broke the promise is run again with. */
public final class Trace {
    public static final Trace NONE = new Trace(null);

    private final List<String> lines;

    private Trace(List<String> lines) {
        this.lines = lines;
    }

    public static Trace kept() {
        return new Trace(new ArrayList<>());
    }

    public void say(Time time, Supplier<String> line) {
        if (lines != null) lines.add(Time.clock(time.now()) + " " + line.get());
    }

    public List<String> lines() {
        return lines;
    }

    /** Of a payment only what moves. */
    public static String brief(Object value) {
        if (value instanceof Optional<?> maybe) return maybe.map(Trace::brief).orElse("nothing");
        if (value instanceof Committed committed) return committed.outcome() + ", now " + brief(committed.payment());
        if (value instanceof Call.Failure failure) return brief(failure.exception());
        if (value instanceof Payment p)
            return p.id() + " v" + p.version() + " " + p.state() + (p.reason() == null ? "" : " " + p.reason())
                    + (p.reference() == null ? "" : " " + p.reference())
                    + (p.standing() instanceof Standing.Created it
                            ? " attempt " + it.attempt().number()
                            : "")
                    + ", settled " + p.refunded() + ", reserved " + p.reserved();
        if (value instanceof RuntimeException failure)
            return failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return String.valueOf(value);
    }
}
