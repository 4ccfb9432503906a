package dev.seqrpay.local.stack;

/** Which SEQR payments are made with, and as which terminal. */
public record SeqrAccount(String url, String terminalId, String password) {}
