package drydock.sim.kubectl;

import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.certificates.v1.CertificateSigningRequest;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.FlowSchema;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.LimitedPriorityLevelConfiguration;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.PriorityLevelConfiguration;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.QueuingConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The columns of what is about the API server itself: who may come in and whose requests go first
/// (`pkg/printers/internalversion/printers.go`).
final class ServerColumns {

    static final List<Columns<?>> ALL = List.of(
            Columns.named(CertificateSigningRequest.class)
                    .age()
                    .and("SIGNERNAME", of -> text(of.getSpec().getSignerName()))
                    .and("REQUESTOR", of -> Objects.toString(of.getSpec().getUsername(), ""))
                    .and("REQUESTEDDURATION", ServerColumns::duration)
                    .and("CONDITION", ServerColumns::condition),
            Columns.named(FlowSchema.class)
                    .and(
                            "PRIORITYLEVEL",
                            of -> of.getSpec().getPriorityLevelConfiguration().getName())
                    .and(
                            "MATCHINGPRECEDENCE",
                            of -> Objects.requireNonNullElse(of.getSpec().getMatchingPrecedence(), 0))
                    .and(
                            "DISTINGUISHERMETHOD",
                            of -> of.getSpec().getDistinguisherMethod() == null
                                    ? "<none>"
                                    : of.getSpec().getDistinguisherMethod().getType())
                    .age()
                    .and("MISSINGPL", ServerColumns::dangling),
            Columns.named(PriorityLevelConfiguration.class)
                    .and("TYPE", of -> of.getSpec().getType())
                    .and(
                            "NOMINALCONCURRENCYSHARES",
                            of -> number(
                                    Optional.ofNullable(of.getSpec().getLimited()),
                                    LimitedPriorityLevelConfiguration::getNominalConcurrencyShares))
                    .and("QUEUES", of -> number(queuing(of), QueuingConfiguration::getQueues))
                    .and("HANDSIZE", of -> number(queuing(of), QueuingConfiguration::getHandSize))
                    .and("QUEUELENGTHLIMIT", of -> number(queuing(of), QueuingConfiguration::getQueueLengthLimit))
                    .age());

    private ServerColumns() {}

    private static String text(String text) {
        return Columns.none(Objects.toString(text, ""));
    }

    private static String duration(CertificateSigningRequest request) {
        return Optional.ofNullable(request.getSpec().getExpirationSeconds())
                .map(seconds -> Ages.text(Duration.ofSeconds(seconds)))
                .orElse("<none>");
    }

    private static String condition(CertificateSigningRequest request) {
        if (request.getStatus() == null) {
            return "Pending";
        }
        List<String> types = request.getStatus().getConditions().stream()
                .map(condition -> condition.getType())
                .toList();
        String decided = types.contains("Denied") ? "Denied" : types.contains("Approved") ? "Approved" : "Pending";
        String failed = types.contains("Failed") ? ",Failed" : "";
        String certificate = Objects.toString(request.getStatus().getCertificate(), "");
        return decided + failed + (certificate.isEmpty() ? "" : ",Issued");
    }

    private static String dangling(FlowSchema schema) {
        return Stream.ofNullable(schema.getStatus())
                .flatMap(status -> status.getConditions().stream())
                .filter(condition -> condition.getType().equals("Dangling"))
                .map(condition -> condition.getStatus())
                .findFirst()
                .orElse("?");
    }

    private static Optional<QueuingConfiguration> queuing(PriorityLevelConfiguration level) {
        return Optional.ofNullable(level.getSpec().getLimited())
                .map(LimitedPriorityLevelConfiguration::getLimitResponse)
                .flatMap(response -> Optional.ofNullable(response.getQueuing()));
    }

    private static <T> String number(Optional<T> of, Function<T, Integer> number) {
        return of.map(value -> String.valueOf(Objects.requireNonNullElse(number.apply(value), 0)))
                .orElse("<none>");
    }
}
