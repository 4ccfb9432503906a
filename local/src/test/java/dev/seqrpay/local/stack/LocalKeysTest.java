package dev.seqrpay.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.template.SecretResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysTest {
    @TempDir
    Path folder;

    @Test
    void keepsAKeyForTheNextStart() {
        Path file = folder.resolve("below/keys.properties");

        assertThat(LocalKeys.inFile(file).get("mac", () -> "first=1 ")).isEqualTo("first=1 ");
        assertThat(LocalKeys.inFile(file).get("mac", () -> "second")).isEqualTo("first=1 ");
        assertThat(LocalKeys.inFile(file).get("other", () -> "third")).isEqualTo("third");
        assertThat(LocalKeys.inFile(file).get("mac", () -> "second")).isEqualTo("first=1 ");
    }

    @Test
    void keepsWhatHasBeenChanged() {
        Path file = folder.resolve("keys.properties");
        LocalKeys keys = LocalKeys.inFile(file);
        keys.get("mac", () -> "first");

        keys.put("mac", "second");

        assertThat(keys.get("mac", () -> "third")).isEqualTo("second");
        assertThat(LocalKeys.inFile(file).get("mac", () -> "third")).isEqualTo("second");
    }

    @Test
    void letsOnlyTheOwnerReadThem() throws IOException {
        Path file = folder.resolve("keys.properties");

        LocalKeys.inFile(file).get("mac", () -> "secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void generatesASecretAsCloudFormationDoes() {
        SecretResource secret = new SecretResource("Key", "arn", Optional.empty(), 43);
        LocalKeys keys = LocalKeys.inMemory();

        String text = GeneratedSecret.text(secret, keys);

        assertThat(text).matches("[A-Za-z0-9]{43}");
        assertThat(GeneratedSecret.text(new SecretResource("Word", "arn", Optional.of("1234"), 32), keys))
                .isEqualTo("1234");
        assertThat(GeneratedSecret.text(secret, keys)).isEqualTo(text);
        assertThat(GeneratedSecret.text(secret, LocalKeys.inMemory())).isNotEqualTo(text);
    }
}
