package dev.seqrpay.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Lambda ends a loop of a function with itself after some sixteen rounds, unless the function says that it is meant. */
class LoopsTest {

    @Test
    void every_function_that_feeds_itself_and_no_other_may_go_on() {
        DeployedTemplate template = new DeployedTemplate();
        Set<String> allowed = new TreeSet<>();
        template.functions().forEach((name, function) -> {
            if ("Allow".equals(function.get("RecursiveLoop"))) allowed.add(name);
        });
        assertThat(template.<Object>at("Globals", "Function", "RecursiveLoop")).isNull();
        assertThat(allowed).isEqualTo(new Loops(template).functions()).containsExactly("Deliver", "Publish", "Watch");
    }

    @Test
    void one_that_sends_to_its_own_queue_does() {
        assertThat(loops(function("A", "sqs:SendMessage", "!GetAtt Q.Arn", queue("Q"))))
                .containsExactly("A");
    }

    @Test
    void two_that_send_to_each_other_do() {
        assertThat(loops(function("A", "sqs:SendMessage", "!GetAtt Q2.Arn", queue("Q1"))
                        + function("B", "sqs:SendMessage", "!GetAtt Q1.Arn", queue("Q2"))
                        + function("C", "sqs:SendMessage", "!GetAtt Q1.Arn", "{}")))
                .containsExactly("A", "B");
    }

    @Test
    void one_that_writes_to_the_table_whose_stream_it_reads_does() {
        String stream = "{ E: { Type: DynamoDB, Properties: { Stream: !GetAtt T.StreamArn } } }";
        assertThat(loops(function("A", "dynamodb:PutItem", "!GetAtt T.Arn", stream)))
                .containsExactly("A");
        assertThat(loops(function("A", "dynamodb:GetItem", "!GetAtt T.Arn", stream)))
                .isEmpty();
    }

    @Test
    void one_that_a_function_calls_which_listens_to_its_queue_does() {
        assertThat(loops(function("A", "sqs:SendMessage", "!GetAtt Q.Arn", "{}")
                        + function("B", "lambda:InvokeFunction", "!Ref A.Alias", queue("Q"))))
                .containsExactly("A", "B");
    }

    @Test
    void one_that_listens_to_the_dead_letters_of_the_queue_it_sends_to_does() {
        assertThat(loops(function("A", "sqs:SendMessage", "!GetAtt Q.Arn", queue("D")) + """
                          Q:
                            Type: AWS::SQS::Queue
                            Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt D.Arn } }
                        """))
                .containsExactly("A");
    }

    private static String queue(String name) {
        return "{ E: { Type: SQS, Properties: { Queue: !GetAtt " + name + ".Arn } } }";
    }

    private static String function(String name, String action, String resource, String events) {
        return """
                  %s:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events: %s
                      Policies: [{ Statement: [{ Effect: Allow, Action: "%s", Resource: %s }] }]
                """.formatted(name, events, action, resource);
    }

    private static Set<String> loops(String resources) {
        return new Loops(new DeployedTemplate("Resources:\n" + resources)).functions();
    }
}
