package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is offered to mend what is wrong.
class FixTest {

    private static final Checked DEPLOYMENT = Checked.of("""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              # how names are found
              dnsPolicy: Default # as the node does
              containers:
              - name: web
                image: nginx
                ports:
                - {name: http, containerPort: 80}
                - {name: more, containerPort: 81, protocol: TCP}
                resources: {requests: {cpu: 100m}, limits: {cpu: 200m}}
              - name: log
                image: fluentd
        """);

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        dnsPolicy: Default   | dnspolicy: Default     | dnsPolicy: Default # as the node does
        image: nginx         | imgae: nginx           | - name: web\\n        image: nginx
        containerPort: 80    | containerport: 80      | {name: http, containerPort: 80}
        dnsPolicy: Default   | dnsPolicy: default     | dnsPolicy: Default # as the node does
        dnsPolicy: Default   | dnsPolicy: ClusterFrist | dnsPolicy: ClusterFirst # as the node does
        protocol: TCP        | protocol: tcp          | {name: more, containerPort: 81, protocol: TCP}
        name: log            | name: web              | - name: web-2\\n        image: fluentd
        name: more           | name: http             | {name: http-2, containerPort: 81, protocol: TCP}
        name: log            | name: Log_Shipper      | - name: log-shipper
        requests: {cpu: 100m} | requests: {cpu: 1}    | requests: {cpu: 200m}
        dnsPolicy: Default   | restartPolicy: Never   | restartPolicy: Always # as the node does
        """)
    void mends(String from, String to, String mended) {
        List<Checked> ways = DEPLOYMENT.with(from, to).mended();

        assertThat(ways).isNotEmpty();
        assertThat(ways.getFirst().yaml()).contains(mended.replace("\\n", "\n"));
        assertThat(ways.getFirst().errors()).isEmpty();
    }

    @Test
    void aNameThatIsNearToTwoIsNotGuessed() {
        assertThat(DEPLOYMENT.with("dnsPolicy: Default", "host: web").mended()).isEmpty();
        assertThat(DEPLOYMENT.with("dnsPolicy: Default", "dnsPolicy: Other").mended())
                .isEmpty();
    }

    @Test
    void aFieldThatIsThereAlreadyIsNotOfferedAgain() {
        assertThat(DEPLOYMENT
                        .with("image: nginx", "image: nginx\n        imag: other")
                        .mended())
                .isEmpty();
    }

    @Test
    void aWayToMendSaysWhatItDoes() {
        Finding finding = DEPLOYMENT.with("image: nginx", "imgae: nginx").findings().stream()
                .filter(f -> f.rule().equals("unknown-field"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.fixes())
                .singleElement()
                .satisfies(fix -> assertThat(fix.title(Locale.ENGLISH)).isEqualTo("Rename imgae to image"))
                .satisfies(
                        fix -> assertThat(fix.title(Locale.SIMPLIFIED_CHINESE)).isEqualTo("将 imgae 改名为 image"));
    }
}
