package drydock.app.act;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.ClusterException;
import drydock.model.manifest.FieldPath;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");

    @Test
    void eachCauseStandsAtItsFieldInTheServersWords() {
        Refusal refusal = Refusal.of(new ClusterException(new StatusBuilder()
                .withCode(422)
                .withReason("Invalid")
                .withMessage("Deployment.apps \"web\" is invalid: [spec.replicas: …]")
                .withNewDetails()
                .addNewCause(
                        "spec.replicas", "Invalid value: -1: must be greater than or equal to 0", "FieldValueInvalid")
                .addNewCause("spec.selector", "field is immutable", "FieldValueInvalid")
                .endDetails()
                .build()));

        assertThat(refusal.at(REPLICAS))
                .isEqualTo("spec.replicas: Invalid value: -1: must be greater than or equal to 0");
        assertThat(refusal.elsewhere(List.of(REPLICAS))).isEqualTo("spec.selector: field is immutable");
    }

    @Test
    void whatHasNoCausesIsSaidAsAWhole() {
        Refusal refusal = Refusal.of(new ClusterException(403, "Forbidden", "deployments.apps \"web\" is forbidden"));

        assertThat(refusal.elsewhere(List.of(REPLICAS)))
                .isEqualTo("403 Forbidden: deployments.apps \"web\" is forbidden");
        assertThat(refusal.isLost()).isFalse();
    }

    @Test
    void aFieldThatCannotBeReadIsFoundInTheWordsOfServersOldAndNew() {
        String now =
                "Deployment in version \"v1\" cannot be handled as a Deployment: json: cannot unmarshal string into"
                        + " Go struct field DeploymentSpec.spec.replicas of type int32";
        String before = "Deployment in version \"v1\" cannot be handled as a Deployment: v1.Deployment.Spec:"
                + " v1.DeploymentSpec.Replicas: readUint32: unexpected character: �, error found in #10 byte of …";
        String strict = "Deployment in version \"v1\" cannot be handled as a Deployment: strict decoding error: unknown"
                + " field \"spec.foo\"";

        assertThat(field(now)).isEqualTo(REPLICAS);
        assertThat(field(before)).isEqualTo(REPLICAS);
        assertThat(field(strict)).isEqualTo(FieldPath.of("spec", "foo"));
    }

    @Test
    void anAnswerThatDidNotComeIsNoRefusal() {
        assertThat(Refusal.of(new ClusterException("shop cannot be reached", new RuntimeException()))
                        .isLost())
                .isTrue();
    }

    private static FieldPath field(String words) {
        return Refusal.of(new ClusterException(400, "BadRequest", words))
                .causes()
                .getFirst()
                .field();
    }
}
