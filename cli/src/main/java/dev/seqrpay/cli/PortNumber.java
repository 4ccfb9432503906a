package dev.seqrpay.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** 0 is any free port. */
final class PortNumber implements ITypeConverter<Integer> {
    private static final int HIGHEST = 65535;

    @Override
    public Integer convert(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST)
            throw new TypeConversionException("'" + text + "' is no port number");
        return Integer.parseInt(text);
    }
}
