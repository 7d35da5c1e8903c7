package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrictTest {

    private static final String WORDS = "unknown field \"spec.containers[0].imagee\", unknown field \"spec.nope\"\n";

    private final CommandLine kubectl = CommandLine.start();

    @BeforeEach
    void write() {
        kubectl.file("bad.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: bad}
            spec: {nope: 1, containers: [{name: a, image: nginx, imagee: x}]}
            """);
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void fieldsThatAKindDoesNotHaveAreRefusedAsAStrictServerDoes() {
        for (String verb : new String[] {"apply", "create"}) {
            CommandResult result = kubectl.run(verb + " -f bad.yaml");

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.stderr())
                    .isEqualTo("Error from server (BadRequest): error when creating \"bad.yaml\": Pod in version \"v1\""
                            + " cannot be handled as a Pod: strict decoding error: " + WORDS);
        }
        assertThat(kubectl.run("get pods").stdout()).isEmpty();
    }

    @Test
    void theyAreToldOrLetBeIfThatIsWanted() {
        CommandResult warned = kubectl.run("apply -f bad.yaml --validate=warn");

        assertThat(warned.stdout()).isEqualTo("pod/bad created\n");
        assertThat(warned.stderr())
                .isEqualTo(
                        "Warning: unknown field \"spec.containers[0].imagee\"\nWarning: unknown field \"spec.nope\"\n");
        kubectl.out("delete pod bad");
        assertThat(kubectl.run("create -f bad.yaml --validate=false").stderr()).isEmpty();
    }
}
