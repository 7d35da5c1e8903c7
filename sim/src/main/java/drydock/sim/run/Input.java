package drydock.sim.run;

import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Something that is done to a simulated cluster from outside.
public sealed interface Input {

    /// A line of the console.
    ///
    /// @param words the words after `kubectl`
    /// @param files the files that it read, by the names it gave: the texts they meant then
    record Command(List<String> words, Map<String, Map<String, String>> files) implements Input {
        public Command {
            words = List.copyOf(words);
            files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        }
    }

    /// A command is stopped.
    ///
    /// @param command which one, counted from 0
    record Stop(int command) implements Input {}

    record Create(HasMetadata object) implements Input {}

    record Replace(HasMetadata object) implements Input {}

    record ReplaceStatus(HasMetadata object) implements Input {}

    record Change(ResourceId object, Patch patch) implements Input {}

    /// A server-side apply.
    record Apply(HasMetadata object, String fieldManager, boolean force) implements Input {}

    record Scale(ResourceId object, int replicas) implements Input {}

    record Delete(ResourceId object, Deletion deletion) implements Input {}
}
