package drydock.model.connect;

/// What a line can mean.
public enum Meaning {
    /// The one selects the other's Pods; what it selected before, it does so no longer.
    SELECT,
    /// The other's Pods get the labels that the one selects by.
    LABEL,
    /// An Ingress has a path to a Service.
    ROUTE,
    /// All keys of a ConfigMap or Secret are variables of a container.
    ENV_FROM,
    /// One key of a ConfigMap or Secret is a variable of a container.
    ENV,
    /// A container sees a ConfigMap, a Secret or a claim as files.
    MOUNT,
    /// Images are pulled with a Secret.
    PULL,
    /// An Ingress shows the certificate of a Secret.
    CERTIFICATE,
    /// An autoscaler sets the replicas of a workload.
    SCALE,
    /// A policy covers Pods.
    COVER,
    /// A policy allows traffic from Pods to those that it covers.
    ALLOW_FROM,
    /// A policy allows traffic to Pods from those that it covers.
    ALLOW_TO,
    /// A binding gives its role to a service account.
    SUBJECT,
    /// An object moves into a namespace.
    HOUSE,
    /// One simply names the other, in the only field that does so.
    NAME
}
