package dev.seqrpay.local.aws.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
    private static final Map<String, String> PARAMETERS = Map.of(
            "SeqrUrl", "http://seqr.test/",
            "SeqrTerminalId", "terminal-1",
            "SeqrPassword", "p\u00e4ss",
            "KeyEnvironment", "test");

    @TempDir
    Path folder;

    private final Template real = Template.read(Path.of("../../template.yaml"), PARAMETERS);

    @Test
    void readsEveryFunction() {
        assertThat(real.functions()).hasSize(24).allSatisfy(function -> assertThat(function.handler())
                .startsWith("dev.seqrpay.handler."));
    }

    @Test
    void readsWhichSocketRoutesAndWhichStreamLeadToAFunction() {
        assertThat(real.function("Socket").socketRoutes()).containsExactly("$connect", "$default");
        assertThat(real.function("Checkout").socketRoutes()).isEmpty();
        assertThat(real.function("Dispatch").streams()).singleElement().satisfies(stream -> {
            assertThat(stream.table()).isEqualTo("seqrpay-Table");
            assertThat(stream.filters()).hasSize(2).allMatch(filter -> filter.contains("INSERT"));
        });
    }

    @Test
    void mergesGlobalsAndWorksOutParametersAndResources() {
        FunctionResource checkout = real.function("Checkout");

        assertThat(checkout.timeout()).isEqualTo(Duration.ofSeconds(29));
        assertThat(checkout.routes()).containsExactly("POST /checkout");
        assertThat(checkout.environment())
                .containsEntry("TABLE_NAME", "seqrpay-Table")
                .containsEntry(
                        "TOKEN_KEY_ARN", "arn:aws:secretsmanager:eu-north-1:000000000000:secret:seqrpay-TokenKey")
                .containsEntry(
                        "REMINDER_QUEUE_URL", "https://sqs.eu-north-1.amazonaws.com/000000000000/seqrpay-Reminders")
                .containsEntry(
                        "SEQR_ACCOUNT_ARN", "arn:aws:secretsmanager:eu-north-1:000000000000:secret:seqrpay-SeqrAccount")
                .containsEntry("KEY_ENVIRONMENT", "test")
                .containsEntry("PAYMENT_MINUTES", "15")
                .containsEntry("PUBLIC_URL", "");
    }

    @Test
    void readsTheDefaultRouteAndTheSchedule() {
        assertThat(real.function("Assets").routes())
                .containsExactly(
                        "GET /assets/{file}", "HEAD /assets/{file}", "GET /seqr.js", "HEAD /seqr.js", "$default");

        FunctionResource sweep = real.function("Sweep");
        assertThat(sweep.schedules()).containsExactly(new ScheduleEvent("rate(1 minute)", Optional.empty()));
        assertThat(sweep.timeout()).isEqualTo(Duration.ofSeconds(55));
        assertThat(sweep.mayLoop()).isFalse();
        assertThat(real.function("Watch").mayLoop()).isTrue();
        assertThat(real.function("Watch").schedules())
                .extracting(event -> event.input().isPresent())
                .containsExactly(true);
    }

    @Test
    void reservesOnlyIfTheParameterSaysSo() {
        assertThat(real.function("Watch").reservedConcurrency()).isEmpty();
        assertThat(Template.read(Path.of("../../template.yaml"), with("ReservedConcurrency", "5"))
                        .function("Watch")
                        .reservedConcurrency())
                .hasValue(5);
    }

    @Test
    void readsTheTableAndTheSecret() {
        assertThat(real.tables()).extracting(TableResource::name).containsExactly("seqrpay-Table");
        Map<String, String> environment = real.function("Checkout").environment();
        assertThat(real.secrets())
                .containsExactly(
                        new SecretResource("TokenKey", environment.get("TOKEN_KEY_ARN"), Optional.empty(), 43),
                        new SecretResource(
                                "SeqrAccount",
                                environment.get("SEQR_ACCOUNT_ARN"),
                                Optional.of(
                                        "{\"url\":\"http://seqr.test/\",\"terminalId\":\"terminal-1\",\"password\":\"p\u00e4ss\","
                                                + "\"clientId\":\"seqrpay\",\"former\":{}}"),
                                0),
                        new SecretResource("ShopAccounts", environment.get("SHOP_ACCOUNTS_ARN"), Optional.empty(), 0));
    }

    @Test
    void readsTheQueuesAndWhoListens() {
        String arn = "arn:aws:sqs:eu-north-1:000000000000:seqrpay-";
        QueueResource.Redrive redrive = new QueueResource.Redrive(arn + "LostReminders", 225);

        assertThat(real.function("Watch").queues()).containsExactly(new QueueEvent(arn + "Reminders", 10, true));
        assertThat(real.queues())
                .containsExactly(
                        new QueueResource(
                                "seqrpay-Reminders", arn + "Reminders", Duration.ofSeconds(16), Optional.of(redrive)),
                        new QueueResource(
                                "seqrpay-LostReminders",
                                arn + "LostReminders",
                                Duration.ofSeconds(30),
                                Optional.empty()),
                        new QueueResource(
                                "seqrpay-Deliveries",
                                arn + "Deliveries",
                                Duration.ofSeconds(30),
                                Optional.of(new QueueResource.Redrive(arn + "LostDeliveries", 3))),
                        new QueueResource(
                                "seqrpay-LostDeliveries",
                                arn + "LostDeliveries",
                                Duration.ofSeconds(30),
                                Optional.empty()));
    }

    @Test
    void takesNoValueThatCloudFormationWouldRefuse() {
        Template quoted = Template.read(Path.of("../../template.yaml"), with("SeqrPassword", "a\"b"));
        assertThatThrownBy(quoted::secrets)
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("SeqrPassword")
                .hasMessageNotContaining("a\"b");
    }

    @Test
    void namesAFunctionThatIsNotThere() {
        assertThatThrownBy(() -> real.function("Nothing"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("Nothing")
                .hasMessageContaining("Checkout");
    }

    @Test
    void aParameterWithoutAValueIsAnErrorOnlyWhereItIsUsed() {
        Template template = Template.read(Path.of("../../template.yaml"), Map.of());

        assertThat(template.functionNames()).contains("Checkout");
        assertThatThrownBy(template::secrets)
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("SeqrUrl");
    }

    @Test
    void worksOutTheIntrinsicFunctionsThatStandForTexts() throws IOException {
        assertThat(variable("!Sub 'a-${AWS::Region}-${!literal}'")).isEqualTo("a-eu-north-1-${literal}");
        assertThat(variable("!Sub ['${Own}/${F}', {Own: mine}]")).isEqualTo("mine/seqrpay-F");
        assertThat(variable("!Join ['-', [a, !Ref AWS::AccountId]]")).isEqualTo("a-000000000000");
        assertThat(variable("!GetAtt F.Arn")).isEqualTo("arn:aws:lambda:eu-north-1:000000000000:function:seqrpay-F");
        assertThat(variable("{Ref: F}")).isEqualTo("seqrpay-F");
        assertThat(variable("{'Fn::GetAtt': [F, Arn]}")).endsWith(":function:seqrpay-F");
    }

    @Test
    void choosesByConditions() throws IOException {
        assertThat(variable("!If [Here, a, b]")).isEqualTo("a");
        assertThat(variable("!If [There, a, !If [Both, c, d]]")).isEqualTo("d");
        assertThat(variable("!If [Either, e, f]")).isEqualTo("e");
        assertThatThrownBy(() -> variable("!If [Missing, a, b]")).hasMessageContaining("Missing");
    }

    @Test
    void namesWhatItCannotWorkOut() {
        for (String value : List.of("!ImportValue Other", "!GetAtt F.Version", "!Ref Missing", "!Sub '${Missing}'"))
            assertThatThrownBy(() -> variable(value))
                    .as(value)
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining(value.replaceAll(".*[ {'](\\w[\\w.]*).*", "$1"));
    }

    private String variable(String yaml) throws IOException {
        Path file = folder.resolve("template.yaml");
        Files.writeString(file, """
                Conditions:
                  Here: !Equals [!Ref AWS::Region, eu-north-1]
                  There: !Not [!Condition Here]
                  Both: !And [!Condition Here, !Condition There]
                  Either: !Or [!Condition Here, !Condition There]
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Environment: { Variables: { X: %s } }
                """.formatted(yaml));
        return Template.read(file, Map.of()).function("F").environment().get("X");
    }

    private static Map<String, String> with(String parameter, String value) {
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.put(parameter, value);
        return parameters;
    }
}
