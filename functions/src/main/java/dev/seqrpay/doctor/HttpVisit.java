package dev.seqrpay.doctor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Visits by one GET, without following redirects. It only calls addresses of the deployment and of SEQR, never a shop's. */
public final class HttpVisit implements Visit {
    private static final int TIME = (int) Duration.ofSeconds(5).toMillis();

    @Override
    public Answer look(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        try {
            connection.setConnectTimeout(TIME);
            connection.setReadTimeout(TIME);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            long date = connection.getDate();
            return new Answer(status, date == 0 ? null : Instant.ofEpochMilli(date));
        } finally {
            connection.disconnect();
        }
    }
}
