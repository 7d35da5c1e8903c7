package drydock.model.project;

/// What a file of a project is.
public enum FileRole {
    /// It holds objects, or what wants to be some.
    MANIFEST,
    /// It holds parts of objects, or operations on them, which a kustomization puts into others.
    PATCH,
    /// A Helm chart makes objects of it.
    TEMPLATE,
    /// A kustomization or a Helm chart reads it, and no cluster does.
    INPUT
}
