package drydock.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FreePathsTest {

    @Test
    void aPathThatDiffersInCaseOrInHowAccentsAreWrittenIsTaken() {
        FreePaths free = new FreePaths(List.of("Web.yaml", "shop/caf\u00e9.yaml"));

        assertThat(free.take("web.yaml")).isEqualTo("web-2.yaml");
        assertThat(free.take("WEB.yaml")).isEqualTo("WEB-3.yaml");
        assertThat(free.take("shop/cafe\u0301.yaml")).isEqualTo("shop/cafe\u0301-2.yaml");
        assertThat(free.take("db.yaml")).isEqualTo("db.yaml");
    }

    @Test
    void aNumberStandsBeforeTheEndingAndNeverInAFolder() {
        FreePaths free = new FreePaths(List.of("v1.2/web", "web"));

        assertThat(free.take("v1.2/web")).isEqualTo("v1.2/web-2");
        assertThat(free.take("web")).isEqualTo("web-2");
    }

    @Test
    void theOtherPathIsNamed() {
        assertThat(ProjectPath.otherCase("a.yaml", List.of("a.yaml", "A.yaml"))).contains("A.yaml");
        assertThat(ProjectPath.otherCase("a.yaml", List.of("a.yaml", "b.yaml"))).isEmpty();
    }

    @Test
    void onlyManifestsThatNothingHidesAreFoundAgain() {
        assertThat(List.of("a.yaml", "shop/a.JSON", "a", ".a.yaml", ".git/a.yaml", "../a.yaml", "/a.yaml"))
                .filteredOn(ProjectPath::isFound)
                .containsExactly("a.yaml", "shop/a.JSON");
    }
}
