package drydock.app.live.pod;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Optional;

/// How a program ended, as the error channel says at its end
/// (`k8s.io/client-go/tools/remotecommand/v4.go errorDecoderV4`).
///
/// @param code empty where nobody said
/// @param said what went wrong; empty if nothing did, or only its code is not 0
record ExitStatus(Optional<Integer> code, Optional<String> said) {

    static ExitStatus read(KubernetesSerialization json, String text) {
        Status status;
        try {
            status = json.unmarshal(text, Status.class);
        } catch (RuntimeException plain) {
            return new ExitStatus(Optional.empty(), Optional.of(text.strip()));
        }
        if ("Success".equals(status.getStatus())) {
            return new ExitStatus(Optional.of(0), Optional.empty());
        }
        Optional<Integer> code = "NonZeroExitCode".equals(status.getReason()) ? code(status) : Optional.empty();
        return new ExitStatus(code, code.isPresent() ? Optional.empty() : Optional.ofNullable(status.getMessage()));
    }

    private static Optional<Integer> code(Status status) {
        List<StatusCause> causes =
                status.getDetails() == null ? List.of() : status.getDetails().getCauses();
        return causes.stream()
                .filter(cause -> "ExitCode".equals(cause.getReason()))
                .map(StatusCause::getMessage)
                .filter(code -> code.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .findFirst();
    }
}
