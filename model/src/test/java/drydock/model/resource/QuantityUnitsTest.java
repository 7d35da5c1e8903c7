package drydock.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.QuantityUnits.Bytes;
import drydock.model.resource.QuantityUnits.Cpu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityUnitsTest {

    private static final QuantityUnits CORES = new QuantityUnits(Cpu.CORES, Bytes.BINARY);
    private static final QuantityUnits MILLICORES = new QuantityUnits(Cpu.MILLICORES, Bytes.DECIMAL);

    @ParameterizedTest
    @CsvSource({
        "cpu, 500m, 0.5, 500m",
        "cpu, 2, 2, 2000m",
        "limits.cpu, 1500m, 1.5, 1500m",
        "cpu, 0, 0, 0",
        "cpu, 1n, 0.000000001, 0.000001m",
        "memory, 1536Mi, 1.5Gi, ≈ 1.61G",
        "memory, 128974848, 123Mi, ≈ 128.97M",
        "requests.memory, 1G, ≈ 953.67Mi, 1G",
        "gold.storageclass.storage.k8s.io/requests.storage, 2048Gi, 2Ti, ≈ 2.2T",
        "ephemeral-storage, 512, 512, 512",
        "hugepages-2Mi, 4096Ki, 4Mi, ≈ 4.19M",
        "memory, 0, 0, 0",
    })
    void amountsAreShownInTheUnitsThatAreWanted(String resource, String written, String one, String other) {
        assertThat(CORES.text(resource, written)).isEqualTo(one);
        assertThat(MILLICORES.text(resource, written)).isEqualTo(other);
        assertThat(QuantityUnits.AS_WRITTEN.text(resource, written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"pods, 10", "count/jobs.batch, 1k", "nvidia.com/gpu, 2", "memory, much", "cpu, ''"})
    void whatIsNoAmountOfCpuOrBytesStaysAsItIs(String resource, String written) {
        assertThat(CORES.text(resource, written)).isEqualTo(written);
        assertThat(CORES.exactText(resource, written)).isEqualTo(written);
    }

    @Test
    void whereTextIsEditedOnlyTheSameAmountIsShown() {
        assertThat(CORES.exactText("memory", "1536Mi")).isEqualTo("1.5Gi");
        assertThat(CORES.exactText("memory", "1G")).isEqualTo("1G");
        assertThat(CORES.exactText("cpu", "250m")).isEqualTo("0.25");
        assertThat(MILLICORES.exactText("cpu", "0.25")).isEqualTo("250m");
        assertThat(MILLICORES.exactText("memory", "1Gi")).isEqualTo("1Gi");
    }
}
