package dev.seqrpay.local.aws.template;

/** The template asks for something that cannot be run here; the message names it. */
public final class TemplateException extends RuntimeException {
    public TemplateException(String message) {
        super(message);
    }

    public TemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
