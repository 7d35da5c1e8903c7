package drydock.sim.kubectl;

import drydock.sim.kubectl.kustomize.BadKustomizationException;
import drydock.sim.kubectl.kustomize.Kustomization;
import drydock.sim.kubectl.text.YamlText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `kustomize DIR`: prints the objects of a kustomization (`kubectl/pkg/cmd/kustomize/kustomize.go`).
final class KustomizeVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of();
    }

    @Override
    public List<String> usage() {
        return List.of("kustomize [DIR]");
    }

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        if (words.size() > 1) {
            throw new CommandFailure("error: specify one path to kustomization.yaml");
        }
        command.out().accept(text(command, words.isEmpty() ? "." : words.getFirst()));
        command.done().accept(0);
    }

    /// The objects of a kustomization as YAML.
    ///
    /// @throws CommandFailure if it cannot be built
    static String text(Invocation command, String folder) {
        try {
            List<Map<String, Object>> objects = Kustomization.build(
                    path -> command.files().read(path).values().stream()
                            .findFirst()
                            .orElseThrow(() -> new IOException(path)),
                    folder,
                    command::printError);
            return objects.stream().map(YamlText::of).collect(Collectors.joining("---\n"));
        } catch (BadKustomizationException bad) {
            throw new CommandFailure("error: " + bad.getMessage());
        }
    }
}
