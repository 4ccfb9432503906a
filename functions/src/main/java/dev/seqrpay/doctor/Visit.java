package dev.seqrpay.doctor;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A look at an address of ours or of SEQR's, which changes nothing there. */
@FunctionalInterface
public interface Visit {

    /** @param date what time it is there, {@code null} if the answer does not say */
    record Answer(int status, @Nullable Instant date) {}

    /** @throws IOException if nothing answers within some seconds */
    Answer look(URI address) throws IOException;
}
