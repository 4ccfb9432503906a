package dev.seqrpay.local.aws.template;

import java.util.Map;

/** An {@code AWS::DynamoDB::Table}: its name here and its properties as the template has them. */
public record TableResource(String name, Map<String, Object> properties) {}
