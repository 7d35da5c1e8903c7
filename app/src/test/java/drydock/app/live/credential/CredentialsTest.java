package drydock.app.live.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private Instant now = START;

    @Test
    void aTokenFileIsReadAgainAfterAMinuteAndWhenTheServerRefusesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "one\n");
        TokenFile token = new TokenFile(file, () -> now);
        assertThat(token.getToken()).isEqualTo("one");

        Files.writeString(file, "two");
        assertThat(token.getToken()).isEqualTo("one");
        now = START.plusSeconds(60);
        assertThat(token.getToken()).isEqualTo("two");

        Files.writeString(file, "three");
        token.renew();
        assertThat(token.getToken()).isEqualTo("three");
    }

    @Test
    void aTokenFileThatIsBeingReplacedLeavesTheTokenThatWas() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "one");
        TokenFile token = new TokenFile(file, () -> now);
        assertThat(token.getToken()).isEqualTo("one");

        Files.delete(file);
        token.renew();

        assertThat(token.getToken()).isEqualTo("one");
        assertThatThrownBy(() -> new TokenFile(file, () -> now).getToken()).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aPluginIsStartedAgainWhenItsTokenHasExpiredOrIsRefused() throws IOException {
        PluginToken token = plugin("""
            echo x >> "$COUNT"
            n=$(wc -l < "$COUNT")
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"token-'$((n))'",\
            "expirationTimestamp":"2026-03-01T12:10:00Z"}}'
            """);

        assertThat(token.getToken()).isEqualTo("token-1");
        now = START.plusSeconds(599);
        assertThat(token.getToken()).isEqualTo("token-1");
        now = START.plusSeconds(300);
        token.renew();
        assertThat(token.getToken()).isEqualTo("token-2");
        token.renew();
        assertThat(token.getToken()).as("soon after it was started").isEqualTo("token-2");
        now = START.plusSeconds(601);
        assertThat(token.getToken()).isEqualTo("token-3");
    }

    @Test
    void aPluginIsToldThatThereIsNoTerminal() throws IOException {
        PluginToken token = plugin("""
            printf '%s' "$KUBERNETES_EXEC_INFO" > "$COUNT"
            echo '{"status":{"token":"t"}}'
            """);

        assertThat(token.getToken()).isEqualTo("t");

        assertThat(folder.resolve("count"))
                .content()
                .contains("\"interactive\":false")
                .contains("\"kind\":\"ExecCredential\"")
                .contains("client.authentication.k8s.io/v1beta1");
    }

    @Test
    void aPluginThatFailsIsQuoted() throws IOException {
        PluginToken failing = plugin("echo 'please log in first' >&2; exit 3");
        PluginToken talking = plugin("echo hello");

        assertThatThrownBy(failing::getToken)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("ended with 3: please log in first");
        assertThatThrownBy(talking::getToken)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("printed no");
    }

    private PluginToken plugin(String script) throws IOException {
        Path program = Files.createTempFile(
                folder,
                "plugin",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(program, "#!/bin/sh\n" + script);
        return new PluginToken(
                new PluginToken.Program(
                        program.toString(),
                        List.of(),
                        Map.of("COUNT", folder.resolve("count").toString()),
                        "client.authentication.k8s.io/v1beta1"),
                () -> now);
    }
}
