package drydock.model.validation.project.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Design;
import drydock.model.validation.Samples;
import drydock.model.validation.Severity;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Design WEB = Design.of(Samples.DEPLOYMENT, Samples.SERVICE, Samples.INGRESS);

    @Test
    void aServiceThatSelectsNothingIsGivenTheLabelsOfTheWorkloadOfItsName() {
        Design broken = WEB.with("selector: {app: web}", "selector: {app: wep}");

        assertThat(broken.places("selects-nothing")).containsExactly("web spec.selector");
        assertThat(broken.severity("selects-nothing")).isEqualTo(Severity.WARNING);
        assertThat(broken.mended("selects-nothing").worries()).isEmpty();
        assertThat(broken.and("apiVersion: example.com/v1\nkind: Maker\nmetadata: {name: x}\n")
                        .severity("selects-nothing"))
                .isEqualTo(Severity.ADVICE);
    }

    @Test
    void aServiceWithoutASelectorSelectsNothingOnPurpose() {
        assertThat(WEB.with("  selector: {app: web}\n", "").worries()).isEmpty();
    }

    @Test
    void aServiceThatAlsoSelectsThePodsOfAJobIsToldOf() {
        Design broken = WEB.and(Samples.JOB.replace("app: once", "app: web"));

        assertThat(broken.places("selects-strangers")).containsExactly("web spec.selector");
        assertThat(WEB.and(Samples.JOB).findings("selects-strangers")).isEmpty();
    }

    @Test
    void aServiceForTwoWorkloadsThatListenOnItsPortIsMeant() {
        String second = Samples.DEPLOYMENT
                .replace("name: web", "name: canary")
                .replace("{app: web}", "{app: web, track: canary}");

        assertThat(WEB.and(second).findings("selects-strangers")).isEmpty();
        assertThat(WEB.and(second.replace("name: http", "name: other").replace("80", "90"))
                        .places("selects-strangers"))
                .containsExactly("web spec.selector");
        assertThat(WEB.and(second.replaceAll("(?s) +ports:.*?containerPort: 80\n", ""))
                        .findings("selects-strangers"))
                .isEmpty();
    }

    @Test
    void theOnlyPortThereIsIsOfferedAsTargetPort() {
        Design broken = WEB.with("targetPort: http", "targetPort: 81");

        assertThat(broken.places("target-port")).containsExactly("web spec.ports[0].targetPort");
        assertThat(broken.mended("target-port").text()).contains("targetPort: http");
        assertThat(broken.mended("target-port").findings("target-port")).isEmpty();
    }

    @Test
    void aNamedPortMustBeDeclaredThoughANumberNeedNot() {
        String silent = Samples.DEPLOYMENT.replaceAll("(?s) +ports:.*?containerPort: 80\n", "");

        assertThat(Design.of(silent, Samples.SERVICE).worries()).containsExactly("target-port");
        assertThat(Design.of(silent, Samples.SERVICE.replace("http", "80")).worries())
                .isEmpty();
    }

    @Test
    void oneNodePortForTwoServicesIsRefusedByTheServer() {
        String exposed = Samples.SERVICE.replace("targetPort: http", "targetPort: http\n    nodePort: 30080")
                + "  type: NodePort\n";
        Design broken = Design.of(Samples.DEPLOYMENT, exposed, exposed.replace("name: web", "name: other"));

        assertThat(broken.places("node-port-taken")).containsExactly("other spec.ports[0].nodePort");
        assertThat(broken.findings("node-port-taken").getFirst().words())
                .isEqualTo("Invalid value: 30080: provided port is already allocated");
        assertThat(Design.of(
                                Samples.DEPLOYMENT,
                                exposed,
                                exposed.replace("name: web", "name: other").replace("30080", "30081"))
                        .worries())
                .isEmpty();
    }

    @Test
    void oneClusterIpForTwoServicesIsRefusedByTheServer() {
        String fixed = Samples.SERVICE + "  clusterIP: 10.96.0.77\n";

        assertThat(Design.of(Samples.DEPLOYMENT, fixed, fixed.replace("name: web", "name: other"))
                        .places("cluster-ip-taken"))
                .containsExactly("other spec.clusterIP");
        assertThat(Design.of(
                                Samples.DEPLOYMENT,
                                fixed.replace("10.96.0.77", "None"),
                                fixed.replace("10.96.0.77", "None").replace("name: web", "name: other"))
                        .worries())
                .isEmpty();
    }

    @Test
    void anIngressToNoServiceIsGivenOneForTheWorkloadOfThatName() {
        Design broken = Design.of(Samples.DEPLOYMENT, Samples.INGRESS);

        assertThat(broken.places("ingress-service"))
                .containsExactly("web spec.rules[0].http.paths[0].backend.service.name");
        assertThat(broken.mended("ingress-service").worries()).isEmpty();
        assertThat(broken.mended("ingress-service").text()).contains("port: 8080\n    targetPort: 80");
    }

    @Test
    void anIngressToAnUnknownPortIsGivenTheOnlyOne() {
        Design byNumber = WEB.with("number: 8080", "number: 80");
        Design byName = WEB.with("number: 8080", "name: web");

        assertThat(byNumber.places("ingress-port"))
                .containsExactly("web spec.rules[0].http.paths[0].backend.service.port.number");
        assertThat(byNumber.mended("ingress-port").worries()).isEmpty();
        assertThat(byName.places("ingress-port"))
                .containsExactly("web spec.rules[0].http.paths[0].backend.service.port.name");
        assertThat(WEB.with("- port: 8080", "- name: web\n    port: 8080")
                        .with("number: 8080", "name: web")
                        .worries())
                .isEmpty();
    }

    @Test
    void aStatefulSetIsGivenItsHeadlessService() {
        Design broken = Design.of(Samples.STATEFUL_SET);

        assertThat(broken.places("headless-service")).containsExactly("db spec.serviceName");
        assertThat(broken.severity("headless-service")).isEqualTo(Severity.WARNING);
        assertThat(broken.mended("headless-service").findings("headless-service"))
                .isEmpty();
        assertThat(broken.mended("headless-service").worries()).isEmpty();
        assertThat(Design.of(Samples.STATEFUL_SET, Samples.HEADLESS_SERVICE.replace("  clusterIP: None\n", ""))
                        .severity("headless-service"))
                .isEqualTo(Severity.ADVICE);
    }
}
