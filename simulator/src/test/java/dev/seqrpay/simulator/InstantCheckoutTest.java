package dev.seqrpay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.seqrpay.simulator.Phone.Failed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** A shop that sells by printed codes (contract, "Instant checkout"). */
class InstantCheckoutTest {
    @AutoClose
    private final Simulator simulator = Simulator.start(SimulatorOptions.standard());

    private final RawSoap soap = new RawSoap(simulator.soapUrl());
    private final Phone phone = new Phone(simulator.url());
    private final BlockingQueue<Map<String, Object>> asked = new ArrayBlockingQueue<>(10);
    private HttpServer shop;
    private int status = 200;

    @BeforeEach
    void open() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/x/createPurchase", exchange -> {
            asked.add(JSON.std.mapFrom(exchange.getRequestBody().readAllBytes()));
            String reference = sent();
            byte[] answer = ("{\"invoiceReferenceId\":\"" + reference + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        shop.start();
    }

    private String sent() throws IOException {
        try {
            return soap.send();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @AfterEach
    void close() {
        shop.stop(0);
    }

    private String code(String path) {
        return "http://127.0.0.1:" + shop.getAddress().getPort() + path + "?purchaseToken=cup%201";
    }

    @Test
    void who_scans_a_printed_code_pays_the_invoice_that_the_shop_sends_for_it() {
        assertThat(phone.pay(code("/x/createPurchase"), "1234")).isEqualTo("PAID");

        assertThat(asked.remove())
                .containsEntry("purchaseToken", "cup 1")
                .containsKeys("clientName", "street", "city", "country", "zip", "email", "msisdn");
    }

    @Test
    void a_shop_that_does_not_sell_is_told_of_on_the_phone() {
        status = 409;
        assertThatThrownBy(() -> phone.pay(code("/x/createPurchase"), "1234"))
                .isInstanceOf(Failed.class)
                .hasMessage("The shop does not sell this just now.");
        assertThatThrownBy(() -> phone.pay(code("/elsewhere/createPurchase"), "1234"))
                .isInstanceOf(Failed.class);
        assertThatThrownBy(() -> phone.pay(code("/x/other"), "1234")).hasMessage("This is not a SEQR code.");
    }
}
