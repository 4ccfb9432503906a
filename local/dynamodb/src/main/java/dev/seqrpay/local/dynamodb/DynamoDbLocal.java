package dev.seqrpay.local.dynamodb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local for this machine alone. AWS's own main class listens on every network interface and outlives the process that
 * started it; this one binds 127.0.0.1 and ends when its standard input does, so a killed parent leaves nothing behind.
 *
 * <p>{@code DynamoDbLocal PORT [FOLDER]}: port 0 takes a free one, no folder keeps the data in memory. The first line on
 * standard output is the port.
 */
public final class DynamoDbLocal {
    private DynamoDbLocal() {}

    @SuppressWarnings("AddressSelection") // it is an address already
    public static void main(String[] args) throws Exception {
        Server server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])));
        server.setHandler(new NoBrowsers(
                new LocalDynamoDBServerHandler(args.length > 1 ? inFolder(Path.of(args[1])) : inMemory(), null)));
        server.start();
        System.out.println(((ServerConnector) server.getConnectors()[0]).getLocalPort());
        awaitEnd(System.in);
        // what was answered is in the file already, and a stopping server would wait for idle connections
        Runtime.getRuntime().halt(0);
    }

    private static LocalDynamoDBRequestHandler inMemory() throws Exception {
        return new LocalDynamoDBRequestHandler(0, true, null, true, false);
    }

    private static LocalDynamoDBRequestHandler inFolder(Path folder) throws Exception {
        return new LocalDynamoDBRequestHandler(
                0, false, Files.createDirectories(folder).toString(), true, false);
    }

    private static void awaitEnd(InputStream input) throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
    }
}
