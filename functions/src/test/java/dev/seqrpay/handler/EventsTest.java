package dev.seqrpay.handler;

import static dev.seqrpay.deployment.DeployedTemplate.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.http.CheckoutBody;
import dev.seqrpay.http.CheckoutBodyTest;
import dev.seqrpay.http.Json;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Tokens;
import dev.seqrpay.http.TokensTest;
import dev.seqrpay.payment.Reminder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code events/} has one event of the real shape for each trigger of the template, and each is what it says it is. */
class EventsTest {
    private static final DateTimeFormatter API_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
    private static final Tokens TOKENS = TokensTest.TOKENS;
    private static final PublicAddresses ADDRESSES = new PublicAddresses("", "", "seqr", TOKENS);

    private final DeployedTemplate template = new DeployedTemplate();

    static List<EventFile> ofTheApi() {
        return EventFile.ofTheApi();
    }

    @Test
    void there_is_one_event_for_each_route() {
        assertThat(EventFile.ofTheApi())
                .extracting(event -> event.json().get("routeKey"))
                .containsExactlyInAnyOrderElementsOf(template.routes().stream()
                        .filter(route -> !route.startsWith("HEAD "))
                        .toList());
    }

    /** Not read as AWS's ScheduledEvent, which is EventBridge's own: the Scheduler sends the detail as a text. */
    @Test
    void every_other_event_is_that_of_a_schedule_a_queue_a_stream_or_a_socket() {
        List<EventFile> schedules = EventFile.all().stream()
                .filter(event -> !event.json().containsKey("requestContext")
                        && !event.json().containsKey("Records"))
                .toList();
        assertThat(schedules)
                .allSatisfy(event -> assertThat(event.json()).containsEntry("source", "aws.scheduler"))
                .flatExtracting(event -> DeployedTemplate.<List<String>>at(event.json(), "resources"))
                .map(arn -> arn.substring(arn.lastIndexOf('-') + 1))
                .containsExactlyInAnyOrderElementsOf(template.schedules());
    }

    @Test
    void there_is_one_event_for_each_queue_that_a_function_listens_to() {
        List<String> queues = EventFile.recordsOf("aws:sqs")
                .map(event -> event.as(SQSEvent.class).getRecords().get(0).getEventSourceArn())
                .map(arn -> "!GetAtt " + arn.substring(arn.lastIndexOf('-') + 1) + ".Arn")
                .toList();
        assertThat(queues).containsExactlyInAnyOrderElementsOf(template.queuesListenedTo());
    }

    @Test
    void there_is_one_event_for_each_table_whose_stream_a_function_reads() {
        List<String> tables = EventFile.recordsOf("aws:dynamodb")
                .map(event -> event.as(DynamodbEvent.class).getRecords().get(0).getEventSourceARN())
                .map(arn -> "!GetAtt " + arn.replaceFirst(".*:table/seqrpay-(\\w+)/stream/.*", "$1") + ".StreamArn")
                .toList();
        assertThat(tables).containsExactlyInAnyOrderElementsOf(template.streamsRead());
    }

    @Test
    void there_is_one_event_for_each_route_of_the_sockets() {
        Map<String, Object> routes = template.at("Resources", "Sockets", "Properties", "Routes");
        assertThat(EventFile.ofTheSockets())
                .map(event -> event.as(APIGatewayV2WebSocketEvent.class)
                        .getRequestContext()
                        .getRouteKey())
                .containsExactlyInAnyOrderElementsOf(routes.keySet());
    }

    @Test
    void lambda_reads_a_sockets_event_as_ours_do_and_it_is_about_the_checkout_events_payment() throws IOException {
        for (EventFile event : EventFile.ofTheSockets()) {
            APIGatewayV2WebSocketEvent aws = event.as(APIGatewayV2WebSocketEvent.class);
            SocketCall ours = SocketCall.read(event.stream());

            assertThat(ours.connectionId()).isEqualTo(aws.getRequestContext().getConnectionId());
            assertThat(ours.request().route()).isEqualTo(aws.getRequestContext().getRouteKey());
            assertThat(ours.request().domain())
                    .isEqualTo(aws.getRequestContext().getDomainName());
            assertThat(ours.request().path())
                    .isEqualTo(EventFile.of("status").request().path());
        }
    }

    @Test
    void lambda_reads_the_streams_records_as_ours_do_and_they_get_through_its_filters() throws IOException {
        EventFile event = EventFile.of("dispatch");
        List<String> sortKeys = event.as(DynamodbEvent.class).getRecords().stream()
                .map(record -> record.getDynamodb().getKeys().get("sk").getS())
                .toList();
        String payment = EventFile.of("status").request().id();

        assertThat(TableChange.read(event.stream().readAllBytes()))
                .containsExactly(
                        new TableChange(payment, true, List.of(sortKeys.get(0).replace("WS#001795356000#", ""))));
        String told = EventFile.of("publish")
                .as(DynamodbEvent.class)
                .getRecords()
                .get(0)
                .getDynamodb()
                .getKeys()
                .get("sk")
                .getS();
        assertThat(template.streamFilters()).hasSize(3).allMatch(filter -> Stream.concat(
                        sortKeys.stream(), Stream.of(told))
                .anyMatch(key -> filter.contains("\"" + key.substring(0, 3) + "\"")));
    }

    @Test
    void lambda_reads_a_delivery_as_ours_do() {
        EventFile event = EventFile.of("deliver");
        SQSEvent.SQSMessage aws = event.as(SQSEvent.class).getRecords().get(0);

        assertThat(event.messages()).containsExactly(new SqsMessage(aws.getMessageId(), aws.getBody()));
        assertThat(DeliveryName.read(aws.getBody()).orElseThrow())
                .isEqualTo(new DeliveryName(EventFile.of("webhook").request().id(), 1));
        assertThat(aws.getMd5OfBody()).isEqualTo(md5(aws.getBody()));
    }

    @Test
    void lambda_reads_a_message_as_ours_do_and_it_is_a_reminder_of_the_checkout_events_payment() {
        EventFile event = EventFile.of("watch");
        SQSEvent.SQSMessage aws = event.as(SQSEvent.class).getRecords().get(0);
        SqsMessage ours = event.messages().get(0);

        assertThat(ours).isEqualTo(new SqsMessage(aws.getMessageId(), aws.getBody()));
        assertThat(Reminder.read(ours.body()))
                .isEqualTo(new Reminder.KeepWatching(
                        EventFile.of("status").request().id()));
        assertThat(aws.getMd5OfBody()).isEqualTo(md5(aws.getBody()));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("ofTheApi")
    void lambda_reads_the_event_as_ours_do(EventFile event) {
        APIGatewayV2HTTPEvent aws = event.as(APIGatewayV2HTTPEvent.class);
        Request ours = event.request();

        assertThat(aws.getVersion()).isEqualTo("2.0");
        assertThat(ours.route()).isEqualTo(aws.getRouteKey());
        assertThat(ours.method()).isEqualTo(aws.getRequestContext().getHttp().getMethod());
        assertThat(ours.rawPath()).isEqualTo(aws.getRawPath());
        assertThat(ours.domain()).isEqualTo(aws.getRequestContext().getDomainName());
        assertThat(ours.path()).isEqualTo(aws.getPathParameters() == null ? Map.of() : aws.getPathParameters());
        assertThat(ours.headers()).isEqualTo(aws.getHeaders());
        assertThat(new String(ours.body(), StandardCharsets.UTF_8))
                .isEqualTo(aws.getBody() == null ? "" : aws.getBody());
    }

    @ParameterizedTest
    @MethodSource("ofTheApi")
    void the_event_does_not_contradict_itself(EventFile event) {
        APIGatewayV2HTTPEvent aws = event.as(APIGatewayV2HTTPEvent.class);
        APIGatewayV2HTTPEvent.RequestContext context = aws.getRequestContext();

        assertThat(context.getRouteKey()).isEqualTo(aws.getRouteKey());
        assertThat(context.getHttp().getPath()).isEqualTo(aws.getRawPath());
        assertThat(context.getHttp().getUserAgent()).isEqualTo(aws.getHeaders().get("user-agent"));
        assertThat(context.getHttp().getSourceIp()).isEqualTo(aws.getHeaders().get("x-forwarded-for"));
        assertThat(context.getDomainName())
                .isEqualTo(aws.getHeaders().get("host"))
                .startsWith(context.getApiId() + ".");
        assertThat(OffsetDateTime.parse(context.getTime(), API_TIME).toInstant())
                .isEqualTo(Instant.ofEpochMilli(context.getTimeEpoch()));
        assertThat(aws.getHeaders().keySet()).allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("ofTheApi")
    void the_path_is_the_route_with_its_parameters(EventFile event) {
        Request request = event.request();
        if (request.route().equals("$default")) {
            assertThat(request.path()).isEmpty();
            return;
        }
        String filled = request.route();
        for (Map.Entry<String, String> each : request.path().entrySet())
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        assertThat(filled).isEqualTo(request.method() + " " + request.rawPath());
    }

    @ParameterizedTest
    @MethodSource("ofTheApi")
    void the_length_of_the_body_is_what_the_header_says(EventFile event) {
        Request request = event.request();
        assertThat(request.body().length)
                .isEqualTo(
                        request.header("content-length").map(Integer::valueOf).orElse(0));
    }

    @ParameterizedTest
    @MethodSource("ofTheApi")
    void ids_and_tokens_are_those_of_the_checkout_event_and_the_key_of_the_tests(EventFile event) {
        Request request = event.request();
        Map<String, String> expected = new HashMap<>(request.path());
        String order =
                EventFile.of("checkout").request().header("idempotency-key").orElseThrow();
        if (!request.rawPath().matches("/(events|webhooks|links?|reconciliations)/.*"))
            expected.computeIfPresent("id", (name, given) -> TOKENS.payment("demoshop", order));
        expected.computeIfPresent("token", (name, given) -> token(request, expected));
        assertThat(request.path()).isEqualTo(expected);
    }

    private static String token(Request request, Map<String, String> path) {
        String[] address = request.rawPath().split("/");
        return switch (address[1]) {
            case "pay" -> TOKENS.view(path.get("id"));
            case "link" -> ADDRESSES.link("demoshop", path.get("id")).replaceFirst(".*/", "");
            case "instant" -> ADDRESSES.createPurchase("demoshop").replaceFirst(".*/(\\w+)/createPurchase", "$1");
            default -> TOKENS.notification(path.get("id"));
        };
    }

    @Test
    void the_order_and_the_refund_are_good_ones() {
        assertThat(CheckoutBody.read(EventFile.of("checkout").request().body(), CheckoutBodyTest.SHOP)
                        .invoice()
                        .orderId())
                .isEqualTo("1001");
        assertThat(Json.object(EventFile.of("refund").request().body())).containsOnlyKeys("amount");
    }

    @Test
    void an_event_that_no_route_takes_is_for_a_path_that_no_route_has() {
        assertThat(DeployedTemplate.<String>at(EventFile.of("anything-else").json(), "rawPath"))
                .isEqualTo("/nothing/here");
        assertThat(EventFile.ofTheApi())
                .extracting(event -> at(event.json(), "requestContext", "stage"))
                .containsOnly("$default");
    }
}
