package dev.seqrpay.local.aws.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.local.aws.template.TableResource;
import dev.seqrpay.local.aws.template.Template;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbProcessTest {
    private static final Path BUILD = Path.of("../dynamodb/target").toAbsolutePath();
    private static final String TABLE = "seqrpay-Table";
    private static final Map<String, AttributeValue> KEY =
            Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));

    @TempDir
    Path folder;

    private final List<TableResource> tables =
            Template.read(Path.of("../../template.yaml"), Map.of()).tables();

    @Test
    void keepsTheTemplatesTableInItsFolder() {
        try (DynamoDbProcess process = DynamoDbProcess.inFolder(BUILD, folder);
                Tables client = client(process)) {
            client.create(tables);
            client.client().putItem(request -> request.tableName(TABLE).item(KEY));
        }
        try (DynamoDbProcess process = DynamoDbProcess.inFolder(BUILD, folder);
                Tables client = client(process)) {
            client.create(tables);
            assertThat(client.item(TABLE, KEY)).isEqualTo(KEY);
        }
    }

    @Test
    void cannotBeReachedFromOtherMachines() throws IOException {
        try (DynamoDbProcess process = DynamoDbProcess.inMemory(BUILD)) {
            int port = URI.create(process.url()).getPort();
            new Socket("127.0.0.1", port).close();
            for (InetAddress address : otherAddresses())
                assertThatThrownBy(() -> new Socket(address, port)).isInstanceOf(IOException.class);
        }
    }

    /** Its parent's end of the pipe goes with the parent, even if that is killed. */
    @Test
    void endsWhenItsInputDoes() throws Exception {
        Process process = new ProcessBuilder(DynamoDbProcess.command(BUILD, List.of("0"))).start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        assertThat(port).matches("[0-9]+");

        process.getOutputStream().close();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static Tables client(DynamoDbProcess process) {
        return new Tables(Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB",
                process.url(),
                "AWS_REGION",
                Template.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local"));
    }
}
