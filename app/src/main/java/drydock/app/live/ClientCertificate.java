package drydock.app.live;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// The certificate that a context's user shows the server. One that has ended lets nobody in, and the
/// server's words for it (`Unauthorized`) do not say why.
///
/// @param end the last moment at which it holds
record ClientCertificate(Instant end) {

    /// For so long before its end it is said to end soon.
    static final Duration SOON = Duration.ofDays(14);

    /// How far it is from its end.
    enum State {
        HOLDS,
        ENDS_SOON,
        ENDED
    }

    /// The one that the kubeconfig names or holds; empty where there is none that can be read: what else is
    /// wrong with it the connection says.
    static Optional<ClientCertificate> of(Kubeconfig kubeconfig, Kubeconfig.Context context) {
        var config = new KubernetesSerialization()
                .unmarshal(kubeconfig.text(), io.fabric8.kubernetes.api.model.Config.class);
        return config.getUsers().stream()
                .filter(named -> named.getName().equals(context.user()))
                .findFirst()
                .map(NamedAuthInfo::getUser)
                .flatMap(ClientCertificate::of);
    }

    /// What is in the file itself counts before what it names, as in `client-go`.
    private static Optional<ClientCertificate> of(AuthInfo user) {
        try {
            if (user.getClientCertificateData() != null
                    && !user.getClientCertificateData().isBlank()) {
                return Optional.of(read(Base64.getMimeDecoder().decode(user.getClientCertificateData())));
            }
            if (user.getClientCertificate() != null
                    && !user.getClientCertificate().isBlank()) {
                return Optional.of(read(Files.readAllBytes(Path.of(user.getClientCertificate()))));
            }
        } catch (IOException | CertificateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// The first of a chain is the user's own.
    private static ClientCertificate read(byte[] pem) throws CertificateException {
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        return new ClientCertificate(certificate.getNotAfter().toInstant());
    }

    State at(Instant now) {
        if (now.isAfter(end)) {
            return State.ENDED;
        }
        return now.isAfter(end.minus(SOON)) ? State.ENDS_SOON : State.HOLDS;
    }

    /// How long from `now` until it is to be spoken of otherwise; empty once it has ended.
    Optional<Duration> untilChange(Instant now) {
        return switch (at(now)) {
            case HOLDS -> Optional.of(Duration.between(now, end.minus(SOON)));
            case ENDS_SOON -> Optional.of(Duration.between(now, end));
            case ENDED -> Optional.empty();
        };
    }
}
