package dev.seqrpay.deployment;

import static dev.seqrpay.deployment.DeployedTemplate.at;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which functions feed themselves, over however many queues, streams and other functions: where each may write says its policy,
 * whom that calls its event sources. Lambda counts only what goes over SQS, SNS, S3 and Lambda itself (guide, "Use Lambda recursive
 * loop detection"); what goes over a stream is a loop all the same.
 */
final class Loops {
    private static final Set<String> WRITES = Set.of(
            "sqs:SendMessage",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "lambda:InvokeFunction");

    private final Map<String, Set<String>> leadsTo = new LinkedHashMap<>();
    private final DeployedTemplate template;

    Loops(DeployedTemplate template) {
        this.template = template;
        template.functions().forEach(this::read);
        template.resources("AWS::SQS::Queue").forEach((queue, properties) -> {
            String deadLetters = at(properties, "RedrivePolicy", "deadLetterTargetArn");
            if (deadLetters != null) lead(queue, resource(deadLetters));
        });
    }

    Set<String> functions() {
        Set<String> looping = new TreeSet<>(template.functions().keySet());
        looping.removeIf(function -> !reachable(function).contains(function));
        return looping;
    }

    private void read(String name, Map<String, Object> function) {
        PolicyTest.granted(function).stream()
                .map(right -> right.replaceFirst(" of .*", "").split(" on ", 2))
                .filter(right -> WRITES.contains(right[0]))
                .forEach(right -> lead(name, resource(right[1])));
        for (Object event : DeployedTemplate.events(function).values())
            Stream.of("Queue", "Stream")
                    .map(source -> DeployedTemplate.<String>at(event, "Properties", source))
                    .filter(source -> source != null)
                    .forEach(source -> lead(resource(source), name));
    }

    private void lead(String from, String to) {
        leadsTo.computeIfAbsent(from, each -> new HashSet<>()).add(to);
    }

    /** {@code !GetAtt Reminders.Arn}, {@code !Ref Other.Alias} and {@code !Sub ${Table.Arn}/x} name the resource that they are about. */
    private static String resource(String reference) {
        return reference.replaceFirst("^!\\w+\\W+(\\w+).*$", "$1");
    }

    private Set<String> reachable(String start) {
        Set<String> found = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(leadsTo.getOrDefault(start, Set.of()));
        while (!next.isEmpty()) {
            String each = next.pop();
            if (found.add(each)) next.addAll(new ArrayList<>(leadsTo.getOrDefault(each, Set.of())));
        }
        return found;
    }
}
