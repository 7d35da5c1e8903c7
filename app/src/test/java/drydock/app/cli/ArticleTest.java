package drydock.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each manifest of the article is checked, drawn and run.
class ArticleTest {

    private static final Path ARTICLE = Path.of("..", "sample-projects", "article");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        00-ports-nginx.yaml              | Pod default/oldboyedu-linux  Succeeded ready=False node=10.0.0.103
        01-nginx.yaml                    | Pod default/oldboyedu-nginx  Running ready=True
        01-nginx-service.yaml            | endpoints=0
        02-nginx-alpine.yaml             | Pod default/oldboyedu-nginx-alpine  Running ready=True
        03-pod-net-demo.yaml             | Pod default/oldboyedu-nginx-2022  Running ready=True node=10.0.0.102
        04-pod-init-container-demo.yaml  | Pod default/init-demo  Running ready=True
        05-nginx-rc1.yaml                | ReplicationController default/oldboyedu-nginx  4/4 ready
        """)
    void isDrawnLightAndDarkAndComesToRun(String name, String atLast) throws IOException {
        String file = ARTICLE.resolve(name).toString();
        Path light = folder.resolve("light.png");
        Path dark = folder.resolve("dark.png");

        assertThat(Said.by("render", file, "-o", light.toString())).isEqualTo(new Said(0, "", ""));
        assertThat(Said.by("render", "--dark", file, "-o", dark.toString())).isEqualTo(new Said(0, "", ""));
        Said run = Said.by("run", file);

        assertThat(ImageIO.read(light.toFile()).getRGB(0, 0))
                .isNotEqualTo(ImageIO.read(dark.toFile()).getRGB(0, 0));
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().toList()).last().asString().contains(atLast);
    }

    @Test
    void theServiceAndItsControllerMeetWhereBothAreThere() {
        Said run = Said.by(
                "run",
                ARTICLE.resolve("05-nginx-rc1.yaml").toString(),
                ARTICLE.resolve("01-nginx-service.yaml").toString());

        assertThat(run.out()).contains("endpoints=4");
    }

    @Test
    void allFilesOfTheArticleAreTested() throws IOException {
        try (Stream<Path> files = Files.list(ARTICLE)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml"))).hasSize(7);
        }
    }
}
