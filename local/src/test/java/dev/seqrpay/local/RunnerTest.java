package dev.seqrpay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.PortInUseException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RunnerTest {
    private static final Project PROJECT = Project.find();

    @TempDir
    Path folder;

    private Runner runner;

    @BeforeEach
    void start() {
        runner = start(PortNumbers.FREE);
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    private Runner start(PortNumbers ports) {
        return Runner.start(PROJECT, Data.inFolder(PROJECT, folder), Optional.empty(), ports, System.err);
    }

    @Test
    void hasEverythingAgainAfterARestart() throws Exception {
        ShopPayment payment = runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
        String key = runner.secretKey();
        runner.close();

        runner = start(PortNumbers.FREE);

        assertThat(runner.secretKey()).isEqualTo(key);
        assertThat(runner.shop().list()).singleElement().satisfies(line -> assertThat(line.payment())
                .hasValueSatisfying(again -> assertThat(again.id()).isEqualTo(payment.id())));
    }

    @Test
    void namesAPortThatIsInUse() throws Exception {
        runner.close();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            for (PortNumbers ports : new PortNumbers[] {
                new PortNumbers(port, 0, 0, 0),
                new PortNumbers(0, port, 0, 0),
                new PortNumbers(0, 0, port, 0),
                new PortNumbers(0, 0, 0, port)
            })
                assertThatThrownBy(() -> start(ports))
                        .isInstanceOf(PortInUseException.class)
                        .hasMessageContaining(String.valueOf(port));
        }
        runner = start(PortNumbers.FREE);
    }

    @Test
    void refusesAFolderThatIsInUse() {
        assertThatThrownBy(() -> start(PortNumbers.FREE)).hasMessageContaining("in use");
    }
}
