package drydock.app.live;

import drydock.app.live.api.Deleting;
import drydock.app.live.api.PartPatching;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;

/// What the client is told to change.
///
/// @param trial whether it is only tried; fields that the server does not know are refused then, which it would drop
record LiveWrites(LiveObjects objects, Deleting deleting, boolean trial) {

    HasMetadata create(HasMetadata object) {
        return writing(object).create();
    }

    HasMetadata replace(HasMetadata object) {
        return writing(object).update();
    }

    HasMetadata replaceStatus(HasMetadata object) {
        return writing(object).updateStatus();
    }

    private NonDeletingOperation<HasMetadata> writing(HasMetadata object) {
        return trial ? objects.holding(object).dryRun().fieldValidation(Validation.STRICT) : objects.holding(object);
    }

    HasMetadata patch(ResourceId id, Patch patch) {
        if (!patch.subresource().isEmpty()) {
            return new PartPatching(deleting).patch(id, patch, trial);
        }
        PatchType type = switch (patch.type()) {
            case JSON -> PatchType.JSON;
            case MERGE -> PatchType.JSON_MERGE;
            case STRATEGIC -> PatchType.STRATEGIC_MERGE;
        };
        return objects.of(id).patch(how(type).build(), patch.body());
    }

    HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        PatchContext how = how(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(fieldManager)
                .withForce(force)
                .build();
        return objects.of(ResourceId.of(configuration)).patch(how, configuration);
    }

    private PatchContext.Builder how(PatchType type) {
        PatchContext.Builder how = new PatchContext.Builder().withPatchType(type);
        return trial ? how.withDryRun(List.of("All")) : how;
    }

    /// A trial changes the field itself: the client has no trial of the subresource, and the same rules hold.
    HasMetadata scale(ResourceId id, int replicas) {
        if (trial) {
            return patch(id, new Patch(Patch.Type.MERGE, "{\"spec\":{\"replicas\":" + replicas + "}}"));
        }
        Resource<HasMetadata> resource = objects.of(id);
        resource.scale(replicas);
        return resource.require();
    }

    HasMetadata delete(ResourceId id, Deletion deletion) {
        HasMetadata last = objects.of(id).require();
        deleting.delete(id, deletion, trial);
        return last;
    }
}
