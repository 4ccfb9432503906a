package dev.seqrpay.e2e.hostile;

import java.util.ArrayList;
import java.util.List;

/** Hostile requests, each with the status that it must get; 0 is any refusal, because the server itself gives it. */
final class HostileRequests {
    private static final String GOOD_ORDER = """
            {"orderId":"1","totalAmount":{"currency":"SEK","value":"1.00"},\
            "invoiceRows":[{"itemQuantity":"1","itemTotalAmount":{"currency":"SEK","value":"1.00"}}]}""";
    private static final String GOOD_REFUND = "{\"amount\":{\"currency\":\"SEK\",\"value\":\"1.00\"}}";
    private static final String[] METHODS = {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "post", "X"};

    private final List<Hostile> requests = new ArrayList<>();
    private final String key;
    private final String payment;
    private final String token;

    /** One request. */
    record Hostile(int status, String name, String request) {
        boolean isRefusedBy(RawHttp.Answer answer) {
            return status == 0
                    ? answer.status() >= 400 && answer.status() < 500
                    : answer.status() == status && answer.isProblem();
        }

        @Override
        public String toString() {
            return status + " wanted for " + name;
        }
    }

    private HostileRequests(String key, String payment, String token) {
        this.key = "Authorization: Bearer " + key;
        this.payment = payment;
        this.token = token;
    }

    /**
     * @param key good for everything
     * @param payment one that there is
     * @param token which opens its pages
     */
    static List<Hostile> all(String key, String payment, String token) {
        HostileRequests all = new HostileRequests(key, payment, token);
        all.methods();
        all.paths();
        all.ids();
        all.tokens();
        all.orders();
        all.refunds();
        all.events();
        all.webhooks();
        all.links();
        all.reconciliations();
        all.headers();
        all.messages();
        return List.copyOf(all.requests);
    }

    private void methods() {
        String[] paths = {
            "/checkout",
            "/payments",
            "/payments/" + payment + "/cancel",
            "/payments/" + payment + "/capture",
            "/payments/" + payment + "/refunds",
            "/payments/" + payment + "/events",
            "/pay/" + payment + "/" + token,
            "/pay/" + payment + "/" + token + "/status",
            "/notifications/" + payment + "/" + token,
            "/assets/pay.js"
        };
        for (String path : paths) for (String method : METHODS) add(405, method + " " + path, "");
        for (String method : METHODS) if (!method.equals("PATCH")) add(405, method + " /payments/" + payment, "");
        add(405, "GET /checkout", "");
        add(405, "HEAD /checkout", "");
        add(404, "POST /%63heckout", "");
        add(404, "GET /%70ayments/" + payment, "");
        add(405, "POST /pay/" + payment + "/" + token, "");
    }

    private void paths() {
        for (String path : new String[] {
            "/",
            "//",
            "/checkout/",
            "//checkout",
            "/CHECKOUT",
            "/checkout/..",
            "/./checkout",
            "/payments/",
            "/payments//cancel",
            "/pay",
            "/pay/",
            "/pay//",
            "/pay/" + payment,
            "/pay/" + payment + "/" + token + "/",
            "/pay/" + payment + "/" + token + "/qr.png",
            "/notifications",
            "/notifications/" + payment,
            "/admin",
            "/.env",
            "/.git/config",
            "/assets/",
            "/assets/../../etc/passwd",
            "/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "/assets/..%5c..%5cpay.js",
            "/assets/pay.js%00.css",
            "/assets/PAY.JS",
            "/assets/texts%2fen.properties",
            "/assets/" + "a".repeat(3000),
            "/" + "a/".repeat(500),
            "/%c3%a5",
            "/%00",
            "/favicon.ico",
            "/robots.txt",
            "/?a=b",
            "/orders?orderId=1"
        }) add(404, "GET " + path, "");
        for (String path : new String[] {"/%zz", "/%", "/assets/%c3%", "/pay/%g1/x", "/?a=%zz"})
            add(0, "GET " + path, "");
    }

    private void ids() {
        for (String id : new String[] {
            "x",
            "pay_",
            payment.toUpperCase(java.util.Locale.ROOT),
            payment + "a",
            payment + "%00",
            payment + "%0a",
            payment + "%23META",
            payment + "%2fcancel",
            "..",
            "%2e%2e",
            "%20" + payment,
            "pay_" + "1".repeat(26),
            "pay_" + "a".repeat(26),
            "a".repeat(2000),
            "%e2%80%ae",
            "null",
            "0",
            "-1",
            "*"
        }) {
            add(404, "GET /payments/" + id, "", key);
            add(404, "POST /payments/" + id + "/cancel", "", key);
            add(404, "POST /payments/" + id + "/capture", "", key);
        }
    }

    private void tokens() {
        for (String bad : new String[] {
            "a",
            token + "a",
            token.substring(1),
            token.toUpperCase(java.util.Locale.ROOT),
            token + "%00",
            "%00",
            "%c3%a5".repeat(26),
            "a".repeat(26),
            "a".repeat(2000),
            "..",
            "%20" + token
        }) {
            add(404, "POST /notifications/" + payment + "/" + bad, "invoiceReference=1");
            add(404, "GET /pay/" + payment + "/" + bad + "/status", "");
        }
    }

    private void orders() {
        for (String body : new String[] {
            "",
            " ",
            "{",
            "}",
            "[]",
            "[",
            "null",
            "true",
            "0",
            "\"\"",
            "{}",
            "{\"a\":1}",
            "{,}",
            "{\"orderId\":}",
            "{'orderId':'1'}",
            "{orderId:1}",
            GOOD_ORDER + "{}",
            GOOD_ORDER + "x",
            "\0" + GOOD_ORDER,
            GOOD_ORDER.replace("{\"orderId\"", "{\"orderId\":\"2\",\"orderId\""),
            GOOD_ORDER.replace("\"1\"", "NaN"),
            GOOD_ORDER.replace("1.00", "1e2"),
            GOOD_ORDER.replace("1.00", "-1.00"),
            GOOD_ORDER.replace("1.00", "0"),
            GOOD_ORDER.replace("\"1.00\"", "1".repeat(5000)),
            GOOD_ORDER.replace("SEK", "XXX"),
            "\u00ff\u00fe{}",
            "\u00c3(",
            GOOD_ORDER.replace("\"1\"", "\"\\u0000\""),
            GOOD_ORDER.replace("\"1\"", "\"\\ud800\""),
            "{\"a\":".repeat(5000),
            "[".repeat(20_000),
            "[".repeat(20_000) + "]".repeat(20_000),
            "{\"" + "a".repeat(60_000) + "\":1}",
            "/*x*/" + GOOD_ORDER,
            "<order/>",
            "orderId=1&totalAmount=1",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--"
        }) {
            add(400, "POST /checkout", body, key, "Idempotency-Key: k", "Content-Type: application/json");
            add(400, "POST /links", body, key, "Content-Type: application/json");
        }
        add(
                413,
                "POST /checkout",
                "\u00c3\u00a5".repeat(196_609),
                key,
                "Idempotency-Key: k",
                "Content-Type: application/json");
        add(413, "POST /checkout", "\0".repeat(393_217), key, "Idempotency-Key: k");
        for (String type : new String[] {
            "",
            "Content-Type:",
            "Content-Type: image/png",
            "Content-Type: x",
            "Content-Type: \u00ff",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: multipart/form-data"
        })
            add(
                    400,
                    "POST /checkout",
                    "\u0089PNG\r\n\u001a\n",
                    key,
                    "Idempotency-Key: k",
                    type.isEmpty() ? "X: y" : type);
        for (String bad : new String[] {
            "X: y",
            "Idempotency-Key:",
            "Idempotency-Key: a b",
            "Idempotency-Key: \u00e5",
            "Idempotency-Key: " + "k".repeat(256)
        }) add(400, "POST /checkout", GOOD_ORDER, key, bad);
    }

    private void refunds() {
        for (String body : new String[] {
            "",
            "{}",
            "[]",
            "{\"amount\":1}",
            "{\"amount\":null}",
            "{\"amount\":{}}",
            GOOD_REFUND.replace("1.00", "0.00"),
            GOOD_REFUND.replace("1.00", "1.001"),
            GOOD_REFUND.replace("SEK", "sek"),
            GOOD_REFUND.replace("}}", "},\"a\":1}"),
            GOOD_REFUND + GOOD_REFUND,
            "{\"invoiceRows\":[]}",
            "{\"invoiceRows\":[1]}",
            "{\"invoiceRows\":[{}]}",
            "{\"invoiceRows\":[{\"row\":0}]}",
            "{\"invoiceRows\":[{\"row\":1e9}]}",
            "{\"invoiceRows\":[{\"row\":1,\"itemQuantity\":\"0\"}]}",
            "{\"invoiceRows\":[{\"row\":1,\"itemQuantity\":\"-1\"}]}",
            "{\"invoiceRows\":[" + "{\"row\":1},".repeat(200) + "{\"row\":1}]}",
            GOOD_REFUND.replace("}}", "},\"invoiceRows\":[{\"row\":1}]}"),
            GOOD_REFUND.replace("}}", "},\"reason\":\"" + "r".repeat(101) + "\"}"),
            GOOD_REFUND.replace("}}", "},\"by\":\"\\u0000\"}")
        }) add(400, "POST /payments/" + payment + "/refunds", body, key, "Idempotency-Key: k");
        add(409, "POST /payments/" + payment + "/refunds", GOOD_REFUND, key, "Idempotency-Key: k");
        String items = GoodOrders.items("1.00");
        for (String body : new String[] {
            "",
            "{}",
            "[]",
            GOOD_ORDER,
            GoodOrders.items("0.00"),
            GoodOrders.items("-1.00"),
            GoodOrders.items("1e3"),
            items.replaceFirst("1.00", "2.00"),
            items.replaceFirst("SEK", "EUR"),
            items.replace("\"1\"", "\"\\u0000\""),
            items + items,
            "{\"customerTokens\":null}",
            "{\"customerTokens\":{\"c\":\"USED\"}}",
            "{\"customerTokens\":[\"c\"]}",
            "{\"customerTokens\":[{\"id\":\"c\",\"status\":\"PENDING\"}]}",
            "{\"customerTokens\":[{\"id\":\"\\u0000\",\"status\":\"USED\"}]}",
            "{\"customerTokens\":[{\"id\":\"c\",\"status\":\"USED\"},{\"id\":\"c\",\"status\":\"USED\"}]}"
        }) add(400, "PATCH /payments/" + payment, body, key, "Content-Type: application/json");
    }

    private void events() {
        for (String query : new String[] {
            "after=x",
            "after=cur_other_1",
            "after=cur_shop_1%00",
            "after=cur_shop_99999999999999999999",
            "after=cur_shop_7",
            "after=cur_shop_-1",
            "after=evt_1_a",
            "limit=0",
            "limit=1e9",
            "limit=101",
            "limit=%d9%a1",
            "wait=21",
            "wait=-1",
            "wait=NaN",
            "a=b"
        }) add(400, "GET /events?" + query, "", key);
        for (String id :
                new String[] {"x", "evt_1", "evt_1_%00", "evt_99999999999999999999_a", "evt_1_a%2f..", payment})
            add(404, "POST /events/" + id + "/resend", "", key);
    }

    private void webhooks() {
        for (String body : new String[] {
            "",
            "[]",
            "{}",
            "{\"url\":1}",
            "{\"url\":\"\"}",
            "{\"url\":\"https://shop.example/\",\"types\":\"payment.paid.v1\"}",
            "{\"url\":\"https://shop.example/\",\"types\":[1]}",
            "{\"url\":\"https://shop.example/\",\"types\":[\"*\"]}",
            "{\"url\":\"https://shop.example/\",\"secret\":\"mine\"}",
            "{\"url\":\"http://shop.example/\"}",
            "{\"url\":\"https://169.254.169.254/latest/meta-data\"}",
            "{\"url\":\"https://shop.example@10.0.0.1/\"}",
            "{\"url\":\"https://shop.example/\\u0000\"}",
            "{\"url\":\"https://shop.example/" + "a".repeat(600) + "\"}",
            "{\"url\":\"file:///etc/passwd\"}"
        }) add(400, "POST /webhooks", body, key, "Content-Type: application/json");
        for (String id :
                new String[] {"x", "we_shop_", "we_other_" + "a".repeat(26), "we_shop_" + "a".repeat(26), "%00", payment
                })
            for (String call : new String[] {
                "GET /webhooks/%s",
                "DELETE /webhooks/%s",
                "POST /webhooks/%s/ping",
                "POST /webhooks/%s/secret",
                "GET /webhooks/%s/deliveries"
            }) add(404, call.replace("%s", id), "", key);
    }

    private void reconciliations() {
        for (String id :
                new String[] {"x", "rec_", "rec_0", "rec_01", "rec_-1", "rec_9999999999", "REC_1", "..", payment})
            add(404, "GET /reconciliations/" + id, "", key);
        add(405, "GET /reconciliations", "", key);
        for (String day :
                new String[] {"x", "2026-02-30", "2026-1-1", "20261122", "2026-11-22%00", "-1", "9999999-01-01"})
            add(404, "GET /settlements/" + day, "", key);
        for (String query : new String[] {"format=xml", "currency=KRONA", "accounts=x", "accounts=sales.25:1", "day=1"})
            add(400, "GET /settlements/2026-11-22?" + query, "", key);
        add(405, "DELETE /reconciliations/rec_1", "", key);
    }

    private void links() {
        String link = "link_1a20320a200" + "a".repeat(26);
        for (String id : new String[] {"x", link, link.toUpperCase(java.util.Locale.ROOT), "link_%00", "..", payment}) {
            add(404, "GET /links/" + id, "", key);
            add(404, "PATCH /links/" + id, "{\"enabled\":true}", key, "Content-Type: application/json");
        }
        for (String query : new String[] {"limit=0", "limit=101", "after=x", "after=" + payment, "a=b"})
            add(400, "GET /links?" + query, "", key);
        for (String address : new String[] {
            "shop/" + link + "/x",
            "shop/" + link + "/1" + "a".repeat(26),
            "shop/" + link + "/" + token,
            "shop/" + payment + "/" + token,
            "%00/" + link + "/1" + "a".repeat(26),
            "shop/" + link + "/" + "9".repeat(3000)
        }) {
            add(404, "GET /link/" + address, "");
            add(404, "POST /link/" + address, "");
            add(404, "GET /link/" + address + "/qr.svg", "");
        }
        for (String address : new String[] {"shop/x", "shop/1" + "a".repeat(26), "shop/" + token, "%2e%2e/" + token})
            add(404, "POST /instant/" + address + "/createPurchase", "{\"purchaseToken\":\"" + link + "\"}");
    }

    private void headers() {
        String bare = key.substring("Authorization: Bearer ".length());
        for (String bad : new String[] {
            "X: y",
            "Authorization:",
            "Authorization: Bearer",
            "Authorization: " + bare,
            "Authorization: Basic " + bare,
            key + "0",
            key.toUpperCase(java.util.Locale.ROOT),
            key + "," + bare,
            "Authorization: Bearer \u00ff",
            "Authorization: Bearer " + "a".repeat(4000),
            key.replace("_test_", "_live_")
        }) {
            add(401, "POST /checkout", GOOD_ORDER, bad, "Idempotency-Key: k");
            add(401, "GET /payments?orderId=1", "", bad);
        }
        for (String query : List.of(
                "?from=yesterday",
                "?from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                "?to=2026-13-01T00:00:00Z",
                "?state=paid",
                "?state=ALL",
                "?limit=0",
                "?limit=1000",
                "?after=x",
                "?after=MjAyNi0wMS0wMSAx",
                "?text=" + "a".repeat(101),
                "?orderId",
                "?orderId=",
                "?orderId=%20",
                "?order=1",
                "?orderId=%00",
                "?orderId=%FF")) add(400, "GET /payments" + query, "", key);
        add(401, "POST /checkout", GOOD_ORDER, key, key, "Idempotency-Key: k");
    }

    /** What is wrong as HTTP already. */
    private void messages() {
        String order = "POST /checkout HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + key + "\r\n";
        raw("chunks of no size", order + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        raw("chunks and a length", order + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n");
        raw("an empty chunked body", order + "Idempotency-Key: k\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        raw("a length that is none", order + "Content-Length: x\r\n\r\n{}");
        raw("a negative length", order + "Content-Length: -1\r\n\r\n{}");
        raw("two lengths", order + "Content-Length: 0\r\nContent-Length: 2\r\n\r\n{}");
        raw("an unknown coding", order + "Transfer-Encoding: x\r\nContent-Length: 0\r\n\r\n");
        for (String header : new String[] {
            "Accept-Language: -",
            "Accept-Language: -,;q=,--;q=9",
            "Accept: ;;,/",
            "Accept-Encoding: ,;q",
            "Authorization: -",
            "Cookie: =;;=",
            "Origin: -",
            "If-None-Match: \"",
            "Content-Type: ;",
            "X-Forwarded-For: -",
            "X-Forwarded-Proto: -"
        }) {
            add(404, "GET /pay/" + payment + "/wrong", "", header);
            add(404, "GET /pay/" + payment + "/wrong/status", "", header);
            add(404, "POST /notifications/" + payment + "/wrong", "x", header);
            add(404, "GET /nothing", "", header);
        }
        raw("a header with a control character", order + "Idempotency-Key: a\u0001\r\n\r\n");
        raw("no version", "GET /\r\n\r\n");
        raw("another version", "GET / HTTP/9.9\r\nConnection: close\r\n\r\n");
        raw("no method", " / HTTP/1.1\r\nConnection: close\r\n\r\n");
        raw("not HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n");
        raw("a path of 100,000", "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nConnection: close\r\n\r\n");
        raw("a query of 100,000", "GET /?" + "a".repeat(100_000) + " HTTP/1.1\r\nConnection: close\r\n\r\n");
        raw("2,000 parameters", "GET /?" + "a=b&".repeat(2000) + " HTTP/1.1\r\nConnection: close\r\n\r\n");
        raw("a header of 2 MiB", "GET / HTTP/1.1\r\nX: " + "a".repeat(2 << 20) + "\r\nConnection: close\r\n\r\n");
        raw("300 headers", "GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(300) + "Connection: close\r\n\r\n");
        raw("a header without a name", "GET / HTTP/1.1\r\n: y\r\nConnection: close\r\n\r\n");
        raw("an absolute address", "GET http://127.0.0.1/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    private void add(int status, String methodAndPath, String body, String... headers) {
        String name =
                methodAndPath + " " + body + " " + String.join(" ", headers).replace(key, "(key)");
        String shown = (requests.size() + 1) + " " + name.substring(0, Math.min(name.length(), 100));
        requests.add(new Hostile(status, shown, RawHttp.request(methodAndPath, body, headers)));
    }

    private void raw(String name, String request) {
        requests.add(new Hostile(0, (requests.size() + 1) + " " + name, request));
    }
}
