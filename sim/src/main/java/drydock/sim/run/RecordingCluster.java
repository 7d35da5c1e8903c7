package drydock.sim.run;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.ForwardingCluster;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.Consumer;

/// A cluster, and word of each change that is asked of it, before it is made.
final class RecordingCluster extends ForwardingCluster {

    private final Cluster cluster;
    private final Consumer<Input> inputs;

    RecordingCluster(Cluster cluster, Consumer<Input> inputs) {
        super(cluster);
        this.cluster = cluster;
        this.inputs = inputs;
    }

    @Override
    public HasMetadata create(HasMetadata object) {
        inputs.accept(new Input.Create(object));
        return cluster.create(object);
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        inputs.accept(new Input.Replace(object));
        return cluster.replace(object);
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        inputs.accept(new Input.ReplaceStatus(object));
        return cluster.replaceStatus(object);
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        inputs.accept(new Input.Change(id, patch));
        return cluster.patch(id, patch);
    }

    @Override
    public HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        inputs.accept(new Input.Apply(configuration, fieldManager, force));
        return cluster.apply(configuration, fieldManager, force);
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        inputs.accept(new Input.Scale(id, replicas));
        return cluster.scale(id, replicas);
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        inputs.accept(new Input.Delete(id, deletion));
        return cluster.delete(id, deletion);
    }
}
