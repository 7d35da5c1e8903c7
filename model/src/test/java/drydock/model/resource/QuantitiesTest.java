package drydock.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "1000m, 1",
        "0.5, 500m",
        "1500m, 1500m",
        "1.5, 1500m",
        "1024Mi, 1Gi",
        "1.5Gi, 1536Mi",
        "1Ki, 1Ki",
        "1023, 1023",
        "0.5Ki, 512",
        "1000, 1k",
        "128974848, 128974848",
        "129e6, 129e6",
        "1e3, 1e3",
        "1E3, 1e3",
        "2E, 2E",
        "0Gi, 0",
        "-1, -1",
        "-0.1, -100m",
        "0.0000000001, 1n",
        "100u, 100u",
        ".5, 500m",
        "5., 5",
        "16Ei, 16Ei",
        "1000E, 1000E",
    })
    void areWrittenAsKubernetesWritesThem(String text, String canonical) {
        assertThat(Quantities.canonical(new Quantity(text))).isEqualTo(canonical);
        assertThat(Quantities.parse(text))
                .hasValueSatisfying(q -> assertThat(Quantities.canonical(q)).isEqualTo(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1.2.3", "1 Gi", "1KI", "1mi", "--1", "1e", "Gi", "1g", "½"})
    void whatIsNoAmountIsNotRead(String text) {
        assertThat(Quantities.parse(text)).isEmpty();
        assertThat(Quantities.problem(text)).isPresent();
    }

    @Test
    void countUpwardsAsTheSchedulerDoes() {
        assertThat(Quantities.milli(new Quantity("0.1"))).isEqualTo(100);
        assertThat(Quantities.milli(new Quantity("1u"))).isEqualTo(1);
        assertThat(Quantities.value(new Quantity("1500m"))).isEqualTo(2);
        assertThat(Quantities.value(new Quantity("64Mi"))).isEqualTo(67_108_864);
        assertThat(Quantities.value(new Quantity("1000E"))).isEqualTo(Long.MAX_VALUE);
        assertThat(Quantities.milli(null)).isZero();
    }

    @Test
    void addAndSubtractExactly() {
        assertThat(Quantities.canonical(Quantities.sum(new Quantity("100m"), new Quantity("0.9"))))
                .isEqualTo("1");
        assertThat(Quantities.canonical(Quantities.sum(null, new Quantity("512Mi"))))
                .isEqualTo("512Mi");
        assertThat(Quantities.canonical(Quantities.difference(new Quantity("1Gi"), new Quantity("1Mi"))))
                .isEqualTo("1023Mi");
        assertThat(Quantities.compare(new Quantity("1Gi"), new Quantity("1024Mi")))
                .isZero();
    }

    @Test
    void areMadeFromNumbers() {
        assertThat(Quantities.canonical(Quantities.ofMilli(2000))).isEqualTo("2");
        assertThat(Quantities.canonical(Quantities.ofMilli(250))).isEqualTo("250m");
        assertThat(Quantities.canonical(Quantities.ofBytes(24L << 30))).isEqualTo("24Gi");
        assertThat(Quantities.canonical(Quantities.ofValue(110))).isEqualTo("110");
    }
}
