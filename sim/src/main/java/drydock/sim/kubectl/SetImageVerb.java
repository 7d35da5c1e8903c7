package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// `set image KIND NAME container=image` (`kubectl/pkg/cmd/set/set_image.go`).
final class SetImageVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.FILENAME, Flag.KUSTOMIZE, Flag.SELECTOR, Flag.ALL, Flag.DRY_RUN, Flag.OUTPUT);
    }

    @Override
    public List<String> usage() {
        return List.of("set image (TYPE NAME | TYPE/NAME) CONTAINER=IMAGE ...");
    }

    @Override
    public void run(Invocation command) {
        PairChanges changes = PairChanges.read(command.arguments().words(), "image");
        List<String> failures = new ArrayList<>();
        for (HasMetadata object : Targets.of(command.withWords(changes.names()))) {
            try {
                set(command, object, changes.changes());
            } catch (CommandFailure failure) {
                failures.add(String.valueOf(failure.getMessage()));
            }
        }
        if (!failures.isEmpty()) {
            throw new CommandFailure(String.join("\n", failures));
        }
        command.done().accept(0);
    }

    private static void set(
            Invocation command,
            HasMetadata object,
            Map<String, ? extends @org.jspecify.annotations.Nullable String> images) {
        PodSpec spec = PodSpecPatch.spec(object);
        for (String name : images.keySet()) {
            boolean there = Stream.concat(spec.getContainers().stream(), spec.getInitContainers().stream())
                    .anyMatch(container -> name.equals("*") || name.equals(container.getName()));
            if (!there) {
                throw new CommandFailure("error: unable to find container named \"" + name + "\"");
            }
        }
        Map<String, Object> change = PodSpecPatch.containers(spec, true, (container, _) -> {
            String image = images.containsKey(container.getName()) ? images.get(container.getName()) : images.get("*");
            return image == null || Objects.equals(image, container.getImage()) ? Map.of() : Map.of("image", image);
        });
        if (change.isEmpty()) {
            return;
        }
        Creation.print(command, Creation.patch(command, object, PodSpecPatch.of(object, change)), "image updated");
    }
}
