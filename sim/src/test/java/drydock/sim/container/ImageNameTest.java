package drydock.sim.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {

    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io/library/nginx:latest",
        "nginx:1.14, docker.io/library/nginx:1.14",
        "docker.io/library/nginx:1.14, docker.io/library/nginx:1.14",
        "10.0.0.101:5000/alpine, 10.0.0.101:5000/alpine:latest",
        "bitnami/redis, docker.io/bitnami/redis:latest",
        "registry.k8s.io/pause:3.10, registry.k8s.io/pause:3.10",
        "localhost/a, localhost/a:latest"
    })
    void aNameIsMadeWholeAsDockerDoes(String written, String whole) {
        assertThat(ImageName.parse(written)).hasToString("Optional[" + whole + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nginx", "nginx:", "a b", "nginx:1.14:2", "/x", "x@sha256:12", "你好", "-a"})
    void whatIsNoNameIsRefused(String written) {
        assertThat(ImageName.parse(written)).isEmpty();
    }

    @Test
    void aDigestStandsInPlaceOfATag() {
        ImageName name = ImageName.parse("nginx@sha256:" + "a".repeat(64)).orElseThrow();

        assertThat(name.latest()).isFalse();
        assertThat(name).hasToString("docker.io/library/nginx@sha256:" + "a".repeat(64));
    }
}
