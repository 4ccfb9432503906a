package dev.seqrpay.simulator.soap;

import dev.seqrpay.simulator.http.Answer;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import jakarta.xml.ws.spi.http.HttpContext;
import jakarta.xml.ws.spi.http.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hands the SOAP engine a request that was read already, and keeps its answer instead of sending it. */
final class RecordedExchange extends HttpExchange {
    private final HttpContext context;
    private final HttpServerExchange real;
    private final InputStream request;
    private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<String>> answerHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status = -1;

    RecordedExchange(HttpContext context, HttpServerExchange real, byte[] request) {
        this.context = context;
        this.real = real;
        this.request = new ByteArrayInputStream(request);
        for (HeaderValues values : real.getRequestHeaders())
            headers.put(values.getHeaderName().toString(), List.copyOf(values));
    }

    Answer answer() {
        return new Answer(status, contentType(), recorded.toByteArray());
    }

    private String contentType() {
        List<String> values = answerHeaders.getOrDefault("Content-Type", List.of());
        if (values.isEmpty()) throw new IllegalStateException("The SOAP engine has not said what it answers");
        return values.get(0);
    }

    @Override
    public Map<String, List<String>> getRequestHeaders() {
        return headers;
    }

    @Override
    public @Nullable String getRequestHeader(String name) {
        return real.getRequestHeaders().getFirst(new HttpString(name));
    }

    @Override
    public Map<String, List<String>> getResponseHeaders() {
        return answerHeaders;
    }

    @Override
    public void addResponseHeader(String name, String value) {
        answerHeaders.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    @Override
    public String getRequestURI() {
        return real.getRequestURI();
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public @Nullable String getQueryString() {
        return real.getQueryString().isEmpty() ? null : real.getQueryString();
    }

    @Override
    public String getRequestMethod() {
        return real.getRequestMethod().toString();
    }

    @Override
    public HttpContext getHttpContext() {
        return context;
    }

    /** The real exchange stays open: it still has to carry the answer. */
    @Override
    public void close() {}

    @Override
    public InputStream getRequestBody() {
        return request;
    }

    @Override
    public OutputStream getResponseBody() {
        return recorded;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return real.getSourceAddress();
    }

    /** By the name that the caller has for it: the WSDL tells it where to call. */
    @Override
    public InetSocketAddress getLocalAddress() {
        InetSocketAddress here = real.getDestinationAddress();
        try {
            byte[] address = here.getAddress().getAddress();
            return new InetSocketAddress(InetAddress.getByAddress(real.getHostName(), address), here.getPort());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String getProtocol() {
        return real.getProtocol().toString();
    }

    @Override
    public String getScheme() {
        return real.getRequestScheme();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return null;
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.of();
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }
}
