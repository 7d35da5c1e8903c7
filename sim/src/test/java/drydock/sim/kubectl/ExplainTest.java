package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private final CommandLine kubectl = CommandLine.start();

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void aKindIsExplainedByItsFields() {
        assertThat(kubectl.out("explain pods")).isEqualTo("""
            KIND:       Pod
            VERSION:    v1

            DESCRIPTION:
                <empty>
            FIELDS:
              apiVersion\t<string>
                Group and version of the API that the object is written in, as apps/v1; core
                kinds have v1 alone.

              kind\t<string>
                The type of the object, in the API's spelling, as Deployment.

              metadata\t<ObjectMeta>
                Name, namespace, labels and annotations of the object.

              spec\t<PodSpec>
                What is wanted of the object. Controllers work until the cluster is so.

              status\t<PodStatus>
                What the cluster reports of the object. It is written by controllers, and
                ignored in manifests.


            """);
    }

    @Test
    void aFieldIsExplainedWithThoseBelowIt() {
        assertThat(kubectl.out("explain deploy.spec.strategy")).isEqualTo("""
            GROUP:      apps
            KIND:       Deployment
            VERSION:    v1

            FIELD: strategy <DeploymentStrategy>


            DESCRIPTION:
                How old Pods give way to new ones.
            \s\s\s\s
            FIELDS:
              rollingUpdate\t<RollingUpdateDeployment>
                The bounds of a rolling update; only with that type.

              type\t<string>
              enum: Recreate, RollingUpdate
                RollingUpdate replaces Pods bit by bit, Recreate ends all old ones first.
                Unset: RollingUpdate.


            """);
    }

    @Test
    void theOnlyValuesOfAFieldAreListed() {
        assertThat(kubectl.out("explain deployment.spec.strategy.type")).contains("""
            FIELD: type <string>
            ENUM:
                Recreate
                RollingUpdate

            DESCRIPTION:
            """);
    }

    @Test
    void fieldsBelowFieldsAreListedInShort() {
        assertThat(kubectl.out("explain svc.spec.ports --recursive")).endsWith("""
            FIELDS:
              appProtocol\t<string>
              name\t<string>
              nodePort\t<integer>
              port\t<integer> -required-
              protocol\t<string>
              enum: SCTP, TCP, UDP
              targetPort\t<IntOrString>

            """);
        assertThat(kubectl.out("explain pod --recursive"))
                .contains("\n      resources\t<ResourceRequirements>\n        claims\t<[]ResourceClaim>\n")
                .contains("\n        limits\t<map[string]Quantity>\n")
                .doesNotContain("no description");
    }

    @Test
    void aTypeThatHoldsItselfIsOpenedOnce() {
        assertThat(kubectl.out("explain crd.spec.versions.schema --recursive"))
                .containsOnlyOnce("$schema\t<string>")
                .contains("\n    not\t<JSONSchemaProps>\n    nullable\t<boolean>\n");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(kubectl.run("explain odd").stderr())
                .isEqualTo("error: the server doesn't have a resource type \"odd\"\n");
        assertThat(kubectl.run("explain pod.spec.odd").stderr()).isEqualTo("error: field \"odd\" does not exist\n");
        assertThat(kubectl.run("explain").stderr())
                .isEqualTo("error: You must specify the type of resource to explain. Use \"kubectl api-resources\""
                        + " for a complete list of supported resources.\n");
        assertThat(kubectl.run("explain pod web").stderr())
                .isEqualTo("error: We accept only this format: explain RESOURCE\n");
    }
}
