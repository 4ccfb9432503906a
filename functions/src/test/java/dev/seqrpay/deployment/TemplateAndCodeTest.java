package dev.seqrpay.deployment;

import static dev.seqrpay.deployment.DeployedTemplate.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Routes;
import dev.seqrpay.wiring.AwsPorts;
import dev.seqrpay.wiring.Config;
import dev.seqrpay.wiring.SecretAccounts;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The template and the code cannot drift apart: what the one names, the other has. Rights are in {@link PolicyTest}. */
class TemplateAndCodeTest {
    /** What the JVM itself reads. */
    private static final Set<String> OF_THE_JVM = Set.of("JAVA_TOOL_OPTIONS");
    /** What Lambda sets. */
    private static final Set<String> OF_LAMBDA = Set.of("AWS_REGION");

    private static final Path HANDLERS = Path.of("src/main/java/dev/seqrpay/handler");

    private final DeployedTemplate template = new DeployedTemplate();

    @Test
    void every_handler_is_a_public_class_that_lambda_can_make_and_call() throws Exception {
        for (String handler : handlers()) {
            assertThat(handler).endsWith("::handleRequest");
            Class<?> type = Class.forName(handler.replace("::handleRequest", ""));

            assertThat(type).isPublic();
            assertThat(RequestStreamHandler.class.isAssignableFrom(type) || RequestHandler.class.isAssignableFrom(type))
                    .as(handler)
                    .isTrue();
            assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
        }
    }

    @Test
    void every_handler_that_may_do_something_can_be_given_its_wiring_and_any_other_its_log() throws Exception {
        for (Map<String, Object> function : template.functions().values()) {
            Class<?> type = type(function);
            Constructor<?>[] made = type.getConstructors();
            boolean wired = takes(made, Wiring.class);

            assertThat(wired).as(type.getSimpleName()).isEqualTo(function.containsKey("Policies"));
            assertThat(takes(made, Consumer.class)).as(type.getSimpleName()).isNotEqualTo(wired);
            assertThat(made).hasSize(2);
        }
    }

    private static boolean takes(Constructor<?>[] made, Class<?> parameter) {
        return Arrays.stream(made)
                .anyMatch(each -> List.of(each.getParameterTypes()).equals(List.of(parameter)));
    }

    @Test
    void every_handler_in_the_code_is_deployed() throws IOException {
        try (Stream<Path> files = Files.list(HANDLERS)) {
            List<String> written = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Handler.java"))
                    .map(name -> "dev.seqrpay.handler." + name.replace(".java", "::handleRequest"))
                    .toList();
            assertThat(handlers()).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void the_routes_are_those_that_the_code_knows_and_a_catch_all() {
        assertThat(template.routes())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Routes.ALL.stream(), Stream.of("$default"))
                        .toList());
    }

    @Test
    void a_route_that_a_handler_asks_for_is_one_of_the_routes() throws IOException {
        Pattern route = Pattern.compile("\"((?:GET|POST|PUT|PATCH|DELETE) /[^\"]*)\"");
        try (Stream<Path> files = Files.list(HANDLERS)) {
            List<String> named = files.map(file -> DeployedTemplate.text("functions/" + file))
                    .flatMap(source -> route.matcher(source).results().map(found -> found.group(1)))
                    .toList();
            assertThat(Routes.ALL).containsAll(named);
        }
    }

    @Test
    void every_route_is_one_of_the_one_api() {
        Collection<Map<String, Object>> functions = template.functions().values();
        assertThat(functions)
                .flatExtracting(function -> DeployedTemplate.events(function).values())
                .filteredOn(event -> "HttpApi".equals(at(event, "Type")))
                .allSatisfy(event -> assertThat(DeployedTemplate.<String>at(event, "Properties", "ApiId"))
                        .isEqualTo("!Ref Api"));
    }

    @Test
    void the_configuration_reads_exactly_the_variables_that_are_set() {
        Set<String> set = new TreeSet<>();
        template.functions()
                .values()
                .forEach(function -> set.addAll(environment(function).keySet()));
        assertThat(set).isEqualTo(minus(variablesRead(), OF_LAMBDA));
        assertThat(template.<Map<String, Object>>at("Globals", "Function", "Environment", "Variables"))
                .containsOnlyKeys(OF_THE_JVM);
    }

    /**
     * The text of a function is the same for each value of a parameter, so SAM publishes no version for another one. A version is
     * replaced when its description changes (CloudFormation, AWS::Lambda::Version, Description), and Lambda publishes none that
     * is the same as the one before: so the description has the values that the variables are made of, and no others.
     */
    @Test
    void another_value_of_a_parameter_publishes_the_versions_that_use_it() {
        Set<String> parameters = template.<Map<String, Object>>at("Parameters").keySet();
        template.functions().forEach((name, function) -> {
            Set<String> used = references(environment(function).values());
            used.retainAll(parameters);
            Object description = function.getOrDefault("VersionDescription", "");
            assertThat(references(List.of(description))).as(name).isEqualTo(used);
        });
        assertThat(template.<Boolean>at("Globals", "Function", "AutoPublishAliasAllProperties"))
                .isTrue();
    }

    /** Lambda's limit for a description. */
    @Test
    void a_versions_description_has_room_for_the_longest_values() {
        template.functions().values().forEach(function -> {
            int length = references(List.of(function.getOrDefault("VersionDescription", ""))).stream()
                    .mapToInt(parameter -> 1 + longest(parameter))
                    .sum();
            assertThat(length).isLessThanOrEqualTo(256);
        });
    }

    private int longest(String parameter) {
        Integer length = template.at("Parameters", parameter, "MaxLength");
        return length != null
                ? length
                : String.valueOf(template.<Object>at("Parameters", parameter, "MaxValue"))
                        .length();
    }

    @Test
    void no_secret_and_nothing_of_the_seqr_account_is_in_a_variable() {
        template.functions().values().forEach(function -> assertThat(
                        references(environment(function).values()))
                .noneMatch(name -> name.startsWith("Seqr") && !name.equals("SeqrAccount")));
    }

    /** What goes into the account's JSON must not be able to end a text in it. */
    @Test
    void the_account_is_json_with_any_parameters() {
        String json = template.at("Resources", "SeqrAccount", "Properties", "SecretString");
        Set<String> inside = references(List.of(json));
        assertThat(inside)
                .containsExactlyInAnyOrder(
                        "SeqrUrl", "SeqrTerminalId", "SeqrPassword", "SeqrClientId", "SeqrFormerTerminals");
        for (String parameter : inside) {
            Pattern allowed = Pattern.compile(template.at("Parameters", parameter, "AllowedPattern"));
            for (String bad : List.of("a\"b", "a\\\\b", "a\nb", "\",\"url\":\"x"))
                assertThat(allowed.matcher(bad).matches())
                        .as(parameter + " " + bad)
                        .isFalse();
        }
        String former = template.at("Parameters", "SeqrFormerTerminals", "AllowedPattern");
        assertThat("").matches(former);
        assertThat("\"t 1\":\"p\u00e4ss\",\"t2\":\"1234\"").matches(former);
        assertThat("\"t\":\"123\"").doesNotMatch(former);
        String text = json.replace("!Sub ", "");
        for (String parameter : inside)
            text = text.replace(
                    "${" + parameter + "}",
                    switch (parameter) {
                        case "SeqrUrl" -> "https://seqr.example/soap";
                        case "SeqrFormerTerminals" -> "\"t1\":\"1234\"";
                        default -> parameter;
                    });
        assertThat(SecretAccounts.read(text, false))
                .extracting(account -> account.terminal().id())
                .containsExactly("SeqrTerminalId", "t1");
    }

    @Test
    void the_minutes_of_a_payment_have_the_bounds_of_the_parameter() {
        Map<String, Object> parameter = template.at("Parameters", "PaymentMinutes");
        assertThat(parameter)
                .containsEntry("MinValue", (int) Config.MIN_MINUTES)
                .containsEntry("MaxValue", (int) Config.MAX_MINUTES);
    }

    @Test
    void the_scheme_of_the_app_is_written_as_the_parameter_allows() {
        Map<String, Object> parameter = template.at("Parameters", "AppScheme");
        assertThat(parameter)
                .containsEntry("Default", "seqr")
                .containsEntry("AllowedPattern", Config.APP_SCHEME.pattern());
    }

    private static Map<String, Object> environment(Map<String, Object> function) {
        Map<String, Object> variables = at(function, "Environment", "Variables");
        return variables == null ? Map.of() : variables;
    }

    /** Those of {@code !Ref X} and of {@code ${X}}. */
    private static Set<String> references(Collection<?> values) {
        return values.stream()
                .flatMap(value -> Pattern.compile("!Ref (\\w+)|\\$\\{(\\w+)}")
                        .matcher(String.valueOf(value))
                        .results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void what_is_deployed_is_what_the_build_makes() {
        String zip = first("<finalName>(.*?)</finalName>", DeployedTemplate.text("functions/pom.xml"));
        String format =
                first("<format>(.*?)</format>", DeployedTemplate.text("functions/src/main/assembly/lambda.xml"));
        assertThat(template.<String>at("Globals", "Function", "CodeUri"))
                .isEqualTo("functions/target/" + zip + "." + format);
        assertThat(template.functions().values()).noneMatch(function -> function.containsKey("CodeUri"));
    }

    @Test
    void a_new_password_does_not_make_a_new_token_key() {
        assertThat(template.<Map<String, Object>>at("Resources", "TokenKey", "Properties", "GenerateSecretString"))
                .allSatisfy((name, value) -> assertThat(String.valueOf(value)).doesNotContain("Ref", "Sub"));
    }

    @Test
    void the_queue_has_what_the_watch_needs() {
        Map<String, Object> watch = template.functions().get("Watch");
        Map<String, Object> event = at(watch, "Events", "Reminder", "Properties");
        Map<String, Object> queue = template.resources("AWS::SQS::Queue").get("Reminders");

        assertThat(environment(watch).get("REMINDER_QUEUE_URL")).isEqualTo("!Ref Reminders");
        assertThat(event)
                .as("one that fails does not bring back the others")
                .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"))
                .containsEntry("BatchSize", AwsPorts.WORKERS)
                .doesNotContainKey("MaximumBatchingWindowInSeconds");
        assertThat((int) queue.get("VisibilityTimeout"))
                .as("Lambda's rule, and SEQR's 20 seconds")
                .isBetween((int) watch.get("Timeout"), 19);
        assertThat(DeployedTemplate.<String>at(queue, "RedrivePolicy", "deadLetterTargetArn"))
                .isEqualTo("!GetAtt LostReminders.Arn");
    }

    @Test
    void a_stream_that_is_held_up_is_not_held_up_for_long() {
        Map<String, Object> event = at(template.functions().get("Dispatch"), "Events", "Change", "Properties");
        assertThat((int) event.get("MaximumRecordAgeInSeconds")).isLessThanOrEqualTo(60);
        assertThat(event).containsKey("MaximumRetryAttempts");
    }

    @Test
    void a_sockets_routes_lead_to_its_function_and_its_answers_back() {
        Map<String, Object> sockets = template.at("Resources", "Sockets", "Properties");
        assertThat(DeployedTemplate.<Map<String, Object>>at(sockets, "Routes").values())
                .allSatisfy(route -> assertThat(DeployedTemplate.<String>at(route, "FunctionArn"))
                        .isEqualTo("!Ref Socket.Alias"));
        assertThat(DeployedTemplate.<String>at(sockets, "Routes", "$default", "RouteResponseSelectionExpression"))
                .isEqualTo("$default");
        assertThat(template.<String>at("Resources", "SocketAnswer", "Properties", "RouteId"))
                .isEqualTo("!Ref SocketsDefaultRoute");
        assertThat(DeployedTemplate.<String>at(
                        template.functions().get("Dispatch"), "Environment", "Variables", "SOCKET_API"))
                .endsWith("/" + at(sockets, "StageName"));
    }

    @Test
    void the_access_logs_have_the_route_and_never_path_or_query_which_hold_tokens() {
        List<Object> ofSockets = template.at("Resources", "Sockets", "Properties", "AccessLogSettings", "!If");
        assertThat(List.of(
                        DeployedTemplate.<String>at(ofSockets.get(1), "Format"),
                        template.<String>at("Resources", "Api", "Properties", "AccessLogSettings", "Format")))
                .allSatisfy(format -> assertThat(format)
                        .contains("$context.routeKey")
                        .doesNotContain("path", "$context.http", "authorizer", "querystring"));
    }

    private List<String> handlers() {
        return template.functions().values().stream()
                .map(function -> (String) function.get("Handler"))
                .toList();
    }

    private static Class<?> type(Map<String, Object> function) throws ClassNotFoundException {
        return Class.forName(((String) function.get("Handler")).replace("::handleRequest", ""));
    }

    private static Set<String> variablesRead() {
        Set<String> read = new TreeSet<>();
        Map<String, String> empty = new HashMap<>() {
            @Override
            public String get(Object name) {
                read.add((String) name);
                return null;
            }
        };
        assertThat(catchThrowable(() -> Config.from(empty))).isInstanceOf(IllegalStateException.class);
        return read;
    }

    private static Set<String> minus(Collection<String> all, Set<String> some) {
        return all.stream().filter(name -> !some.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
