package dev.seqrpay.localstack;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Whether the {@link StandIn} can be started, found out once. */
final class NeedsDocker implements ExecutionCondition {
    private static final boolean IS_REQUIRED = "required".equals(System.getenv("AWS_STANDIN"));
    private static final Optional<String> HINDRANCE = hindrance();

    private static Optional<String> hindrance() {
        if (!StandIn.isWanted()) return Optional.of("-Daws.standin=none leaves it out");
        if (!StandIn.needsDocker() || DockerClientFactory.instance().isDockerAvailable()) return Optional.empty();
        return Optional.of("there is no Docker engine to run " + StandIn.name() + " on (docs/localstack.md)");
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (HINDRANCE.isEmpty()) return ConditionEvaluationResult.enabled("");
        String notRun = context.getRequiredTestClass().getName() + " is not run: " + HINDRANCE.get();
        if (IS_REQUIRED) throw new IllegalStateException(notRun + ", and AWS_STANDIN=required");
        System.out.println(notRun);
        return ConditionEvaluationResult.disabled(notRun);
    }
}
