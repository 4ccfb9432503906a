package dev.seqrpay.e2e.browser;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Our pages know phones and no makes of them: each scenario has a desktop and one phone, by the length of its name. */
final class ShoppersOf implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext scenario) {
        String name = scenario.getRequiredTestMethod().getName();
        Shoppers other = name.length() % 2 == 0 ? Shoppers.ANDROID : Shoppers.IPHONE;
        return Arrays.stream(Shoppers.values())
                .filter(shopper -> Combinations.ARE_ALL || shopper != other)
                .map(Arguments::of);
    }
}
