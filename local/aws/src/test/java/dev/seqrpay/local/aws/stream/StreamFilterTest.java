package dev.seqrpay.local.aws.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.local.aws.template.TemplateException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamFilterTest {
    private static final StreamFilter FILTER = StreamFilter.parse(
            "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"keys\":{\"sk\":{\"S\":[{\"prefix\":\"OB#\"}]}}}");

    private static Map<String, Object> change(String name, String key) {
        return Map.of("eventName", name, "other", 1, "keys", Map.of("sk", Map.of("S", key), "pk", Map.of("S", "p")));
    }

    @Test
    void everyFieldHasToFitOneOfItsValues() {
        assertThat(FILTER.fits(change("INSERT", "OB#000001"))).isTrue();
        assertThat(FILTER.fits(change("MODIFY", "OB#"))).isTrue();
        assertThat(FILTER.fits(change("REMOVE", "OB#000001"))).isFalse();
        assertThat(FILTER.fits(change("INSERT", "EV#000001"))).isFalse();
        assertThat(FILTER.fits(Map.of("eventName", "INSERT"))).isFalse();
    }

    @Test
    void anOperatorThatIsNotKnownHereIsNotIgnored() {
        StreamFilter other = StreamFilter.parse("{\"eventName\":[{\"anything-but\":[\"REMOVE\"]}]}");
        assertThatThrownBy(() -> other.fits(change("INSERT", "x")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("anything-but");
    }
}
