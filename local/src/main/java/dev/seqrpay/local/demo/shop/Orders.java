package dev.seqrpay.local.demo.shop;

import dev.seqrpay.loopback.OwnersFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The shop's own database: all its orders in one file, or only in memory. */
final class Orders {
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Optional<Path> file;

    Orders(Optional<Path> file) {
        this.file = file;
        file.filter(Files::exists).ifPresent(this::load);
    }

    synchronized void put(Order order) {
        orders.put(order.id(), order);
        file.ifPresent(this::store);
    }

    /** The order that this cart has become already, unless it has been changed since; else a new one. */
    synchronized Order place(String cartId, Map<String, Integer> quantities) {
        Order known = orders.get(cartId);
        if (known != null && known.quantities().equals(quantities)) return known;
        Order order = new Order(known == null ? cartId : Order.newId(), Instant.now(), quantities, "");
        put(order);
        return order;
    }

    synchronized Optional<Order> find(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    synchronized List<Order> latestFirst() {
        List<Order> latestFirst = new ArrayList<>(orders.values());
        Collections.reverse(latestFirst);
        return latestFirst;
    }

    private void load(Path from) {
        try {
            for (Object order : JSON.std.listFrom(Files.readString(from))) {
                Order read = Order.fromJson((Map<?, ?>) order);
                orders.put(read.id(), read);
            }
        } catch (JacksonException e) {
            String what = from + " cannot be read: move it away, or choose another folder with --data";
            throw new UncheckedIOException(new IOException(what, e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void store(Path to) {
        try {
            OwnersFiles.write(
                    to,
                    JSON.std.asString(
                            orders.values().stream().map(Order::toJson).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
