package drydock.model.topology;

/// How one object stands to another. An edge leads from the object that refers to the one it refers to;
/// only [#OWNS] leads from the owner to the owned.
public enum Relation {
    /// The owned names its owner in `metadata.ownerReferences`.
    OWNS,
    /// Labels of a Pod, or of a workload's template, meet the selector.
    SELECTS,
    /// A volume of a Pod, or of a workload's template, is filled from a ConfigMap, a Secret or a claim.
    MOUNTS,
    /// Containers take their environment from a ConfigMap or Secret; a Pod takes a service account or a
    /// Secret for pulling images.
    CONFIGURES,
    /// A Pod is bound to a node.
    RUNS_ON,
    /// Traffic goes that way: Ingress to Service, Service to its Endpoints and EndpointSlices, these to
    /// Pods.
    ROUTES,
    /// An autoscaler sets the replicas of a workload.
    SCALES,
    /// A PersistentVolumeClaim has, or asks for, a PersistentVolume.
    CLAIMS,
    /// One names the other in another way: a StatefulSet its Service, a binding its role and subjects, a claim its
    /// class, an Ingress its class and certificates, a Pod its priority class.
    REFERS
}
