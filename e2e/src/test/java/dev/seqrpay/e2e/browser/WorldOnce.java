package dev.seqrpay.e2e.browser;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser and one stack for all browser tests; they go when the last test has run. */
final class WorldOnce implements ExecutionCondition, ParameterResolver {
    private static final boolean IS_CI = System.getenv("CI") != null;
    private static final Optional<Path> CHROMIUM = Executable.find();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return CHROMIUM.isPresent() || IS_CI
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled(Executable.HOW_TO_GET_ONE);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BrowserWorld.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Path chromium = CHROMIUM.orElseThrow(() -> new AssertionError(Executable.HOW_TO_GET_ONE));
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(WorldOnce.class))
                .computeIfAbsent(BrowserWorld.class, once -> new BrowserWorld(chromium));
    }
}
