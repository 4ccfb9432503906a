package dev.seqrpay.simulation.world;

import dev.seqrpay.simulation.check.DeliveryChecks;
import dev.seqrpay.simulation.check.EndpointChecks;
import dev.seqrpay.simulation.check.FeedChecks;
import dev.seqrpay.simulation.check.ReaderChecks;
import dev.seqrpay.simulation.door.TellingDoors;
import dev.seqrpay.simulation.engine.Cloud;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Weather;
import dev.seqrpay.simulation.port.DeliveriesPort;
import dev.seqrpay.simulation.port.DeliveryQueuePort;
import dev.seqrpay.simulation.port.EndpointsPort;
import dev.seqrpay.simulation.port.FeedPort;
import dev.seqrpay.simulation.port.ReceiverPort;
import dev.seqrpay.simulation.port.RowTable;
import dev.seqrpay.simulation.port.Shops;
import dev.seqrpay.simulation.port.TellingPorts;
import dev.seqrpay.webhook.Receiver.Answer;
import dev.seqrpay.webhook.WebhookEndpoint;
import dev.seqrpay.webhook.WebhookMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How shops hear of what has happened: the shops' servers, the queue of deliveries, and what calls the publisher. */
final class Telling {
    /** The retries take three days, each up to a fifth longer, and a receiver may ask for a day. */
    private static final long LAST_TRIES = 6 * 24 * 60 * Time.MINUTE;

    private static final long LAST_PAGES = 10 * Time.MINUTE;

    private static final int MOST = 2;

    private final long seed;
    private final Time time;
    private final Cloud cloud;
    private final Weather weather;
    private final RowTable table;
    private final EndpointChecks endpointChecks;
    private final FeedChecks feedChecks;
    private final DeliveryChecks deliveryChecks;
    private final Map<String, ShopServer> servers = new HashMap<>();
    private final Map<String, Integer> posts = new HashMap<>();
    private final List<FeedReader> readers = new ArrayList<>();
    private final ReaderChecks readerChecks;
    private TellingDoors doors;
    private PublishCalls calls;

    Telling(long seed, Time time, Cloud cloud, Weather weather, RowTable table) {
        this.time = time;
        this.cloud = cloud;
        this.weather = weather;
        this.table = table;
        endpointChecks = new EndpointChecks(time);
        feedChecks = new FeedChecks(table.feed(), endpointChecks, time, weather);
        deliveryChecks = new DeliveryChecks(feedChecks, endpointChecks, table.deliveries(), time, weather);
        readerChecks = new ReaderChecks(feedChecks);
        this.seed = seed;
        for (String shop : Shops.IDS) {
            long several = Dice.of(seed, shop.hashCode()).between(0, MOST);
            for (int number = 0; number < several; number++) open(ShopServer.draw(seed, shop, number));
        }
    }

    private void open(ShopServer server) {
        WebhookEndpoint.Target target = new WebhookEndpoint.Target(ReceiverPort.url(server.id()), server.types());
        WebhookEndpoint endpoint = WebhookEndpoint.created(server.id(), target, 1, time.instant());
        servers.put(server.id(), server);
        table.endpoints().put(endpoint);
        endpointChecks.begin(endpoint, server.isLasting());
    }

    TellingPorts ports() {
        DeliveryMessages queue = new DeliveryMessages(time, cloud, weather, text -> doors.deliver(text));
        return new TellingPorts(
                new FeedPort(cloud.running(), table.feed(), feedChecks),
                new EndpointsPort(cloud.running(), table.endpoints(), endpointChecks),
                new DeliveriesPort(cloud.running(), table.deliveries(), deliveryChecks),
                new DeliveryQueuePort(cloud.running(), queue),
                new ReceiverPort(cloud.running(), this::take, deliveryChecks));
    }

    private Answer take(String endpointId, WebhookMessage message) {
        String eventId = message.headers().get("webhook-id");
        int number = posts.merge(endpointId + " " + eventId, 1, Integer::sum);
        return servers.get(endpointId).take(eventId, number, time.now());
    }

    /** @param busyUntil when all that happens to payments is over */
    void begin(TellingDoors through, long busyUntil) {
        doors = through;
        calls = new PublishCalls(time, cloud, weather, table, doors);
        table.onOutbox(change -> {
            feedChecks.left(change);
            calls.left(change);
        });
        time.at(Time.MINUTE, () -> calls.eachMinute(busyUntil));
        for (String shop : Shops.IDS) readers.add(new FeedReader(shop, time, cloud, doors, readerChecks, seed));
        readers.forEach(reader -> reader.begin(busyUntil));
    }

    /** All else is quiet. */
    void end() {
        time.runUntil(time.now() + LAST_TRIES);
        readers.forEach(FeedReader::end);
        time.runUntil(time.now() + LAST_PAGES);
        deliveryChecks.end();
        Shops.IDS.forEach(readerChecks::end);
    }
}
