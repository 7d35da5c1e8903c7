package drydock.app.live;

import drydock.app.text.Messages;
import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.ResourceNotFoundException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// What the client's failures say, in a cluster's own terms.
final class LiveErrors {

    private static final Messages MESSAGES = Messages.of(LiveErrors.class);

    private LiveErrors() {}

    /// A refusal keeps the server's status; a lost connection says what could not be reached, and why.
    static ClusterException translated(String cluster, KubernetesClientException failure) {
        if (isAnswer(failure)) {
            return failure.getStatus() != null
                    ? new ClusterException(failure.getStatus())
                    : new ClusterException(failure.getCode(), "Refused", reason(failure));
        }
        return new ClusterException(MESSAGES.get("error.unreached", cluster, reason(failure)), failure);
    }

    /// What kept the client from reading an object that it was to bring: it need not be missing.
    static ClusterException translated(String cluster, ResourceNotFoundException failure) {
        return causes(failure)
                .filter(KubernetesClientException.class::isInstance)
                .map(KubernetesClientException.class::cast)
                .findFirst()
                .map(cause -> translated(cluster, cause))
                .orElseGet(() -> new ClusterException(404, "NotFound", reason(failure)));
    }

    /// Whether the server answered, be it with a refusal.
    static boolean isAnswer(KubernetesClientException failure) {
        return failure.getCode() >= 400;
    }

    /// The client's own failure in a chain of causes, if there is one.
    static Optional<KubernetesClientException> refusal(Throwable failure) {
        return causes(failure)
                .filter(KubernetesClientException.class::isInstance)
                .map(KubernetesClientException.class::cast)
                .filter(LiveErrors::isAnswer)
                .findFirst();
    }

    /// Why something failed, in one line: the server's words, or what became of the connection.
    static String reason(Throwable failure) {
        // the JDK's client tells it as a connection that failed
        if (causes(failure)
                .anyMatch(c -> c instanceof UnknownHostException || c instanceof UnresolvedAddressException)) {
            return MESSAGES.get("error.unknownHost");
        }
        if (causes(failure).anyMatch(ConnectException.class::isInstance)) {
            return MESSAGES.get("error.refused");
        }
        if (causes(failure).anyMatch(InterruptedException.class::isInstance)) {
            return MESSAGES.get("error.interrupted");
        }
        if (causes(failure).anyMatch(SSLException.class::isInstance)) {
            return certificate(failure);
        }
        if (causes(failure).anyMatch(c -> c instanceof HttpTimeoutException || c instanceof TimeoutException)) {
            return MESSAGES.get("error.late");
        }
        Optional<String> said =
                refusal(failure).map(KubernetesClientException::getStatus).map(Status::getMessage);
        if (said.isPresent()) {
            return said.get();
        }
        String message = causes(failure)
                .map(Throwable::getMessage)
                .filter(m -> m != null && !m.isBlank())
                .reduce((outer, inner) -> inner)
                .orElse(failure.getClass().getSimpleName());
        return message.lines().findFirst().orElse(message);
    }

    /// What is wrong with the certificate that a server showed.
    private static String certificate(Throwable failure) {
        String said = causes(failure)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce((_, inner) -> inner)
                .orElse("");
        return said.contains("certification path")
                ? MESSAGES.get("error.untrusted")
                : MESSAGES.get("error.certificate", said);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
