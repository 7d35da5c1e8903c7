package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.live.ClientCertificate.State;
import drydock.app.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCertificateTest {

    /// It holds until 2026-03-01T12:00:00Z.
    private static final String PEM = """
        -----BEGIN CERTIFICATE-----
        MIIBLzCB16ADAgECAgh8DxhxwECsADAKBggqhkjOPQQDAzANMQswCQYDVQQDEwJt
        ZTAeFw0yNjAxMDExMjAwMDBaFw0yNjAzMDExMjAwMDBaMA0xCzAJBgNVBAMTAm1l
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEZf01iu5LMOu6hK6yzLK5QuiXm9v0
        vDX6d7tD2r86XfCPqD7AAsoEv7i+hx2aTFAkaKfE8oHtiUcfFcOzhG87cqMhMB8w
        HQYDVR0OBBYEFD3MegPlSFMLRiJpEFGIeHBDXUMiMAoGCCqGSM49BAMDA0cAMEQC
        ICzVYE3nYKKu/7bM4hh5gExAT6OvGTR3fZ/gAA1GkOd/AiAVt1UO+Y90b2NqXtHm
        cZjMS6nH3BgF6eSMKmSGwfKXjQ==
        -----END CERTIFICATE-----
        """;

    private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void itsEndIsReadFromWhatTheKubeconfigHoldsOrNames() throws IOException {
        Files.writeString(folder.resolve("me.crt"), PEM);
        String data = Base64.getEncoder().encodeToString(PEM.getBytes(StandardCharsets.UTF_8));

        assertThat(of("client-certificate: me.crt")).contains(new ClientCertificate(END));
        assertThat(of("client-certificate-data: " + data)).contains(new ClientCertificate(END));
    }

    @Test
    void whatIsNoneOrCannotBeReadIsNone() throws IOException {
        assertThat(of("token: secret")).isEmpty();
        assertThat(of("client-certificate: nowhere.crt")).isEmpty();
        assertThat(of("client-certificate-data: \"%%%\"")).isEmpty();
        assertThat(of("client-certificate-data: bm90aGluZw==")).isEmpty();
    }

    @Test
    void itIsSaidTwoWeeksBeforeItsEndAndAfterIt() {
        ClientCertificate certificate = new ClientCertificate(END);
        Instant early = END.minus(Duration.ofDays(15));
        Instant soon = END.minus(Duration.ofDays(13));

        assertThat(certificate.at(early)).isEqualTo(State.HOLDS);
        assertThat(certificate.untilChange(early)).contains(Duration.ofDays(1));
        assertThat(certificate.at(soon)).isEqualTo(State.ENDS_SOON);
        assertThat(certificate.untilChange(soon)).contains(Duration.ofDays(13));
        assertThat(certificate.at(END.plusSeconds(1))).isEqualTo(State.ENDED);
        assertThat(certificate.untilChange(END.plusSeconds(1))).isEmpty();
    }

    @Test
    void theWordsNameTheDate() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try {
            Messages messages = Messages.of(ConnectDialog.class);
            ClientCertificate certificate = new ClientCertificate(END);

            assertThat(CertificateWords.of(messages, "bar.certificate.", certificate, END.minus(Duration.ofDays(15))))
                    .isEmpty();
            assertThat(CertificateWords.of(messages, "bar.certificate.", certificate, END.minusSeconds(1)))
                    .get()
                    .asString()
                    .startsWith("Client certificate expires on Mar 1, 2026");
            assertThat(CertificateWords.of(messages, "connect.certificate.", certificate, END.plusSeconds(1)))
                    .get()
                    .asString()
                    .contains("expired on Mar 1, 2026");
        } finally {
            Locale.setDefault(before);
        }
    }

    private Optional<ClientCertificate> of(String user) throws IOException {
        Path file = folder.resolve("config");
        Files.writeString(file, """
            apiVersion: v1
            kind: Config
            clusters: [{name: it, cluster: {server: "https://localhost:1"}}]
            users:
            - name: me
              user:
                USER
            contexts: [{name: it, context: {cluster: it, user: me}}]
            """.replace("USER", user));
        Kubeconfig kubeconfig = Kubeconfig.read(file);
        return ClientCertificate.of(kubeconfig, kubeconfig.context("it").orElseThrow());
    }
}
