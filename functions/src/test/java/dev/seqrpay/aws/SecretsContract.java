package dev.seqrpay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.local.aws.template.Template;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** A secret as functions read it: what it says, and what it said before its latest change. */
public abstract class SecretsContract {
    private static final Duration LONG = Duration.ofSeconds(8);

    /** What tells a function where the secrets are. */
    protected abstract Map<String, String> environment();

    /**
     * @param text empty for a secret without a value
     * @return the ARN of a new secret
     */
    protected abstract String create(String text);

    protected abstract void change(String arn, String text);

    private Aws aws() {
        return new Aws(environment(), Template.REGION);
    }

    @Test
    void one_that_was_never_changed_said_nothing_before() {
        String arn = create("{\"a\":\"å\"}");

        assertThat(aws().secret(arn, LONG)).isEqualTo("{\"a\":\"å\"}");
        assertThat(aws().secretBefore(arn, LONG)).isEmpty();
    }

    @Test
    void one_without_a_value_says_nothing_until_it_is_given_one() {
        String arn = create("");
        assertThat(aws().secretIfAny(arn, LONG)).isEmpty();

        change(arn, "first");
        assertThat(aws().secretIfAny(arn, LONG)).contains("first");
        assertThat(aws().secretBefore(arn, LONG)).isEmpty();
    }

    @Test
    void one_that_was_changed_says_what_it_said_before() {
        String arn = create("first");
        change(arn, "second");
        change(arn, "third");

        assertThat(aws().secret(arn, LONG)).isEqualTo("third");
        assertThat(aws().secretBefore(arn, LONG)).contains("second");
    }

    @Test
    void one_that_is_not_there_cannot_be_read() {
        String arn = create("first");

        assertThatThrownBy(() -> aws().secret(arn + "-other", LONG)).isInstanceOf(ResourceNotFoundException.class);
    }
}
