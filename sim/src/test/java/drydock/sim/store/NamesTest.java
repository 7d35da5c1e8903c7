package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final int MOST_TRIED = 8;

    private final ServerFixture server = new ServerFixture();

    @Test
    @DisplayName("rule 1: the base, cut to 58 characters, and five of 27 letters and digits")
    void theBaseIsCutToFiftyEightCharacters() {
        Names names = new Names(new SplittableRandom(1));

        assertThat(names.generate("web-")).matches("web-[bcdfghjklmnpqrstvwxz2456789]{5}");
        assertThat(names.generate("x".repeat(80))).matches("x{58}[bcdfghjklmnpqrstvwxz2456789]{5}");
        assertThat(names.generate("x".repeat(58))).hasSize(63);
    }

    @Test
    @DisplayName("rule 2: a name that is taken is given up, seven times")
    void aNameThatIsTakenIsGivenUp() {
        List<String> tried = whatWillBeTried();
        tried.subList(0, MOST_TRIED - 1).forEach(name -> server.api.create(ServerFixture.map(name, "a", "b")));
        server.api.create(ServerFixture.map("other", "a", "b"));

        assertThat(server.api.create(generated()).getMetadata().getName()).isEqualTo(tried.getLast());
    }

    @Test
    @DisplayName("rule 2: at the eighth the server gives up")
    void atTheEighthTheServerGivesUp() {
        whatWillBeTried().forEach(name -> server.api.create(ServerFixture.map(name, "a", "b")));

        assertThatThrownBy(() -> server.api.create(generated())).hasMessageContaining("already exists");
    }

    /// The names that a server tries which has made eight objects beside its Namespace.
    private static List<String> whatWillBeTried() {
        Names names = new Names(new ServerFixture().engine.random("names"));
        for (int made = 0; made < MOST_TRIED; made++) {
            names.uid();
        }
        return Stream.generate(() -> names.generate("web-")).limit(MOST_TRIED).toList();
    }

    private static ConfigMap generated() {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withGenerateName("web-")
                .endMetadata()
                .build();
    }
}
