package dev.seqrpay.deployment;

import static dev.seqrpay.deployment.DeployedTemplate.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.handler.AssetsHandler;
import dev.seqrpay.wiring.TestPorts;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The template as AWS takes it: what is documented to make a deployment fail, or to go wrong weeks after it. */
class DeploymentTest {
    /** A region's default quota of requests a second, over all APIs of the account. */
    private static final int REGION = 10_000;

    private final DeployedTemplate template = new DeployedTemplate();

    /** A fixed name is taken by the first stack in a region; a schedule has its logical id for one unless it says otherwise. */
    @Test
    void nothing_has_a_fixed_name_so_a_second_stack_stands_beside_the_first() {
        Map<String, Map<String, Object>> resources = template.at("Resources");
        resources.forEach(
                (name, resource) -> assertThat(DeployedTemplate.<Map<String, Object>>at(resource, "Properties"))
                        .as(name)
                        .doesNotContainKeys(
                                "Name",
                                "FunctionName",
                                "TableName",
                                "QueueName",
                                "RoleName",
                                "LogGroupName",
                                "AlarmName",
                                "BucketName",
                                "TopicName"));
        assertThat(schedules()).isNotEmpty().allSatisfy(schedule -> assertThat(
                        DeployedTemplate.<Map<String, Object>>at(schedule, "Properties"))
                .containsEntry("OmitName", true)
                .doesNotContainKey("Name"));
    }

    /** Lambda itself calls again what an asynchronous call made fail, twice, and keeps what was throttled for six hours. */
    /** The JDK reads them once, with the first call of any client: later than the JVM's start is too late. */
    @Test
    void the_jvm_starts_with_what_its_http_client_must_know() {
        assertThat(template.<String>at("Globals", "Function", "Environment", "Variables", "JAVA_TOOL_OPTIONS"))
                .contains("-Dsun.net.http.retryPost=false ", "-Dhttp.KeepAlive.remainingData=0 ");
    }

    @Test
    void a_sweep_that_fails_or_waits_is_not_made_up_for() {
        assertThat(template.functions().get("Sweep"))
                .containsEntry("EventInvokeConfig", Map.of("MaximumRetryAttempts", 0, "MaximumEventAgeInSeconds", 60));
    }

    /** Log groups that Lambda makes are kept for ever. */
    @Test
    void every_function_logs_to_a_group_of_its_own_that_ends() {
        Map<String, Map<String, Object>> groups = template.resources("AWS::Logs::LogGroup");
        assertThat(groups.values()).allSatisfy(group -> assertThat(group).containsKey("RetentionInDays"));
        template.functions().forEach((name, function) -> {
            assertThat(function).as(name).containsEntry("LoggingConfig", Map.of("LogGroup", "!Ref " + name + "Log"));
            assertThat(groups).containsKey(name + "Log");
        });
    }

    /** A stage of a WebSocket API with an access log fails in an account without API Gateway's log role. */
    @Test
    void sockets_are_logged_only_if_somebody_says_so() {
        List<Object> choice = template.at("Resources", "Sockets", "Properties", "AccessLogSettings", "!If");
        assertThat(choice.get(0)).isEqualTo("LogsSockets");
        assertThat(choice.get(2)).isEqualTo("!Ref AWS::NoValue");
        assertThat(template.<String>at("Parameters", "SocketAccessLog", "Default"))
                .isEqualTo("off");
    }

    /** Of a new account's quota of 10 or 50 nothing can be reserved, and the first deployment is rolled back. */
    @Test
    void nothing_is_reserved_unless_somebody_says_so_and_then_for_those_who_capture() {
        Set<String> reserving = new LinkedHashSet<>();
        template.functions().forEach((name, function) -> {
            if (!function.containsKey("ReservedConcurrentExecutions")) return;
            reserving.add(name);
            assertThat(function.get("ReservedConcurrentExecutions"))
                    .isEqualTo(Map.of("!If", List.of("Reserves", "!Ref ReservedConcurrency", "!Ref AWS::NoValue")));
        });
        assertThat(reserving).containsExactlyInAnyOrder("Notification", "Watch");
        assertThat(template.<Integer>at("Parameters", "ReservedConcurrency", "Default"))
                .isZero();
        assertThat(template.<Object>at("Globals", "Function", "ReservedConcurrentExecutions"))
                .isNull();
    }

    @Test
    void the_table_and_the_keys_outlive_a_stack_that_is_deleted() {
        assertThat(template.resources("AWS::DynamoDB::Table").get("Table"))
                .containsEntry("DeletionProtectionEnabled", true);
        for (String resource : List.of("Table", "TokenKey"))
            assertThat(template.<String>at("Resources", resource, "DeletionPolicy"))
                    .isEqualTo("Retain");
    }

    @Test
    void every_route_is_throttled_and_all_of_them_leave_room_in_the_region() {
        Map<String, Map<String, Object>> settings = template.at("Resources", "Api", "Properties", "RouteSettings");
        assertThat(settings.keySet()).containsExactlyInAnyOrderElementsOf(template.routes());
        List<Map<String, Object>> all = new ArrayList<>(settings.values());
        all.add(template.at("Resources", "Sockets", "Properties", "DefaultRouteSettings"));
        assertThat(all).allSatisfy(route -> assertThat(route)
                .containsOnlyKeys("ThrottlingRateLimit", "ThrottlingBurstLimit")
                .allSatisfy((name, value) -> assertThat((Integer) value).isPositive()));
        assertThat(all.stream()
                        .mapToInt(route -> (Integer) route.get("ThrottlingRateLimit"))
                        .sum())
                .isLessThan(REGION / 2);
    }

    /** A version under SnapStart that was not called for 14 days is inactive, and its next calls fail. */
    @Test
    void every_function_is_called_once_a_day_or_more_often() {
        template.functions().forEach((name, function) -> assertThat(
                        DeployedTemplate.events(function).values())
                .as(name)
                .anySatisfy(event -> assertThat(DeployedTemplate.<String>at(event, "Properties", "ScheduleExpression"))
                        .isIn("rate(1 day)", "rate(15 minutes)", "rate(1 minute)")));
    }

    @Test
    void a_function_that_is_only_touched_does_nothing() throws Exception {
        for (Map<String, Object> function : template.functions().values()) {
            String input = at(DeployedTemplate.events(function), "Touch", "Properties", "Input");
            if (input == null) continue;
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler(function)
                    .handleRequest(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), answer, null);
            assertThat(answer.toString(StandardCharsets.UTF_8)).isIn("", "{\"batchItemFailures\":[]}");
        }
    }

    private static RequestStreamHandler handler(Map<String, Object> function) throws ReflectiveOperationException {
        Class<?> type = Class.forName(((String) function.get("Handler")).replace("::handleRequest", ""));
        Consumer<String> noLog = line -> {
            throw new AssertionError(line);
        };
        if (type == AssetsHandler.class) return new AssetsHandler(noLog);
        Wiring nothing = new TestPorts().log(noLog).wiring();
        return (RequestStreamHandler) type.getConstructor(Wiring.class).newInstance(nothing);
    }

    private List<Object> schedules() {
        return template.functions().values().stream()
                .flatMap(function -> DeployedTemplate.events(function).values().stream())
                .filter(event -> "ScheduleV2".equals(at(event, "Type")))
                .toList();
    }
}
