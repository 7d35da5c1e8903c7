package drydock.model.cluster;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;

/// A cluster refused a request, or could not be reached.
public final class ClusterException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Status status;

    /// A refusal in the server's own words.
    public ClusterException(Status status) {
        super(status.getMessage());
        this.status = status;
    }

    /// A refusal with an HTTP `code` and a `reason` as Kubernetes names it (`NotFound`, `Conflict`, `Invalid` …).
    public ClusterException(int code, String reason, String message) {
        this(new StatusBuilder()
                .withStatus("Failure")
                .withCode(code)
                .withReason(reason)
                .withMessage(message)
                .build());
    }

    /// A connection that failed.
    public ClusterException(String message, Throwable cause) {
        super(message, cause);
        this.status = new StatusBuilder()
                .withStatus("Failure")
                .withCode(0)
                .withReason("Unreachable")
                .withMessage(message)
                .build();
    }

    /// The HTTP status, 0 where no answer came.
    public int code() {
        return status.getCode() == null ? 0 : status.getCode();
    }

    /// Whether the server has decided against the request. Else nobody answered, or the server could not, as without
    /// its store: the same request may be made again.
    public boolean isRefusal() {
        return code() >= 400 && code() < 500;
    }

    /// The reason as Kubernetes names it, `Unreachable` where no answer came.
    public String reason() {
        return status.getReason() == null ? "" : status.getReason();
    }

    /// The whole status, with its details and causes.
    public Status status() {
        return status;
    }
}
