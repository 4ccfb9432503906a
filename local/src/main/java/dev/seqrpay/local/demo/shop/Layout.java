package dev.seqrpay.local.demo.shop;

import static dev.seqrpay.loopback.Html.escape;

/** What every page of the shop has around its content. */
final class Layout {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s · Nordlys</title>
            <link rel="icon" href="/static/logo.svg">
            <link rel="stylesheet" href="/static/shop.css">
            <script src="/static/shop.js" defer></script>
            </head>
            <body>
            <header>
            <a class="brand" href="/"><img src="/static/logo.svg" alt="" width="28" height="28"> Nordlys</a>
            <nav><a href="/">Shop</a><a href="/orders">Orders</a><a href="/timeline">Timeline</a></nav>
            </header>
            <main>
            %s
            </main>
            <footer>A demo shop. It pays through the payment API of this machine; nothing here is for sale.</footer>
            </body>
            </html>
            """;

    private Layout() {}

    /** @param content HTML */
    static String page(String title, String content) {
        return PAGE.formatted(escape(title), content);
    }
}
